namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Fortran { get; } = new()
    {
        Id = "fortran",
        Name = "Fortran (GNU)",
        SourceFile = "main.f90",
        Note = "Free form.",
        Extensions = [".f90", ".f95", ".f03", ".f08"],
        Compile = ["/usr/bin/gfortran", "-O2", "main.f90", "-o", "main"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/gfortran", "--version"],
        Needs = ["/usr/bin/gfortran"],
        Packages = "gfortran",
        ExtraMemoryMb = 4,
        OutOfMemoryMarkers = ["Error allocating", "Cannot allocate memory"],
        SelfTest = """
            program add
              integer(8) :: a, b
              read *, a, b
              print *, a + b
            end program
            """,
    };
}
