using System.Globalization;

namespace Judge.Benchmarks.Push;

/// <summary>The table, the ratios and the plot, on the console and in docs/polling-vs-push.</summary>
/// <param name="rows">By transport, in the order of the table.</param>
/// <param name="clients">Clients per round.</param>
/// <param name="passes">Rounds per transport.</param>
/// <param name="floorMs">CPU time of the API per submission that nobody awaits, ms.</param>
internal sealed class PushReport(IReadOnlyList<PushRow> rows, int clients, int passes, double floorMs)
{
    private const string Begin = "<!-- written by ./judge bench push --write: begin -->", End = "<!-- written by ./judge bench push --write: end -->";

    private PushRow Polling => Row(Transport.Polling);

    private PushRow Socket => Row(Transport.Socket);

    private double RequestRatio => Polling.Requests / Socket.Requests;

    private double DelayRatio => Polling.DelayP50 / Socket.DelayP50;

    public bool Meets(double target)
    {
        var met = RequestRatio >= target && DelayRatio >= target;
        foreach (var (what, ratio) in ((string, double)[])[("fewer requests", RequestRatio), ("lower median delay", DelayRatio)])
            Console.WriteLine($"WebSocket against polling at 1 s: {Number(ratio)} x {what} (target: at least {Number(target)}): {(ratio >= target ? "holds" : "DOES NOT HOLD")}");
        return met;
    }

    public string Text() => $"{Conditions}\n\n{string.Join('\n', Rows().Text())}\n\n";

    /// <summary>Replaces what is between the two markers of polling-vs-push.md, and the plot beside it.</summary>
    public void Write(string directory)
    {
        var file = Path.Combine(directory, "polling-vs-push.md");
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{file} has no '{Begin}' followed by '{End}'");
        var part = $"{Begin}\n{Conditions}\n\n{string.Join('\n', Rows().Markdown())}\n\nWebSocket against polling at 1 s: **{Number(RequestRatio)} ×** fewer requests, **{Number(DelayRatio)} ×** lower median delay.\n";
        File.WriteAllText(file, text[..begin] + part + text[end..]);
        File.WriteAllText(Path.Combine(directory, "polling-vs-push.svg"), Plot());
    }

    private string Conditions => FormattableString.Invariant(
        $"{clients} clients at once, {passes} rounds per transport, {Environment.ProcessorCount} processors for everything; from POST to verdict they wait {rows.Min(r => r.WaitSeconds):0} to {rows.Max(r => r.WaitSeconds):0} s on average.")
        + $"\nPer verdict; CPU is the API process', of which {Number(floorMs)} ms are for the submission itself, with nobody waiting for it.";

    private string Plot() => new BarPlot("Polling and push, per verdict (logarithmic)")
        .Panel("delay from the stored verdict to the client, ms: median, and p99 lighter", [.. rows.Select(r => new Bar(r.Name, r.DelayP50, r.DelayP99))])
        .Panel("HTTP requests", [.. rows.Select(r => new Bar(r.Name, r.Requests, null))])
        .ToString();

    private Table Rows()
    {
        var table = new Table("", "wait s", "requests", "messages out/in", "bytes out", "bytes in", "API CPU ms", "delay p50 ms", "p99 ms", "KiB/client", "of it heap");
        foreach (var r in rows)
        {
            table.Add(
                r.Name, Number(r.WaitSeconds), Number(r.Requests), r.MessagesOut + r.MessagesIn > 0 ? $"{Number(r.MessagesOut)} / {Number(r.MessagesIn)}" : "", Number(r.BytesOut), Number(r.BytesIn),
                Number(r.CpuMs), Number(r.DelayP50), Number(r.DelayP99), Number(r.Memory.ResidentKb), Number(r.Memory.HeapKb));
        }

        return table;
    }

    private PushRow Row(Transport transport) => rows.Single(r => r.Name == transport.Name);

    private static string Number(double value) => value.ToString(Math.Abs(value) switch { 0 => "0", < 10 => "0.0", < 10_000 => "0", _ => "#,0" }, CultureInfo.InvariantCulture);
}
