using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>Of the virtual machine's two compilers only the quick one: javac is over before the other pays.</summary>
    private static readonly string[] Javac =
    [
        "/usr/bin/javac", "-J-Xss64m", "-J-XX:+UseSerialGC", "-J-XX:-UsePerfData", "-J-XX:TieredStopAtLevel=1",
        "-encoding", "UTF-8", "-Xlint:none", "-proc:none", "-d", ".",
    ];

    /// <summary>Has javac load what it needs for most programs, to be archived.</summary>
    private const string Usual = """
        import java.io.*;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        class Main {
            record Edge(int to, long weight) {}
            interface Shape { default int sides() { return 0; } }
            enum Kind implements Shape { ONE, TWO }
            static <T extends Comparable<T>> T greatest(List<? extends T> list) { T best = list.get(0); for (T t : list) if (t.compareTo(best) > 0) best = t; return best; }
            public static void main(String[] args) throws IOException {
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                Map<String, List<Integer>> map = new TreeMap<>();
                PriorityQueue<Edge> queue = new PriorityQueue<>(Comparator.comparingLong(Edge::weight));
                long[][] table = new long[3][3];
                for (int i = 0; i < 3; i++) { map.computeIfAbsent("k" + i, k -> new ArrayList<>()).add(i); queue.add(new Edge(i, -i)); table[i][0] += i * 2L; }
                try (StringWriter writer = new StringWriter()) { writer.write(greatest(List.of(1, 2)) + ""); } catch (RuntimeException e) { throw e; }
                int sum = map.values().stream().flatMap(List::stream).mapToInt(x -> x).sum();
                switch (Kind.values()[sum % 2]) { case ONE -> System.out.println("one"); default -> System.out.printf("%d%n", sum); }
                Runnable runnable = () -> System.out.println(new Scanner(in.toString()).hasNext());
                String kind = switch (sum) { case 1: yield "a"; default: yield args.length > 0 ? "b" : "c"; };
                Object object = kind; if (object instanceof String text && !text.isEmpty()) { StringBuilder builder = new StringBuilder(text); builder.append(1).reverse(); }
                Shape shape = new Shape() { @Override public int sides() { return 4; } };
            }
        }
        """;

    private static Language Java { get; } = new()
    {
        Id = "java",
        Name = "Java (OpenJDK)",
        SourceFile = "Main.java",
        Note = "Classes may have any names: the file is named after the public one, and the class with `main` is run (of several the public one, or `Main`).",
        Extensions = [".java"],
        Compile = [.. Javac, "Main.java"],
        Preparation = new Preparation
        {
            Inputs = ["/usr/lib/jvm"],
            Parts =
            [
                new PreparedPart(
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["Main.java"] = Usual },
                    [[[.. Javac, "-J-XX:ArchiveClassesAtExit=javac.jsa", "Main.java"], [.. Javac, "-J-XX:SharedArchiveFile=javac.jsa", "-J-Xshare:on", "Main.java"]]],
                    ["javac.jsa"]),
            ],
            // Without the log: an archive that does not fit after all is no news to whoever submitted a program.
            Compile = [.. Javac, "-J-XX:SharedArchiveFile={prepared}/javac.jsa", "-J-Xlog:disable", "Main.java"],
            SameWords = true,
        },
        Artifact = ("Main.class", "the program must have a class with the method main, such as Main"),
        Fit = JavaNames.Fit,
        // What the virtual machine says of its end is not among what the program printed.
        Run =
        [
            "/usr/bin/java", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr", "-Xshare:auto", "-Xmx{memoryMb}m", "-Xss64m",
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
        Functions = new JavaFunctions(),
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
