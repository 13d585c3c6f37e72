namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Java { get; } = new()
    {
        Id = "java",
        Name = "Java (OpenJDK)",
        SourceFile = "Main.java",
        Extensions = [".java"],
        Compile = ["/usr/bin/javac", "-J-Xss64m", "-J-XX:+UseSerialGC", "-J-XX:-UsePerfData", "-encoding", "UTF-8", "-Xlint:none", "-proc:none", "-d", ".", "Main.java"],
        Artifact = ("Main.class", "the program must have a class Main (without a package) with the method main"),
        Run =
        [
            "/usr/bin/java", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto", "-Xmx{memoryMb}m", "-Xss64m",
            "-cp", "/box", "Main",
        ],
        Version = ["/usr/bin/javac", "--version"],
        Needs = ["/usr/bin/java", "/usr/bin/javac"],
        Packages = "default-jdk-headless",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(500),
        ExtraMemoryMb = 128,
        Processes = 64,
        OutOfMemoryMarkers = ["java.lang.OutOfMemoryError"],
        SelfTest = """
            import java.util.Scanner;
            class Main {
                public static void main(String[] args) {
                    Scanner in = new Scanner(System.in);
                    System.out.println(in.nextLong() + in.nextLong());
                }
            }
            """,
    };
}
