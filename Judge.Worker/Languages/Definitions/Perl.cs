namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Perl { get; } = new()
    {
        Id = "perl",
        Name = "Perl",
        SourceFile = "main.pl",
        Extensions = [".pl"],
        SyntaxCheck = ["/usr/bin/perl", "-c", "main.pl"],
        Run = ["/usr/bin/perl", "main.pl"],
        Version = ["/usr/bin/perl", "-e", "print qq(Perl $^V\\n)"],
        Needs = ["/usr/bin/perl"],
        Packages = "perl",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 16,
        OutOfMemoryMarkers = ["Out of memory"],
        SelfTest = """
            my ($a, $b) = split ' ', <STDIN>;
            print $a + $b, "\n";
            """,
    };
}
