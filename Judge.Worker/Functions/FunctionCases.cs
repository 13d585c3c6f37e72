using System.Globalization;
using System.Text;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Problems;

namespace Judge.Worker.Functions;

/// <summary>The cases in a file of a function problem: one after the other, each with as many lines as the signature asks for.</summary>
internal static class FunctionCases
{
    private const int MostFaults = 20;

    /// <param name="signature">The problem's.</param>
    /// <param name="name">Of the file, such as <c>secret/03-random</c>.</param>
    /// <param name="inputPath">The .in file.</param>
    /// <param name="answerPath">The .ans file.</param>
    /// <param name="sample">Whether users see them.</param>
    /// <param name="checker">See <see cref="ProblemCase"/>.</param>
    /// <param name="fault">Gets each fault: the file's extension, the line, and what it is.</param>
    public static IEnumerable<ProblemCase> Read(
        Signature signature, string name, string inputPath, string answerPath, bool sample, CheckerOptions checker, Action<string, int, string> fault)
    {
        var (inputs, answers) = (Lines(inputPath), Lines(answerPath));
        var each = FunctionInput.LinesOf(signature);
        if (inputs.Count % each != 0 || inputs.Count == 0) fault("in", Math.Max(1, inputs.Count), $"ends within a case: the file has {Count(inputs.Count, "line")}, and each case has {Number(each)}");
        var cases = inputs.Count / each;
        if (answers.Count != cases) fault("ans", Math.Max(1, answers.Count), $"is not one line for each case: the file has {Count(answers.Count, "line")}, and there {(cases == 1 ? "is" : "are")} {Count(cases, "case")}");
        var faults = 0;
        for (var i = 0; i < Math.Min(cases, answers.Count); i++)
        {
            var lines = inputs.GetRange(i * each, each);
            var texts = lines.ConvertAll(l => l.Text);
            if (FunctionInput.Fault(signature, texts, i * each + 1) is { } wrong) Tell("in", wrong);
            else if (FunctionInput.AnswerFault(signature, texts, answers[i].Text, i + 1) is { } wrongAnswer) Tell("ans", wrongAnswer);
            if (faults > MostFaults) yield break;

            var (first, last) = (lines[0], lines[^1]);
            yield return new ProblemCase(
                cases == 1 ? name : $"{name}/{Number(i + 1)}",
                new FilePart(inputPath, first.Offset, last.Offset + last.Length - first.Offset), new FilePart(answerPath, answers[i].Offset, answers[i].Length), sample, checker);
        }

        void Tell(string kind, FunctionFault wrong) =>
            fault(kind, wrong.Line, ++faults <= MostFaults ? wrong.WithValue : $"here and after it there are more faults; the first {Number(MostFaults)} of the file are told");
    }

    /// <summary>All lines but empty ones at the end, each with where it is, its line feed not counted.</summary>
    private static List<(string Text, long Offset, long Length)> Lines(string path)
    {
        var lines = new List<(string, long, long)>();
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            if (end < 0) end = bytes.Length;
            lines.Add((Encoding.UTF8.GetString(bytes, at, end - at), at, end - at));
            at = end + 1;
        }

        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1].Item1)) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static string Count(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
