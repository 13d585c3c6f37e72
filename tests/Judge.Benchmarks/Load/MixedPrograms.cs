using Judge.Testing;

namespace Judge.Benchmarks.Load;

/// <summary>A program that ships with a problem.</summary>
/// <param name="Problem">The problem's slug.</param>
/// <param name="File">Below its <c>submissions</c>; the folder tells the verdict, the extension the language.</param>
/// <param name="Weight">How many of a hundred submissions it is.</param>
internal sealed record MixedProgram(string Problem, string File, int Weight)
{
    public string Language { get; } = Path.GetExtension(File) switch { ".cpp" => "cpp", ".py" => "python", ".java" => "java", ".c" => "c", ".js" => "javascript", _ => "csharp" };

    public string Verdict { get; } = Path.GetDirectoryName(File) switch
    {
        "accepted" => "accepted",
        "wrong_answer" => "wrongAnswer",
        "compile_error" => "compileError",
        "run_time_error" => "runtimeError",
        _ => "timeLimitExceeded",
    };

    private string Source { get; } = System.IO.File.ReadAllText(Path.Combine(Repository.Problem(Problem), "submissions", File));

    /// <summary>The source; one that nobody has submitted before, if wanted.</summary>
    public string Text(bool unique) => unique ? $"{Source}\n{(Language == "python" ? "#" : "//")} {Guid.NewGuid():N}\n" : Source;
}

/// <summary>One submission that is to be made.</summary>
internal sealed record MixedSubmission(MixedProgram Program, bool Premium, string Source);

/// <summary>
/// What people submit: a hundred cards, shuffled again whenever they are used up, so that any stretch of a few hundred has the same work in it.
/// By languages 40 C++, 33 Python, 12 Java, 8 C, 5 JavaScript, 2 C#; by verdicts 59 accepted, 26 wrong answers, 6 that do not compile, 5 that
/// crash, 4 that take too long.
/// </summary>
internal sealed class MixedPrograms(int seed)
{
    /// <summary>Of a hundred.</summary>
    public const int Premium = 20, Unique = 70;

    private readonly Random _random = new(seed);
    private readonly Queue<MixedSubmission> _cards = [];

    public static IReadOnlyList<MixedProgram> All { get; } =
    [
        new("night-ferries", "accepted/dijkstra.cpp", 8),
        new("mood-swings", "accepted/segment_tree.cpp", 7),
        new("puddle-paths", "accepted/first_puddle.cpp", 7),
        new("poster-wall", "wrong_answer/int_area.cpp", 6),
        new("island-cables", "wrong_answer/never_impossible.cpp", 4),
        new("a-plus-b", "compile_error/missing_semicolon.cpp", 4),
        new("ferret-typist", "run_time_error/at_on_empty.cpp", 2),
        new("cracked-museum", "time_limit_exceeded/remove_each_wall.cpp", 2),
        new("a-plus-b", "accepted/add.py", 8),
        new("tandem-kayaks", "accepted/two_pointers.py", 7),
        new("ferret-typist", "accepted/list_as_stack.py", 5),
        new("warmest-stretch", "wrong_answer/two_decimals.py", 4),
        new("night-ferries", "wrong_answer/no_waiting.py", 4),
        new("twin-melodies", "run_time_error/recursion.py", 3),
        new("firefly-meeting", "time_limit_exceeded/all_pairs.py", 2),
        new("twin-melodies", "accepted/two_rows.java", 5),
        new("ticket-booklets", "accepted/breadth_first.java", 3),
        new("island-cables", "wrong_answer/int_total.java", 3),
        new("a-plus-b", "compile_error/lossy_conversion.java", 1),
        new("warmest-stretch", "accepted/sliding_window.c", 4),
        new("a-plus-b", "wrong_answer/int_overflow.c", 3),
        new("a-plus-b", "compile_error/undeclared.c", 1),
        new("poster-wall", "accepted/monotonic_stack.js", 3),
        new("tandem-kayaks", "wrong_answer/sorts_as_text.js", 2),
        new("warmest-stretch", "accepted/prefix_sums.cs", 2),
    ];

    public MixedSubmission Next()
    {
        if (_cards.Count == 0) Shuffle();
        return _cards.Dequeue();
    }

    private void Shuffle()
    {
        var programs = All.SelectMany(p => Enumerable.Repeat(p, p.Weight)).ToArray();
        var (tiers, uniques) = (Enumerable.Range(0, programs.Length).ToArray(), Enumerable.Range(0, programs.Length).ToArray());
        _random.Shuffle(programs);
        _random.Shuffle(tiers);
        _random.Shuffle(uniques);
        for (var i = 0; i < programs.Length; i++) _cards.Enqueue(new MixedSubmission(programs[i], tiers[i] < Premium, programs[i].Text(uniques[i] < Unique)));
    }
}
