using System.Globalization;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Api.Languages;
using Judge.Api.Problems;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>What instances do at the same moment on one database: each has its own connections and knows nothing of the other.</summary>
public abstract class ConcurrencyTests(Engine engine) : IAsyncLifetime
{
    private const int Instances = 4;
    private static readonly AccountLimits NoLimits = new(0, 0, 0, 0);
    private readonly TemporaryDirectory _directory = new();
    private string _connectionString = "";
    private Database[] _databases = [];
    private Account _account = null!;

    public async Task InitializeAsync()
    {
        _connectionString = await TestDatabase.CreateAsync(engine, _directory.Path);
        _databases = [.. Enumerable.Range(0, Instances).Select(_ => engine == Engine.Postgres ? (Database)new PostgresDatabase(_connectionString) : new SqliteDatabase(_connectionString))];
    }

    public Task DisposeAsync()
    {
        foreach (var database in _databases) database.Dispose();
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Five_instances_that_start_together_on_an_empty_database_find_everything_there_once()
    {
        var apps = Enumerable.Range(0, 5).Select(_ => JudgeApi.Build(
        [
            "--urls", "http://127.0.0.1:0", "--Judge:DataPath", _directory.Path, "--ConnectionStrings:Database", _connectionString, "--Judge:DemoAccounts", "true",
            "--Logging:LogLevel:Default", "Error", .. ApiServer.WithoutBroker,
        ])).ToList();
        try
        {
            await Task.WhenAll(apps.Select(app => Task.Run(() => JudgeApi.PrepareAsync(app, default))));
            foreach (var app in apps)
            {
                var accounts = app.Services.GetRequiredService<AccountStore>();
                foreach (var name in (string[])["demo-free", "demo-premium", "demo-admin"]) Assert.Equal(name, (await accounts.FindByKeyAsync(name, default))?.Name);
                var problems = await app.Services.GetRequiredService<ProblemStore>().ListAsync(default);
                Assert.Equal(Directory.GetDirectories(Path.Combine(Repository.Root, "problems")).Length, problems.Count);
            }
        }
        finally
        {
            foreach (var app in apps) await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_key_that_several_repeat_at_once_makes_one_submission()
    {
        await MigrateAsync();
        var ids = await AllAtOnceAsync(40, i => StoreAsync(i, NoLimits, "the same"));
        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        Assert.NotNull(ids[0]);
    }

    [Fact]
    public async Task Bounds_hold_when_all_come_at_once()
    {
        await MigrateAsync();
        var ids = await AllAtOnceAsync(40, i => StoreAsync(i, new AccountLimits(0, 7, 0, 0), null));
        Assert.Equal(7, ids.Count(id => id is not null));
    }

    [Fact]
    public async Task Every_submission_is_claimed_once_and_never_more_than_there_is_room_for()
    {
        await MigrateAsync();
        await SeenAsync(slots: 5);
        for (var i = 0; i < 60; i++) await StoreAsync(i, NoLimits, null);
        var stores = _databases.Select(d => (Dispatch: new DispatchStore(d, TimeProvider.System), Judging: new JudgingStore(d, TimeProvider.System))).ToList();
        var claimed = new List<Claim>();
        while (claimed.Count < 60)
        {
            var claims = (await AllAtOnceAsync(8, i => stores[i % Instances].Dispatch.ClaimAsync(Lane.Free, default))).SelectMany(c => c).ToList();
            Assert.InRange(claims.Count, 1, 10);
            // All of them are done, so there is as much room again.
            await AllAtOnceAsync(claims.Count, i => stores[i % Instances].Judging.JudgedAsync(Judged(claims[i], Verdict.Accepted), default));
            claimed.AddRange(claims);
        }

        Assert.Equal(60, claimed.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(claimed, c => Assert.Equal(1, c.Attempt));
    }

    [Fact]
    public async Task Reports_that_reach_several_at_once_in_any_order_change_the_state_once_each_and_never_back()
    {
        await MigrateAsync();
        var random = new Random(5);
        for (var round = 0; round < 15; round++)
        {
            await SeenAsync(slots: 1);
            var id = Guid.Parse((await StoreAsync(0, NoLimits, null))!);
            var claim = Assert.Single(await new DispatchStore(_databases[0], TimeProvider.System).ClaimAsync(Lane.Free, default));
            var started = new SubmissionStarted(id, claim.Attempt, Guid.NewGuid(), "w", Redelivered: false);
            var reports = new List<Func<JudgingStore, Task<SubmissionChanged?>>>();
            for (var copy = 0; copy < 3; copy++)
            {
                reports.Add(async s => (await s.StartedAsync(started, default))?.Message);
                for (var done = 1; done <= 3; done++)
                {
                    var progressed = new SubmissionProgressed(id, claim.Attempt, done);
                    reports.Add(s => s.ProgressedAsync(progressed, default));
                }

                foreach (var verdict in (Verdict[])[Verdict.Accepted, Verdict.WrongAnswer]) reports.Add(async s => (await s.JudgedAsync(Judged(claim, verdict), default))?.Message);
            }

            var order = reports.OrderBy(_ => random.Next()).ToList();
            var changes = (await AllAtOnceAsync(order.Count, i => order[i](new JudgingStore(_databases[i % Instances], TimeProvider.System)))).OfType<SubmissionChanged>().ToList();
            var row = (await new SubmissionStore(_databases[1], TimeProvider.System).FindAsync(id, null, default))!;
            Assert.Equal(SubmissionState.Judged, row.State);
            // Every change is one version, and the last of them is the verdict's.
            Assert.Equal(Enumerable.Range(2, row.Version - 1), changes.Select(c => c.Version).Order());
        }
    }

    [Fact]
    public async Task An_attempt_that_several_give_up_at_once_is_given_up_once()
    {
        await MigrateAsync();
        await SeenAsync(slots: 1);
        var id = Guid.Parse((await StoreAsync(0, NoLimits, null))!);
        Assert.Single(await new DispatchStore(_databases[0], TimeProvider.System).ClaimAsync(Lane.Free, default));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => new JudgingStore(_databases[i % Instances], TimeProvider.System).LoseAsync(id, 1, "lost", default))));
        Assert.Equal(2, (await new SubmissionStore(_databases[0], TimeProvider.System).FindAsync(id, null, default))!.Attempt);
    }

    private static SubmissionJudged Judged(Claim claim, Verdict verdict) => new(Guid.Parse(claim.Id), claim.Attempt, "w", verdict, 1, 1, 1, null, null, []);

    private static Task<T[]> AllAtOnceAsync<T>(int count, Func<int, Task<T>> run) => Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => run(i))));

    private async Task MigrateAsync()
    {
        await new Migrator(_databases[0], TimeProvider.System).MigrateAsync(default);
        _account = (await new AccountStore(_databases[0], TimeProvider.System).CreateAsync("alice", Tier.Free, Role.User, "key", default))!;
    }

    private Task SeenAsync(int slots) => new WorkerStore(_databases[0], TimeProvider.System).SeenAsync(new WorkerSeen("w", Tier.Free, slots, 0, []), default);

    /// <returns>Its id; null when it was refused.</returns>
    private async Task<string?> StoreAsync(int instance, AccountLimits limits, string? key)
    {
        var submission = new NewSubmission("p", "hash", 10, "python", key ?? instance.ToString(CultureInfo.InvariantCulture), key);
        var outcome = await new SubmissionStore(_databases[instance % Instances], TimeProvider.System).CreateAsync(_account, limits, submission, default);
        return (outcome as CreateOutcome.Stored)?.Row.Id;
    }
}

public sealed class ConcurrencyOnSqliteTests() : ConcurrencyTests(Engine.Sqlite);

public sealed class ConcurrencyOnPostgresTests() : ConcurrencyTests(Engine.Postgres);
