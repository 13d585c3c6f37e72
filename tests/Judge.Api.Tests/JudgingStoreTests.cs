using Dapper;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Failures;
using Judge.Api.Hosting;
using Judge.Api.Languages;
using Judge.Api.Queues;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Testing;

namespace Judge.Api.Tests;

/// <summary>The compare-and-sets that make worker messages safe to repeat, lose and reorder; on real databases with a clock of our own.</summary>
public abstract class JudgingStoreTests : IAsyncLifetime
{
    private static readonly AccountLimits NoLimits = new(0, 0, 0, 0);
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualClock _clock = new();
    private readonly Engine _engine;
    private Database _database = null!;
    private SubmissionStore _submissions = null!;
    private JudgingStore _judging = null!;
    private DispatchStore _dispatch = null!;
    private WorkerStore _workers = null!;
    private Account _account = null!;

    protected JudgingStoreTests(Engine engine) => _engine = engine;

    public async Task InitializeAsync()
    {
        var connectionString = await TestDatabase.CreateAsync(_engine, _directory.Path);
        _database = _engine == Engine.Postgres ? new PostgresDatabase(connectionString) : new SqliteDatabase(connectionString);
        (_submissions, _judging, _dispatch, _workers) =
            (new SubmissionStore(_database, _clock), new JudgingStore(_database, _clock), new DispatchStore(_database, _clock), new WorkerStore(_database, _clock));
        await new Migrator(_database, _clock).MigrateAsync(default);
        _account = (await new AccountStore(_database, _clock).CreateAsync("alice", Tier.Free, Role.User, "key", default))!;
        await SeenAsync(slots: 2);
    }

    public Task DisposeAsync()
    {
        _database?.Dispose();
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_attempt_changes_nothing()
    {
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        Assert.NotNull(await _judging.JudgedAsync(Judged(claim, Verdict.Accepted), default));
        var first = await ReadAsync(claim);
        Assert.Null(await _judging.JudgedAsync(Judged(claim, Verdict.WrongAnswer), default));
        Assert.Null(await _judging.StartedAsync(Started(claim), default));
        Assert.Null(await _judging.ProgressedAsync(new SubmissionProgressed(Guid.Parse(claim.Id), 1, 5), default));
        Assert.Equal(first, await ReadAsync(claim));
        Assert.Equal(Verdict.Accepted, first.Verdict);
    }

    /// <summary>PostgreSQL has no U+0000 in texts; a program may print what it likes.</summary>
    [Fact]
    public async Task What_programs_compilers_and_workers_say_is_stored_whatever_is_in_it()
    {
        const string Odd = "a\0b\ud800\u0007\n";
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        var cases = new[] { new CaseResult("sample/1", Verdict.WrongAnswer, 1, 1, 1, 0, null, "got \"\0\"", Output: "\0") };
        Assert.NotNull(await _judging.JudgedAsync(Judged(claim, Verdict.WrongAnswer) with { Message = "got \"\0\"", CompileOutput = "\0", Cases = cases }, default));
        Assert.Equal("got \"\ufffd\"", (await ReadAsync(claim)).Message);
        var failing = await SubmitAndClaimAsync();
        await _judging.AbandonAsync(new SubmissionAbandoned(Guid.Parse(failing.Id), 1, "w", Odd.Replace("\ud800", "", StringComparison.Ordinal)), default);
        Assert.Equal(2, (await ReadAsync(failing)).Attempt);
    }

    [Fact]
    public async Task A_repeated_start_event_counts_once()
    {
        var claim = await SubmitAndClaimAsync();
        var started = Started(claim);
        for (var i = 0; i < 10; i++) await _judging.StartedAsync(started, default);
        Assert.Equal(SubmissionState.Judging, (await ReadAsync(claim)).State);
    }

    [Fact]
    public async Task Messages_of_a_stale_attempt_change_nothing()
    {
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        await _judging.LoseAsync(Guid.Parse(claim.Id), 1, "lost", default);
        var before = await ReadAsync(claim);
        Assert.Equal(2, before.Attempt);
        Assert.Null(await _judging.JudgedAsync(Judged(claim, Verdict.WrongAnswer), default));
        Assert.Null(await _judging.StartedAsync(Started(claim), default));
        await _judging.LoseAsync(Guid.Parse(claim.Id), 1, "lost", default);
        Assert.Null(await _judging.AbandonAsync(new SubmissionAbandoned(Guid.Parse(claim.Id), 1, "w", "no package"), default));
        Assert.Equal(before, await ReadAsync(claim));
    }

    [Fact]
    public async Task State_and_version_never_go_back_when_an_attempt_is_given_up()
    {
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        await _judging.ProgressedAsync(new SubmissionProgressed(Guid.Parse(claim.Id), 1, 3), default);
        var before = await ReadAsync(claim);
        _clock.Advance(SubmissionLimits.Lease + TimeSpan.FromSeconds(1));
        await _judging.SweepAsync(default);
        var after = await ReadAsync(claim);
        Assert.Equal((before.State, before.Version, before.Done), (after.State, after.Version, after.Done));
        Assert.Equal(2, after.Attempt);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await SeenAsync(slots: 2);
        var again = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
        Assert.Equal(2, again.Attempt);
        await _judging.StartedAsync(Started(again), default);
        await _judging.ProgressedAsync(new SubmissionProgressed(Guid.Parse(claim.Id), 2, 1), default);
        Assert.Equal(before.Version, (await ReadAsync(claim)).Version);
        await _judging.JudgedAsync(Judged(again, Verdict.Accepted), default);
        Assert.True((await ReadAsync(claim)).Version > before.Version);
    }

    [Fact]
    public async Task Progress_renews_the_lease_and_silence_ends_it()
    {
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(SubmissionLimits.Lease / 2);
            await _judging.ProgressedAsync(new SubmissionProgressed(Guid.Parse(claim.Id), 1, 0), default);
            await _judging.SweepAsync(default);
        }

        Assert.Equal(1, (await ReadAsync(claim)).Attempt);
        _clock.Advance(SubmissionLimits.Lease * 2);
        await _judging.SweepAsync(default);
        Assert.Equal(2, (await ReadAsync(claim)).Attempt);
    }

    [Fact]
    public async Task A_submission_that_three_workers_have_died_over_is_given_up_with_the_reason()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        for (var start = 1; start <= 3; start++) await BeginAndLoseAsync(start, $"dead-{start}");
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Free, default));
        _clock.Advance(TimeSpan.FromSeconds(25));
        // While nobody is heard of, it may be the network.
        Assert.Empty(await _judging.SweepAsync(default));
        await SeenAsync(slots: 2);
        Assert.Equal(id, Assert.Single(await _judging.SweepAsync(default)).Message!.SubmissionId);
        var row = await _submissions.FindAsync(id, null, default);
        Assert.Equal((SubmissionState.Judged, Verdict.InternalError), (row!.State, row.Verdict));
        Assert.Equal("given up after 3 tries: 3 workers that judged it were lost", row.Message);
    }

    [Fact]
    public async Task Where_workers_die_without_it_too_a_submission_is_given_up_later()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        await BeginAndLoseAsync(1, "host-a-small-1-00a1b2");
        foreach (var other in (string[])["host-a-big-7-00a1b2", "host-a-big-8-00a1b2", "host-a-big-9-00a1b2", "host-a-small-9-00a1b3", "host-b-big-9-00a1b2"])
            await _workers.SeenAsync(new WorkerSeen(other, Tier.Premium, 2, 1, []), default);
        for (var start = 2; start <= 6; start++)
        {
            Assert.NotEqual(SubmissionState.Judged, (await _submissions.FindAsync(id, null, default))!.State);
            await BeginAndLoseAsync(start, $"host-a-small-{start}-00a1b2");
        }

        _clock.Advance(TimeSpan.FromSeconds(25));
        await SeenAsync(slots: 2);
        Assert.Equal(id, Assert.Single(await _judging.SweepAsync(default)).Message!.SubmissionId);
        Assert.Equal("given up after 6 tries: 6 workers that judged it were lost", (await _submissions.FindAsync(id, null, default))!.Message);
    }

    [Fact]
    public async Task The_other_pool_of_its_process_and_workers_that_have_stopped_excuse_nothing()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        for (var start = 1; start <= 3; start++)
        {
            await BeginAndLoseAsync(start, $"host-small-{start}-00a1b2");
            await _workers.SeenAsync(new WorkerSeen($"host-big-{start}-00a1b3", Tier.Premium, 2, 1, []), default);
            await _workers.SeenAsync(new WorkerSeen($"host-big-{10 + start}-00a1b3", Tier.Premium, 0, 0, []), default);
        }

        _clock.Advance(TimeSpan.FromSeconds(25));
        await SeenAsync(slots: 2);
        Assert.Equal(id, Assert.Single(await _judging.SweepAsync(default)).Message!.SubmissionId);
    }

    [Fact]
    public async Task A_submission_whose_workers_were_only_cut_off_is_begun_again()
    {
        await SubmitAsync();
        // The first has died, the others live: the broker was away, or the network.
        await BeginAndLoseAsync(1, "dead-1");
        for (var start = 2; start <= 5; start++) await BeginAndLoseAsync(start, "w");
        _clock.Advance(TimeSpan.FromSeconds(25));
        await SeenAsync(slots: 2);
        Assert.Empty(await _judging.SweepAsync(default));
        Assert.Equal(6, Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default)).Attempt);
    }

    [Fact]
    public async Task No_submission_is_tried_for_ever()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        for (var start = 1; (await _submissions.FindAsync(id, null, default))!.State != SubmissionState.Judged; start++)
        {
            Assert.InRange(start, 1, 25);
            await BeginAndLoseAsync(start, "w");
            _clock.Advance(TimeSpan.FromSeconds(25));
            await SeenAsync(slots: 2);
            await _judging.SweepAsync(default);
        }
    }

    [Fact]
    public async Task A_submission_that_three_times_could_not_be_judged_is_given_up_with_what_the_worker_said()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await SeenAsync(slots: 2);
            var claim = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
            await _judging.StartedAsync(Started(claim), default);
            await _judging.AbandonAsync(new SubmissionAbandoned(id, claim.Attempt, "w", "there is no package hash"), default);
        }

        var row = await _submissions.FindAsync(id, null, default);
        Assert.Equal((SubmissionState.Judged, Verdict.InternalError, "given up after 3 tries: there is no package hash"), (row!.State, row.Verdict, row.Message));
    }

    [Fact]
    public async Task Workers_that_stop_in_good_order_count_for_nothing_however_many()
    {
        var id = Guid.Parse((await SubmitAsync()).Id);
        for (var start = 1; start <= 2; start++) await BeginAndLoseAsync(start, $"dead-{start}");
        _clock.Advance(TimeSpan.FromSeconds(5));
        for (var attempt = 3; attempt < 8; attempt++)
        {
            // At once: no pause, as there is after a failure.
            await SeenAsync(slots: 2);
            var claim = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
            Assert.Equal(attempt, claim.Attempt);
            await _judging.StartedAsync(Started(claim, worker: $"leaving-{attempt}"), default);
            await _judging.ProgressedAsync(new SubmissionProgressed(id, attempt, attempt), default);
            var before = await ReadAsync(claim);
            Assert.Null(await _judging.AbandonAsync(Stopping(claim, $"leaving-{attempt}"), default));
            Assert.Null(await _judging.AbandonAsync(Stopping(claim, $"leaving-{attempt}"), default));
            var after = await ReadAsync(claim);
            Assert.Equal((before.State, before.Version, before.Done, attempt + 1), (after.State, after.Version, after.Done, after.Attempt));
            Assert.Empty(await _judging.SweepAsync(default));
        }

        // The two that died are still remembered: with a third it is to blame.
        await BeginAndLoseAsync(8, "dead-3");
        _clock.Advance(TimeSpan.FromSeconds(25));
        await SeenAsync(slots: 2);
        Assert.Equal(id, Assert.Single(await _judging.SweepAsync(default)).Message!.SubmissionId);
    }

    [Fact]
    public async Task What_a_stopping_worker_hands_back_is_taken_from_it_alone_and_before_its_start_is_known_too()
    {
        var claim = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(claim), default);
        await _judging.StartedAsync(Started(claim, redelivered: true, worker: "other"), default);
        await _judging.AbandonAsync(Stopping(claim, "w"), default);
        Assert.Equal(1, (await ReadAsync(claim)).Attempt);
        await _judging.AbandonAsync(Stopping(claim, "other"), default);
        Assert.Equal(2, (await ReadAsync(claim)).Attempt);
        await SeenAsync(slots: 2);
        var again = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
        // Two instances store what workers say: the start may come last.
        await _judging.AbandonAsync(Stopping(again, "w"), default);
        Assert.Null(await _judging.StartedAsync(Started(again), default));
        Assert.Equal(3, (await ReadAsync(claim)).Attempt);
        Assert.Equal(3, Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default)).Attempt);
    }

    [Fact]
    public async Task A_message_the_broker_lost_is_sent_again_as_the_next_attempt()
    {
        var claim = await SubmitAndClaimAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.True(await _dispatch.HasIdleSlotAsync(Tier.Free, default));
        Assert.Equal(0, await _dispatch.ResendAsync(Lane.Premium, TimeSpan.FromSeconds(8), default));
        Assert.Equal(1, await _dispatch.ResendAsync(Lane.Free, TimeSpan.FromSeconds(8), default));
        var again = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
        Assert.Equal((claim.Id, 2), (again.Id, again.Attempt));
        await _judging.StartedAsync(Started(again), default);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await _dispatch.ResendAsync(Lane.Free, TimeSpan.FromSeconds(8), default));
    }

    [Fact]
    public async Task A_slot_is_idle_when_its_worker_says_so_whatever_the_rows_say()
    {
        await SubmitAndClaimAsync();
        await SeenAsync(slots: 2, busy: 1);
        Assert.True(await _dispatch.HasIdleSlotAsync(Tier.Free, default));
        Assert.False(await _dispatch.HasIdleSlotAsync(Tier.Premium, default));
        // Busy with work that was cancelled: no row says so.
        await SeenAsync(slots: 2, busy: 2);
        Assert.False(await _dispatch.HasIdleSlotAsync(Tier.Free, default));
        await SeenAsync(slots: 0, busy: 0);
        Assert.False(await _dispatch.HasIdleSlotAsync(Tier.Free, default));
    }

    [Fact]
    public async Task Copies_of_a_message_do_not_count_as_starts_but_redeliveries_do()
    {
        var claim = await SubmitAndClaimAsync();
        for (var i = 0; i < 10; i++) await _judging.StartedAsync(Started(claim, worker: $"dead-{i}"), default);
        for (var i = 0; i < 2; i++) await _judging.StartedAsync(Started(claim, redelivered: true, worker: "dead"), default);
        Assert.Equal(1, (await ReadAsync(claim)).Attempt);
        await _judging.StartedAsync(Started(claim, redelivered: true, worker: "dead"), default);
        // Not this attempt any more: it is to be seen what becomes of the workers.
        Assert.Equal(2, (await ReadAsync(claim)).Attempt);
    }

    [Fact]
    public async Task The_queue_of_the_broker_is_kept_two_deep_per_slot_and_empty_without_workers()
    {
        for (var i = 0; i < 20; i++) await SubmitAsync();
        Assert.Equal(4, (await _dispatch.ClaimAsync(Lane.Free, default)).Count);
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Free, default));
        await SeenAsync(slots: 3);
        Assert.Equal(2, (await _dispatch.ClaimAsync(Lane.Free, default)).Count);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _dispatch.ResendAsync(Lane.Free, TimeSpan.FromSeconds(8), default);
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Free, default));
    }

    [Fact]
    public async Task A_flood_of_one_account_leaves_the_others_their_turn()
    {
        var accounts = new AccountStore(_database, _clock);
        for (var i = 0; i < 500; i++) await SubmitAsync();
        var bob = (await accounts.CreateAsync("bob", Tier.Free, Role.User, "bob", default))!;
        var bobs = (await SubmitAsync(bob)).Id;
        var claims = await _dispatch.ClaimAsync(Lane.Free, default);
        Assert.Equal(4, claims.Count);
        Assert.Contains(claims, c => c.Id == bobs);
    }

    /// <summary>As many accounts as there are places: each of them always has the fewest in flight, and each of their submissions is older.</summary>
    [Fact]
    public async Task A_flood_of_three_accounts_leaves_a_fourth_its_turn()
    {
        await SeenAsync(slots: 1);
        var accounts = new AccountStore(_database, _clock);
        foreach (var name in (string[])["flooder-1", "flooder-2", "flooder-3"])
        {
            var flooder = (await accounts.CreateAsync(name, Tier.Free, Role.User, name, default))!;
            for (var i = 0; i < 20; i++) await SubmitAsync(flooder);
        }

        var working = new Queue<Claim>(await _dispatch.ClaimAsync(Lane.Free, default));
        await FinishOneAsync();
        var single = (await SubmitAsync()).Id;
        for (var turns = 0; working.All(c => c.Id != single); turns++)
        {
            Assert.True(turns < 3, "it is overtaken by more than one of each other account");
            await FinishOneAsync();
        }

        async Task FinishOneAsync()
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            var claim = working.Dequeue();
            await _judging.StartedAsync(Started(claim), default);
            foreach (var next in await _dispatch.ClaimAsync(Lane.Free, default)) working.Enqueue(next);
            await _judging.JudgedAsync(Judged(claim, Verdict.Accepted), default);
        }
    }

    [Fact]
    public async Task A_rejudge_gets_the_slots_that_the_free_tier_leaves_and_nobodys_turn()
    {
        var jobs = new List<string>();
        for (var i = 0; i < 5; i++) jobs.Add(await MakeJobAsync());
        var waiting = (await SubmitAsync()).Id;
        // While anything of the free tier can go, nothing of theirs does.
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Background, default));
        var claim = Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
        Assert.Equal(waiting, claim.Id);
        // One of two slots is taken: one is left, and no message is to lie in the queue before one of the free tier.
        var job = Assert.Single(await _dispatch.ClaimAsync(Lane.Background, default));
        Assert.Equal((jobs[0], Tier.Free), (job.Id, job.ToMessage().Tier));
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Background, default));
        await _judging.StartedAsync(Started(claim), default);
        await _judging.JudgedAsync(Judged(claim, Verdict.Accepted), default);
        Assert.Equal(jobs[1], Assert.Single(await _dispatch.ClaimAsync(Lane.Background, default)).Id);
        // They take no place from the free tier, whose queue may be as deep as ever.
        for (var i = 0; i < 10; i++) await SubmitAsync();
        Assert.Equal(4, (await _dispatch.ClaimAsync(Lane.Free, default)).Count);
        await SeenAsync(slots: 0);
        Assert.Empty(await _dispatch.ClaimAsync(Lane.Background, default));
    }

    [Fact]
    public async Task The_outcome_of_a_rejudge_is_the_submissions_and_internalError_leaves_it_as_it_was()
    {
        var original = await SubmitAndClaimAsync();
        await _judging.StartedAsync(Started(original), default);
        await _judging.JudgedAsync(Judged(original, Verdict.Accepted), default);
        var before = await ReadAsync(original);
        var failing = await MakeJobAsync(original.Id);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            _clock.Advance(TimeSpan.FromSeconds(9));
            await SeenAsync(slots: 2);
            var tried = Assert.Single(await _dispatch.ClaimAsync(Lane.Background, default));
            Assert.Null((await _judging.AbandonAsync(new SubmissionAbandoned(Guid.Parse(tried.Id), attempt, "w", "no sandbox"), default))?.Message);
        }

        Assert.Equal(before, await ReadAsync(original));
        Assert.Null(await _submissions.FindAsync(Guid.Parse(failing), null, default));
        var (failures, attempts) = await new FailureStore(_database, _clock).ListAsync(null, 10, default);
        Assert.Equal(original.Id, Assert.Single(failures).SubmissionId);
        Assert.Equal(["no sandbox", "no sandbox", "no sandbox"], attempts[original.Id].Select(a => a.Reason));

        await MakeJobAsync(original.Id);
        var claim = Assert.Single(await _dispatch.ClaimAsync(Lane.Background, default));
        await _judging.StartedAsync(Started(claim), default);
        var change = await _judging.JudgedAsync(Judged(claim, Verdict.WrongAnswer), default);
        Assert.Equal((Guid.Parse(original.Id), Guid.Parse(_account.Id), before.Version + 1), (change!.Message!.SubmissionId, change.Message.AccountId, change.Message.Version));
        Assert.Null(await _judging.JudgedAsync(Judged(claim, Verdict.Accepted), default));
        var after = await ReadAsync(original);
        Assert.Equal((Verdict.WrongAnswer, SubmissionState.Judged, 1), (after.Verdict, after.State, after.Attempt));
        Assert.Empty((await new FailureStore(_database, _clock).ListAsync(null, 10, default)).Failures);
    }

    [Fact]
    public async Task The_pace_is_that_of_the_tier_of_late()
    {
        Assert.Equal(new QueuePace(2, 0, null), await PaceAsync());
        foreach (var seconds in (int[])[1, 3])
        {
            var claim = await SubmitAndClaimAsync();
            await _judging.StartedAsync(Started(claim), default);
            Assert.Equal(1, (await PaceAsync()).Judging);
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            await _judging.JudgedAsync(Judged(claim, Verdict.Accepted), default);
        }

        // One that was cancelled says nothing of how long judging takes.
        await _submissions.CancelAsync(Guid.Parse((await SubmitAsync()).Id), null, default);
        Assert.Equal(new QueuePace(2, 0, 2000), await PaceAsync());
        _clock.Advance(TimeSpan.FromMinutes(3));
        await SeenAsync(slots: 4);
        Assert.Equal(new QueuePace(4, 0, null), await PaceAsync());
    }

    [Theory]
    [InlineData("a1 a2 a3 b4 b5 c6", "", 6, "a1 b4 c6 a2 b5 a3")]
    [InlineData("a1 a2 a3 b4 b5 c6", "", 2, "a1 b4")]
    [InlineData("a1 a2 b3 b4", "a a a", 4, "b3 b4 a1 a2")]
    [InlineData("a1 a2 b3 b4", "a", 4, "b3 a1 b4 a2")]
    [InlineData("", "a", 4, "")]
    [InlineData("a1 a2 b3 b4 c5", "a b", 1, "c5")]
    public void Turns_go_round_the_accounts_and_count_what_is_in_flight(string oldest, string inFlight, int room, string picked)
    {
        static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var flying = Words(inFlight).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var turns = DispatchStore.TakeTurns(Words(oldest).Select(w => (w[..1], w[1..], 0L)), flying, room);
        Assert.Equal(Words(picked).Select(w => w[1..]), turns);
    }

    private Task SeenAsync(int slots, int busy = 0) => _workers.SeenAsync(new WorkerSeen("w", Tier.Free, slots, busy, []), default);

    /// <summary>A worker begins it and is not heard of again.</summary>
    private async Task BeginAndLoseAsync(int attempt, string worker)
    {
        for (var i = 0; i < 12 && (await _dispatch.ClaimAsync(Lane.Free, default)) is var claims; i++)
        {
            if (claims.Count == 1)
            {
                Assert.Equal(attempt, claims[0].Attempt);
                await _workers.SeenAsync(new WorkerSeen(worker, Tier.Free, 2, 1, []), default);
                await _judging.StartedAsync(Started(claims[0], worker: worker), default);
                _clock.Advance(SubmissionLimits.Lease + TimeSpan.FromSeconds(1));
                await _judging.SweepAsync(default);
                return;
            }

            // A failed attempt waits a little before its next turn, and a suspected one for its trial.
            _clock.Advance(TimeSpan.FromSeconds(5));
            await SeenAsync(slots: 2);
            await _judging.SweepAsync(default);
        }

        Assert.Fail($"attempt {attempt} does not come");
    }

    private ValueTask<QueuePace> PaceAsync() => new QueuePaces(_database, _clock).ReadAsync(Tier.Free, default);

    private async Task<SubmissionRow> SubmitAsync(Account? account = null)
    {
        var outcome = await _submissions.CreateAsync(account ?? _account, NoLimits, new NewSubmission("p", "hash", 10, "python", "x", null), default);
        return Assert.IsType<CreateOutcome.Stored>(outcome).Row;
    }

    /// <summary>A rejudge's job, as the rejudger makes it.</summary>
    private async Task<string> MakeJobAsync(string? of = null)
    {
        var id = (await SubmitAsync()).Id;
        await _database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "update submissions set account_id = @judge, tier = 2, rejudge_of = @of where id = @id", new { id, judge = Guid.Empty.ToString(), of = of ?? "x" }, transaction),
            default);
        return id;
    }

    private async Task<Claim> SubmitAndClaimAsync()
    {
        await SubmitAsync();
        return Assert.Single(await _dispatch.ClaimAsync(Lane.Free, default));
    }

    private async Task<SubmissionRow> ReadAsync(Claim claim) => (await _submissions.FindAsync(Guid.Parse(claim.Id), null, default))!;

    private static SubmissionStarted Started(Claim claim, bool redelivered = false, string worker = "w") => new(Guid.Parse(claim.Id), claim.Attempt, Guid.NewGuid(), worker, redelivered);

    private static SubmissionAbandoned Stopping(Claim claim, string worker) => new(Guid.Parse(claim.Id), claim.Attempt, worker, "the worker was told to stop", Stopping: true);

    private static SubmissionJudged Judged(Claim claim, Verdict verdict) => new(Guid.Parse(claim.Id), claim.Attempt, "w", verdict, 1, 1, 1, null, null, []);

    private sealed class ManualClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}

public sealed class JudgingStoreOnSqliteTests() : JudgingStoreTests(Engine.Sqlite);

public sealed class JudgingStoreOnPostgresTests() : JudgingStoreTests(Engine.Postgres);
