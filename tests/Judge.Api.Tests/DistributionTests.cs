using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>Where an accepted submission stands among the others', whatever becomes of them later.</summary>
public abstract class DistributionTests(ApiServer server)
{
    [Fact]
    public async Task Percentiles_follow_the_accounts_bests_through_verdicts_and_rejudges()
    {
        await PutAsync("ranking", "3");
        var mine = await JudgedAsync(server.Free, "accepted");
        Assert.Equal((100.0, 100.0), await PercentilesAsync(mine));
        Assert.Null((await server.Free.GetAsync("/api/submissions?problem=ranking"))["items"]![0]!["timePercentile"]);
        await JudgedAsync(server.Free, "wrongAnswer", "print(4)");
        await CheckAsync();

        // Others, slower and larger than anything that is run here, all at the same time; the first of them twice, which counts once, by its best.
        var others = await OthersAsync([9000, 5000, 6000, 7000, 8000]);
        await CheckAsync();
        Assert.Equal((75.0, 0.0), await PercentilesAsync(others[1]));
        Assert.Equal((0.0, 0.0), await PercentilesAsync(others[0]));
        Assert.Equal((100.0, 100.0), await PercentilesAsync(mine));
        var distribution = await DistributionAsync();
        Assert.Equal((5, 100.0), (distribution["accounts"]!.GetValue<int>(), distribution["timeMs"]!["percentile"]!.GetValue<double>()));
        Assert.Equal(5, distribution["timeMs"]!["buckets"]!.AsArray().Sum(b => b!["count"]!.GetValue<int>()));

        // The same program is right no more, and right again.
        await PutAsync("ranking", "5");
        await RejudgeAsync(mine);
        await CheckAsync();
        Assert.Equal("wrongAnswer", (await server.Free.GetAsync($"/api/submissions/{mine}")).Text("verdict"));
        Assert.Null((await server.Free.GetAsync($"/api/submissions/{mine}"))["timePercentile"]);
        distribution = await DistributionAsync();
        Assert.Null(distribution["timeMs"]!["mine"]);
        Assert.Null(distribution["timeMs"]!["percentile"]);
        await PutAsync("ranking", "3");
        await RejudgeAsync(mine);
        await CheckAsync();
        var submission = await server.Free.GetAsync($"/api/submissions/{mine}");
        Assert.Equal("accepted", submission.Text("verdict"));
        distribution = await DistributionAsync();
        Assert.Equal(submission["timeMs"]!.GetValue<int>(), distribution["timeMs"]!["mine"]!.GetValue<int>());
        Assert.Equal(submission["memoryKb"]!.GetValue<int>(), distribution["memoryKb"]!["mine"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_bad_question_is_named_and_nobody_yet_is_an_empty_picture()
    {
        foreach (var query in (string[])["", "?language=", "?language=klingon"])
        {
            using var response = await server.Free.Http.GetAsync($"/api/problems/a-plus-b/distribution{query}");
            Assert.True((await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("language"));
        }

        using var unknown = await server.Free.Http.GetAsync("/api/problems/no-such/distribution?language=c");
        await unknown.ProblemAsync(HttpStatusCode.NotFound);
        using var nobody = await server.Nobody.Http.GetAsync("/api/problems/a-plus-b/distribution?language=c");
        await nobody.ProblemAsync(HttpStatusCode.Unauthorized);
        var empty = await server.Free.GetAsync("/api/problems/a-plus-b/distribution?language=java");
        Assert.Equal(("a-plus-b", "java", 0), (empty.Text("problem"), empty.Text("language"), empty["accounts"]!.GetValue<int>()));
        Assert.Empty(empty["memoryKb"]!["buckets"]!.AsArray());
    }

    [Fact]
    public async Task A_database_of_before_is_filled_with_what_its_submissions_say()
    {
        using var directory = new TemporaryDirectory();
        using var database = server.Engine == Engine.Postgres
            ? (Database)new PostgresDatabase(await TestDatabase.CreateAsync(Engine.Postgres, directory.Path)) : new SqliteDatabase(await TestDatabase.CreateAsync(Engine.Sqlite, directory.Path));
        await database.InitializeAsync(default);
        var random = new Random(1);
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("create table schema_migrations (version integer not null primary key, applied_at bigint not null)", transaction: transaction);
                var assembly = typeof(Database).Assembly;
                foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                {
                    var version = int.Parse(name.AsSpan("Judge.Api.Data.Migrations.".Length, 3));
                    if (version >= 10) break;
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    await connection.ExecuteAsync(database.Migration(await reader.ReadToEndAsync()), transaction: transaction);
                    await connection.ExecuteAsync("insert into schema_migrations (version, applied_at) values (@version, 0)", new { version }, transaction);
                }

                var accounts = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7().ToString()).ToList();
                await connection.ExecuteAsync("insert into accounts (id, name, tier, role, created_at) values (@a, @a, 0, 0, 0)", accounts.Select(a => new { a }), transaction);
                // Of all sizes: what a bucket is narrow or wide for, and its borders.
                var submissions = Enumerable.Range(0, 400).Select(i => new
                {
                    id = Guid.CreateVersion7().ToString(), account = accounts[random.Next(40)], verdict = random.Next(2), problem = $"p{random.Next(2)}",
                    time = i < 40 ? (1 << (i % 20)) - (i / 20) : random.Next(100_000), memory = random.Next(1 << random.Next(8, 23)),
                });
                return await connection.ExecuteAsync(
                    """
                    insert into submissions (id, account_id, problem, package_hash, language, tier, state, version, attempt, verdict, done, total, time_ms, memory_kb, created_at,
                        not_before, starts, source)
                    values (@id, @account, @problem, 'h', 'c', 0, 2, 1, 1, @verdict, 1, 1, @time, @memory, 0, 0, 0, '')
                    """,
                    submissions,
                    transaction);
            },
            default);
        await new Migrator(database, TimeProvider.System).MigrateAsync(default);
        await using var filled = await database.OpenAsync(default);
        Assert.InRange(await filled.ExecuteScalarAsync<int>("select count(*) from bests"), 60, 80);
        await CheckAsync(filled);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(127, 127, 1)]
    [InlineData(128, 128, 2)]
    [InlineData(129, 128, 2)]
    [InlineData(255, 254, 2)]
    [InlineData(256, 256, 4)]
    [InlineData(5001, 4992, 64)]
    [InlineData(4_000_000, 3_997_696, 32768)]
    [InlineData(int.MaxValue, 2_130_706_432, 16777216)]
    public void A_bucket_is_no_wider_than_a_64th_of_its_values(int value, int bucket, int width)
    {
        Assert.Equal((bucket, width), (Measures.Bucket(value), Measures.Width(value)));
        Assert.True(width == 1 || width * 64L <= value);
    }

    [Fact]
    public void A_picture_has_at_most_forty_buckets_side_by_side_and_loses_nobody()
    {
        var random = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 300)).Select(_ => random.Next(1 << random.Next(1, 23))).ToList();
            var stored = values.GroupBy(Measures.Bucket).OrderBy(g => g.Key).Select(g => new BucketRow(Measure.Time, g.Key, g.Count())).ToList();
            var picture = Histogram.Of(stored, values[0]);
            Assert.InRange(picture.Buckets.Count, 1, 40);
            Assert.Equal(values.Count, picture.Buckets.Sum(b => b.Count));
            Assert.All(picture.Buckets.Zip(picture.Buckets.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(picture.Buckets[0].From <= values.Min() && picture.Buckets[^1].To > values.Max());
            var others = values.Count == 1 ? 100 : Math.Round(100.0 * values.Count(v => Measures.Bucket(v) > Measures.Bucket(values[0])) / (values.Count - 1), 2);
            Assert.Equal(others, picture.Percentile);
        }
    }

    private static async Task CheckAsync(System.Data.Common.DbConnection connection)
    {
        const string Accepted = "from submissions where state = 2 and verdict = 0 and kind = 0 and rejudge_of is null";
        var bests = (await connection.QueryAsync<(string Problem, string Language, string Account, int Time, int Memory)>(
            $"select problem, language, account_id, min(time_ms), min(memory_kb) {Accepted} group by 1, 2, 3")).Order().ToList();
        Assert.Equal(bests, (await connection.QueryAsync<(string, string, string, int, int)>("select problem, language, account_id, time_ms, memory_kb from bests")).Order());
        var counts = bests.SelectMany(b => (IEnumerable<(string, string, int, int)>)[(b.Problem, b.Language, 0, Measures.Bucket(b.Time)), (b.Problem, b.Language, 1, Measures.Bucket(b.Memory))])
            .GroupBy(b => b).Select(g => (g.Key.Item1, g.Key.Item2, g.Key.Item3, g.Key.Item4, g.Count())).Order().ToList();
        Assert.Equal(counts, (await connection.QueryAsync<(string, string, int, int, int)>(
            "select problem, language, measure, bucket, accounts from distributions where accounts <> 0")).Order());
    }

    /// <summary>What is kept is what the submissions say.</summary>
    private async Task CheckAsync()
    {
        await using var connection = await server.App.Services.GetRequiredService<Database>().OpenAsync(default);
        await CheckAsync(connection);
    }

    private async Task PutAsync(string slug, string answer)
    {
        using var response = await server.PutProblemAsync(slug, ("problem.yaml", $"name: {slug}\n"), ("data/secret/1.in", "3\n"), ("data/secret/1.ans", $"{answer}\n"));
        Assert.True(response.IsSuccessStatusCode);
    }

    private static async Task<string> JudgedAsync(JudgeClient client, string verdict, string source = "print(3)")
    {
        var id = await client.SubmitAsync("ranking", "python", source);
        Assert.Equal(verdict, (await client.JudgedAsync(id)).Text("verdict"));
        return id;
    }

    private Task<JsonObject> DistributionAsync() => server.Free.GetAsync("/api/problems/ranking/distribution?language=python");

    private async Task<(double Time, double Memory)> PercentilesAsync(string id)
    {
        var submission = await server.Admin.GetAsync($"/api/submissions/{id}");
        return (submission["timePercentile"]!.GetValue<double>(), submission["memoryPercentile"]!.GetValue<double>());
    }

    /// <summary>Accepted submissions of accounts of their own, but that the first two are of one account; a worker reports all of them at once.</summary>
    private async Task<List<string>> OthersAsync(int[] times)
    {
        var rows = times.Select((time, i) => (Id: Guid.CreateVersion7(), Account: $"00000000-0000-0000-0000-00000000000{Math.Max(i, 1)}", Time: time)).ToList();
        await server.App.Services.GetRequiredService<Database>().WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "insert into accounts (id, name, tier, role, created_at) values (@Account, @Account, 0, 0, 0)", rows.Skip(1).Select(r => new { r.Account }), transaction);
                return await connection.ExecuteAsync(
                    """
                    insert into submissions (id, account_id, problem, package_hash, language, tier, state, version, attempt, done, total, created_at, not_before, dispatched_at, lease_until,
                        worker, starts, source)
                    values (@id, @Account, 'ranking', 'h', 'python', 0, 1, 1, 1, 0, 1, 0, 0, 0, 9000000000000, 'w', 1, '')
                    """,
                    rows.Select(r => new { id = r.Id.ToString(), r.Account }),
                    transaction);
            },
            default);
        var store = server.App.Services.GetRequiredService<JudgingStore>();
        await Task.WhenAll(rows.Select(r => store.JudgedAsync(new SubmissionJudged(r.Id, 1, "w", Verdict.Accepted, r.Time, r.Time, 4_000_000, null, null, []), default)));
        return [.. rows.Select(r => r.Id.ToString())];
    }

    private async Task RejudgeAsync(string id)
    {
        using var response = await server.Admin.Http.PostAsync($"/api/submissions/{id}/rejudge", null);
        var rejudge = $"/api/rejudges/{(await response.BodyAsync(HttpStatusCode.Accepted)).Text("id")}";
        await Repository.UntilAsync(async () => (await server.Admin.GetAsync(rejudge)).Text("state") == "done", TimeSpan.FromSeconds(60), "it is not done");
    }
}

public sealed class DistributionOnSqliteTests(ApiServer server) : DistributionTests(server), IClassFixture<ApiServer>;

public sealed class DistributionOnPostgresTests(PostgresApiServer server) : DistributionTests(server), IClassFixture<PostgresApiServer>;
