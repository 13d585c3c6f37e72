using Judge.Testing;
using Judge.Worker.Languages;

namespace Judge.Worker.Tests.Languages;

public sealed class LanguagesPageTests
{
    [Fact]
    public void The_page_in_docs_is_what_judge_languages_markdown_prints() =>
        Assert.Equal(LanguagesPage.Text, File.ReadAllText(Path.Combine(Repository.Root, "docs/languages.md")));

    [Fact]
    public void Ids_are_different_and_an_extension_belongs_to_one_language()
    {
        Assert.Distinct(LanguageCatalog.All.Select(l => l.Id), StringComparer.Ordinal);
        Assert.Distinct(LanguageCatalog.All.SelectMany(l => l.Extensions), StringComparer.Ordinal);
    }

    [Fact]
    public void The_image_with_all_languages_has_every_package()
    {
        var image = File.ReadAllText(Path.Combine(Repository.Root, "deploy/languages/Dockerfile")).Split((char[])[' ', '\n', '\\'], StringSplitOptions.RemoveEmptyEntries);
        // bash is everywhere.
        Assert.Empty(LanguageCatalog.All.SelectMany(l => LanguagesCommand.PackagesOf(l)?.Split(' ') ?? []).Except([.. image, "bash"], StringComparer.Ordinal));
    }
}
