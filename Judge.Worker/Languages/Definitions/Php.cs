namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Php { get; } = new()
    {
        Id = "php",
        Name = "PHP",
        SourceFile = "main.php",
        Note = "Extensions: the built-in ones, ctype and opcache with its just-in-time compiler.",
        Extensions = [".php"],
        SyntaxCheck = ["/usr/bin/php", "-n", "-l", "main.php"],
        // The configuration of the host is not seen (-n). The just-in-time compiler makes loops several times faster.
        Run =
        [
            "/usr/bin/php", "-n", "-d", "memory_limit={memoryMb}M", "-d", "display_errors=stderr", "-d", "extension=ctype",
            "-d", "zend_extension=opcache", "-d", "opcache.enable_cli=1", "-d", "opcache.memory_consumption=16",
            "-d", "opcache.jit=tracing", "-d", "opcache.jit_buffer_size=16M", "main.php",
        ],
        Version = ["/usr/bin/php", "-n", "--version"],
        Needs = ["/usr/bin/php"],
        Packages = "php-cli",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(50),
        ExtraMemoryMb = 32,
        OutOfMemoryMarkers = ["Allowed memory size of", "Out of memory"],
        SelfTest = """
            <?php
            fscanf(STDIN, "%d %d", $a, $b);
            echo $a + $b, "\n";
            """,
    };
}
