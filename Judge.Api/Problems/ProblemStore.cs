using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Judge.Api.Data;
using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Api.Problems;

/// <summary>A problem as stored.</summary>
internal sealed record ProblemRow
{
    public string Slug { get; init; } = "";

    public string PackageHash { get; init; } = "";

    public string Title { get; init; } = "";

    public string? Difficulty { get; init; }

    public string Tags { get; init; } = "[]";

    public string Statement { get; init; } = "";

    public int TimeLimitMs { get; init; }

    public int MemoryLimitKb { get; init; }

    public int CaseCount { get; init; }

    public string Samples { get; init; } = "[]";

    public bool Shipped { get; init; }

    /// <summary>Of a function problem its signature.json; else null.</summary>
    public string? Signature { get; init; }

    /// <summary>What <see cref="Signature"/> says; null of any other problem.</summary>
    public Signature? ReadSignature() => Signature is null ? null : SignatureReader.Read(Signature, (_, _) => { });

    /// <summary>Why it cannot be solved in a language; null when it can, and of what is no language.</summary>
    public string? WhyNot(string language) => Signature is not null && LanguageCatalog.Find(language) is { Functions: null }
        ? $"'{language}' takes no part in function problems; {string.Join(", ", LanguageCatalog.All.Where(l => l.Functions is not null).Select(l => l.Id))} do"
        : null;
}

internal sealed class ProblemStore(Database database, TimeProvider clock) : IPackageSource
{
    /// <summary>All but the texts, which are as long as their author likes and which only a reader of the problem wants.</summary>
    private const string Columns =
        "slug, package_hash as PackageHash, title, difficulty, tags, time_limit_ms as TimeLimitMs, memory_limit_kb as MemoryLimitKb, case_count as CaseCount, shipped, signature";

    public async Task<ProblemRow?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ProblemRow>($"select {Columns} from problems where slug = @slug", new { slug });
    }

    /// <summary>The problem with its statement and samples.</summary>
    public async Task<ProblemRow?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<ProblemRow>($"select {Columns}, statement, samples from problems where slug = @slug", new { slug });
    }

    public async Task<IReadOnlyList<ProblemRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<ProblemRow>($"select {Columns} from problems order by slug")];
    }

    /// <summary>Stores an unpacked and checked package as the problem's present version. Submissions keep the one they came with.</summary>
    /// <returns>Whether the problem is new.</returns>
    public async Task<bool> PutAsync(string slug, string directory, ProblemPackage package, bool shipped, CancellationToken cancellationToken)
    {
        var hash = PackageArchive.Hash(directory);
        var zip = PackageArchive.Create(directory);
        var samples = JsonSerializer.Serialize(await SamplesOfAsync(package, cancellationToken), JsonSerializerOptions.Web);
        var signature = package.Signature is null ? null : await File.ReadAllTextAsync(Path.Combine(directory, Signature.FileName), cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "insert into packages (hash, zip, created_at) values (@hash, @zip, @now) on conflict (hash) do nothing", new { hash, zip, now }, transaction);
                var isNew = await connection.ExecuteScalarAsync<int>("select count(*) from problems where slug = @slug", new { slug }, transaction) == 0;
                await connection.ExecuteAsync(
                    """
                    insert into problems (
                        slug, package_hash, title, difficulty, tags, statement, time_limit_ms, memory_limit_kb, case_count, samples, shipped, updated_at, signature)
                    values (@slug, @hash, @Title, @Difficulty, @tags, @Statement, @timeLimitMs, @memoryLimitKb, @count, @samples, @shipped, @now, @signature)
                    on conflict (slug) do update set
                        package_hash = excluded.package_hash, title = excluded.title, difficulty = excluded.difficulty, tags = excluded.tags,
                        statement = excluded.statement, time_limit_ms = excluded.time_limit_ms, memory_limit_kb = excluded.memory_limit_kb,
                        case_count = excluded.case_count, samples = excluded.samples, shipped = excluded.shipped, updated_at = excluded.updated_at,
                        signature = excluded.signature
                    """,
                    new
                    {
                        slug, hash, Title = StoredText.Of(package.Title), package.Difficulty, tags = JsonSerializer.Serialize(package.Tags), Statement = StoredText.Of(package.Statement),
                        timeLimitMs = (int)package.TimeLimit.TotalMilliseconds, memoryLimitKb = package.MemoryMb * 1024, count = package.Cases.Count,
                        samples, shipped = shipped ? 1 : 0, now, signature,
                    },
                    transaction);
                return isNew;
            },
            cancellationToken);
    }

    /// <exception cref="PackageException">There is no such package.</exception>
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var zip = await connection.ExecuteScalarAsync<byte[]?>("select zip from packages where hash = @hash", new { hash });
        return zip is null ? throw new PackageException($"there is no package {hash}") : new MemoryStream(zip, writable: false);
    }

    private static async Task<IReadOnlyList<SampleView>> SamplesOfAsync(ProblemPackage package, CancellationToken cancellationToken)
    {
        var samples = package.Interactions.Select(i => new SampleView(i.Name, "", "", i.Text)).ToList();
        foreach (var sample in package.Cases.Where(c => c is { IsSample: true, IsInteractive: false }))
            samples.Add(new SampleView(sample.Name, await sample.Input.ReadTextAsync(cancellationToken), await sample.Answer!.ReadTextAsync(cancellationToken)));
        return samples;
    }
}

/// <summary>An example that users may see.</summary>
/// <param name="Name">Such as <c>sample/1</c>.</param>
/// <param name="Input">What the program gets; empty of an interactive problem.</param>
/// <param name="Output">What it should print; empty of an interactive problem.</param>
/// <param name="Interaction">Of an interactive problem: what both say, with &lt; before the judge's lines and &gt; before the program's; else left out.</param>
internal sealed record SampleView(
    string Name, string Input, string Output, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Interaction = null);
