namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language R { get; } = new()
    {
        Id = "r",
        Name = "R",
        SourceFile = "main.R",
        Extensions = [".R", ".r"],
        SyntaxCheck = ["/usr/bin/Rscript", "--vanilla", "-e", "invisible(parse(\"main.R\"))"],
        Run = ["/usr/bin/Rscript", "--vanilla", "main.R"],
        Version = ["/usr/bin/Rscript", "--version"],
        Needs = ["/usr/bin/Rscript"],
        Packages = "r-base-core",
        // Its start is a script that reads there.
        LooksFor = ["/etc/R"],
        Locate = Show("/etc/R"),
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(400),
        ExtraMemoryMb = 96,
        OutOfMemoryMarkers = ["cannot allocate vector", "cannot allocate memory"],
        SelfTest = """
            numbers <- scan(file("stdin"), quiet = TRUE)
            cat(sprintf("%.0f\n", sum(numbers)))
            """,
    };
}
