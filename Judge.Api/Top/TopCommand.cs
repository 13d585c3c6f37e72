using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Judge.Api.Top;

/// <summary><c>./judge top</c>: reads /metrics of the processes it is told of, every second, and shows what they come to.</summary>
internal static class TopCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const int WidthOfNoTerminal = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), Window = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(5);

    /// <returns>0; 2 when an option is wrong or nobody answers at first.</returns>
    public static async Task<int> RunAsync(string[] options, CancellationToken cancellationToken)
    {
        var (urls, once) = (new List<Uri>(), false);
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i] == "--once") once = true;
            else if (options[i] == "--url" && i + 1 < options.Length && Uri.TryCreate(options[i + 1], UriKind.Absolute, out var url) && url.Scheme is "http" or "https") urls.Add(new Uri(options[++i]));
            else return await FailAsync(options[i] == "--url" ? "--url needs an http or https address" : $"unknown option {options[i]} (see ./judge top --help)");
        }

        if (urls.Count == 0) urls.Add(new Uri(DefaultUrl));
        // Into a file or a pipe the lines are as long as they are.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthOfNoTerminal;
        using var http = new HttpClient { Timeout = Patience };
        var readings = new Queue<Reading>();
        readings.Enqueue(await ReadAsync(http, urls, cancellationToken));
        if (readings.Peek().Answered == 0) return await FailAsync($"nobody answers at {string.Join(", ", urls)}; is it running?");
        await Task.Delay(Every, cancellationToken);
        if (once)
        {
            AnsiConsole.Write(View(readings.Peek(), await ReadAsync(http, urls, cancellationToken), urls.Count));
            return 0;
        }

        await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var now = await ReadAsync(http, urls, cancellationToken);
                live.UpdateTarget(View(readings.Peek(), now, urls.Count));
                readings.Enqueue(now);
                while (Stopwatch.GetElapsedTime(readings.Peek().At, now.At) > Window) readings.Dequeue();
                await Task.Delay(Every, cancellationToken);
            }
        });
        return 0;
    }

    private static Spectre.Console.Rendering.IRenderable View(Reading before, Reading now, int urls) =>
        new TopView(now.Page, before.Page, Stopwatch.GetElapsedTime(before.At, now.At).TotalSeconds)
            .Render(string.Create(CultureInfo.InvariantCulture, $"judge  {now.Answered} of {urls} processes answer  {DateTime.Now:HH:mm:ss}"));

    private static async Task<Reading> ReadAsync(HttpClient http, IReadOnlyList<Uri> urls, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(urls.Select(async url =>
        {
            try
            {
                return await http.GetStringAsync(new Uri(url, "/metrics"), cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }));
        var answered = pages.OfType<string>().ToList();
        return new Reading(MetricsPage.Parse(answered), answered.Count, Stopwatch.GetTimestamp());
    }

    private static async Task<int> FailAsync(string problem)
    {
        await Console.Error.WriteLineAsync($"judge top: {problem}");
        return 2;
    }

    private sealed record Reading(MetricsPage Page, int Answered, long At);
}
