using System.Text;
using System.Text.Json.Nodes;
using Judge.Testing;
using RabbitMQ.Client;

namespace Judge.EndToEnd.Tests;

/// <summary>What lies in the queues and cannot be read: an admin sees it, and the queues go on.</summary>
public sealed class PoisonTests
{
    private const string Unknown = """{"messageType":["urn:message:Judge.Contracts:NoSuchMessage"],"message":{"submissionId":5}}""";

    [Fact]
    public async Task Messages_that_nobody_can_read_are_listed_and_the_queues_go_on()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1);
        foreach (var queue in (string[])["judge-premium", "judge-free", "judge-results", "judge-dead"])
        {
            await PublishAsync(fleet.Broker.Url, queue, "{no json");
            await PublishAsync(fleet.Broker.Url, queue, Unknown);
        }

        await Repository.UntilAsync(async () => (await FailuresAsync(fleet)).Count == 8, TimeSpan.FromSeconds(60), "not all are listed");
        foreach (var client in (JudgeClient[])[fleet.Free, fleet.Premium])
        {
            var id = await client.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
            Assert.Equal("accepted", (await client.JudgedAsync(id))["verdict"]!.GetValue<string>());
        }

        // What the workers could not read came by the dead letters.
        var failures = await FailuresAsync(fleet);
        Assert.All(failures, f => Assert.Equal("message", f["kind"]!.GetValue<string>()));
        Assert.Equal(
            ["judge-dead {no json", "judge-dead {no json", "judge-dead {no json", "judge-results {no json"],
            failures.Where(f => f["body"]!.GetValue<string>() == "{no json").Select(f => $"{f["queue"]} {f["body"]}").Order(StringComparer.Ordinal));
        Assert.Equal(4, failures.Count(f => f["body"]!.GetValue<string>() == Unknown && f["reason"]!.GetValue<string>().Contains("type", StringComparison.Ordinal)));

        // Put back as it was, it is found again, once.
        var retried = failures.First(f => f["queue"]!.GetValue<string>() == "judge-results");
        using var response = await fleet.Admin.Http.PostAsync($"/api/admin/failures/{retried["id"]}/retry", null);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        await Repository.UntilAsync(
            async () => await FailuresAsync(fleet) is var now && now.Count == 8
                && now.Any(f => f["body"]!.ToString() == retried["body"]!.ToString() && f["queue"]!.GetValue<string>() == "judge-results" && f["id"]!.ToString() != retried["id"]!.ToString()),
            TimeSpan.FromSeconds(30),
            "it has not come back");
    }

    private static async Task<List<JsonObject>> FailuresAsync(Fleet fleet) =>
        [.. (await fleet.Admin.GetAsync("/api/admin/failures?limit=200"))["items"]!.AsArray().Select(f => f!.AsObject())];

    private static async Task PublishAsync(string broker, string queue, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(body));
    }
}
