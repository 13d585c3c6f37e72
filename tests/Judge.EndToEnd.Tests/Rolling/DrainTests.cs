using System.Net;
using System.Net.WebSockets;
using Judge.Testing;

namespace Judge.EndToEnd.Tests.Rolling;

/// <summary>One API process that is told to stop, without a proxy before it.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task An_instance_that_is_told_to_stop_says_so_and_serves_on_until_it_is_told_again()
    {
        using var data = new TemporaryDirectory();
        var url = $"http://127.0.0.1:{Repository.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        // A broker that is not there: submissions are taken and stay queued.
        var settings = GrownSettings.Api(url, data.Path, "amqp://guest:guest@127.0.0.1:1/");
        settings["Judge__DrainSeconds"] = "300";
        await using var api = JudgeProcess.Start("Judge.Api", settings);
        using var client = new JudgeClient(url, "demo-premium");
        await Repository.UntilAsync(() => AnswersAsync(client, HttpStatusCode.OK), TimeSpan.FromSeconds(60), $"it is not ready: {api.Output}");
        var id = await client.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
        await using var push = await PushClient.ConnectAsync(url, "demo-premium");
        await push.SubscribeAsync(id);
        await push.NextSubmissionAsync();
        var waiting = client.GetAsync($"/api/submissions/{id}?wait=60");

        api.Signal("TERM");
        await Repository.UntilAsync(() => AnswersAsync(client, HttpStatusCode.ServiceUnavailable), TimeSpan.FromSeconds(20), "it does not say that it stops");
        using (var alive = await client.Http.GetAsync("/alive")) Assert.Equal((HttpStatusCode.OK, true), (alive.StatusCode, alive.Headers.ConnectionClose));
        var other = await client.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
        await push.SubscribeAsync(other);
        Assert.Equal(other, (await push.NextSubmissionAsync())["id"]!.GetValue<string>());
        Assert.False(waiting.IsCompleted);

        api.Signal("TERM");
        Assert.Equal(0, await api.WaitForExitAsync(TimeSpan.FromSeconds(30)));
        await push.Closed.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, push.CloseStatus);
        Assert.Equal("queued", (await waiting)["state"]!.GetValue<string>());
    }

    private static async Task<bool> AnswersAsync(JudgeClient client, HttpStatusCode expected)
    {
        try
        {
            using var ready = await client.Http.GetAsync("/ready");
            return ready.StatusCode == expected;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
