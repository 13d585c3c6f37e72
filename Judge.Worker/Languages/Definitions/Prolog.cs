namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Prolog { get; } = new()
    {
        Id = "prolog",
        Name = "Prolog (SWI)",
        SourceFile = "main.pro",
        Note = "`main/0` is called; that it fails or raises is a runtime error. In a package a program ends in `.pro` or `.prolog`: `.pl` is Perl's.",
        Extensions = [".pro", ".prolog"],
        // Without on-error a clause that is none is left out and the rest is run.
        SyntaxCheck = ["/usr/bin/swipl", "--on-error=halt", "-g", "true", "-t", "halt", "main.pro"],
        Run = ["/usr/bin/swipl", "--on-error=halt", "-O", "--stack-limit={memoryMb}m", "-g", "main", "-t", "halt", "main.pro"],
        Version = ["/usr/bin/swipl", "--version"],
        Needs = ["/usr/bin/swipl"],
        Packages = "swi-prolog-nox",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(120),
        ExtraMemoryMb = 24,
        OutOfMemoryMarkers = ["Stack limit (", "Not enough resources: memory"],
        SelfTest = """
            main :- read_line_to_string(user_input, Line), split_string(Line, " ", "", Words), maplist(number_string, Numbers, Words),
                sum_list(Numbers, Sum), print(Sum), nl.
            """,
    };
}
