namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Tcl { get; } = new()
    {
        Id = "tcl",
        Name = "Tcl",
        SourceFile = "main.tcl",
        Extensions = [".tcl"],
        // Tcl has no more syntax than that brackets are closed.
        SyntaxCheck =
        [
            "/bin/sh", "-c",
            "echo 'if {![info complete [read [open main.tcl]]]} {puts stderr {main.tcl: error: a brace, bracket or quote is not closed}; exit 1}' | /usr/bin/tclsh",
        ],
        Run = ["/usr/bin/tclsh", "main.tcl"],
        Version = ["/bin/sh", "-c", "echo 'puts \"Tcl [info patchlevel]\"' | /usr/bin/tclsh"],
        Needs = ["/usr/bin/tclsh"],
        Packages = "tcl",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 8,
        OutOfMemoryMarkers = ["unable to alloc", "unable to realloc"],
        SelfTest = """
            lassign [gets stdin] a b
            puts [expr {$a + $b}]
            """,
    };
}
