using Judge.Api.Hosting;
using Judge.Worker.Problems;

namespace Judge.Api.Problems;

/// <summary>Offers the packages under the problems path from the start. One that an admin has replaced stays replaced.</summary>
internal sealed class ShippedProblems(ProblemStore store, JudgeSettings settings, ILogger<ShippedProblems> log)
{
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        if (settings.ProblemsPath is not { } path) return;
        foreach (var directory in Directory.GetDirectories(path).Order(StringComparer.Ordinal))
        {
            var slug = Path.GetFileName(directory);
            try
            {
                var stored = await store.FindAsync(slug, cancellationToken);
                if (stored is { Shipped: false } || stored?.PackageHash == PackageArchive.Hash(directory)) continue;
                await store.PutAsync(slug, directory, PackageReader.Read(directory), shipped: true, cancellationToken);
                log.ProblemImported(slug);
            }
            catch (PackageException e)
            {
                log.ProblemFaulty(slug, e.Message);
            }
        }
    }
}
