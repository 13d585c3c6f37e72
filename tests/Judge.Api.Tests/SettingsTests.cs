using Judge.Testing;

namespace Judge.Api.Tests;

/// <summary>A wrong or missing setting stops the start with one line that names it.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Judge__DemoAccounts", "maybe")]
    [InlineData("Judge__DemoAccounts", "true", "ASPNETCORE_URLS", "http://0.0.0.0:5999")]
    [InlineData("Judge__DemoAccounts", "true", "ASPNETCORE_URLS", "http://127.0.0.1:5999;http://*:5998")]
    [InlineData("Judge__DemoAccounts", "true", "ASPNETCORE_HTTP_PORTS", "5999")]
    [InlineData("Judge__Limits__Free__InFlight", "-1")]
    [InlineData("Judge__Limits__Premium__SubmissionsPerMinute", "many")]
    [InlineData("Judge__DemoAccounts", "true", "ASPNETCORE_URLS", "", "ASPNETCORE_HTTP_PORTS", "5999")]
    [InlineData("Judge__DemoAccounts", "true", "Kestrel__Endpoints__Public__Url", "http://0.0.0.0:5999")]
    [InlineData("Judge__AdminKey", "short")]
    [InlineData("Judge__WorkerKey", "the-same-key-for-both", "Judge__AdminKey", "the-same-key-for-both")]
    [InlineData("Worker__Sandbox", "podman")]
    [InlineData("Worker__Cgroups", "v3")]
    [InlineData("ASPNETCORE_URLS", "foo")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:70000")]
    [InlineData("ASPNETCORE_URLS", "https://127.0.0.1:5999")]
    [InlineData("ConnectionStrings__Database", "Data Source=/nonexistent/judge.db")]
    [InlineData("ConnectionStrings__Database", "Data Source=/etc/hostname")]
    [InlineData("Judge__WorkerKey", null, "ConnectionStrings__Bus", "amqp://guest:guest@127.0.0.1:1/")]
    [InlineData("ConnectionStrings__Bus", "http://broker")]
    [InlineData("ConnectionStrings__Database", "Nonsense")]
    [InlineData("ConnectionStrings__Database", "Host=db;Username=judge")]
    [InlineData("ConnectionStrings__Database", "Data Source=:memory:")]
    [InlineData("Judge__ProblemsPath", "/no/such/folder")]
    [InlineData("Judge__DataPath", "/proc/nowhere")]
    public async Task It_is_named_and_nothing_starts(string setting, string? value, string? other = null, string? otherValue = null, string? third = null, string? thirdValue = null)
    {
        using var data = new TemporaryDirectory();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Judge__DataPath"] = data.Path, ["Judge__ProblemsPath"] = SomeProblems.In(data.Path),
        };
        if (value is not null) environment[setting] = value;
        if (other is not null) environment[other] = otherValue!;
        if (third is not null) environment[third] = thirdValue!;
        if (!setting.Contains("URLS", StringComparison.Ordinal)) environment["Logging__LogLevel__Default"] = "None";
        await using var process = JudgeProcess.Start("Judge.Api", environment);
        Assert.Equal(2, await process.WaitForExitAsync(TimeSpan.FromSeconds(30)));
        // What is found when listening begins comes after the lines of a start so far.
        var lines = process.Output.Split('\n').Where(line => line.Length > 0 && !line.Contains(" info: ", StringComparison.Ordinal) && !line.Contains(" warn: ", StringComparison.Ordinal));
        Assert.StartsWith($"judge-api: {setting}: ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        await using var server = await ApiServer.StartAsync(ApiServer.WithoutBroker);
        using var data = new TemporaryDirectory();
        await using var second = JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = server.Url, ["Judge__DataPath"] = data.Path, ["Judge__ProblemsPath"] = SomeProblems.In(data.Path),
        });
        Assert.Equal(2, await second.WaitForExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("judge-api: ASPNETCORE_URLS: ", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_key_opens_the_first_account_and_demo_keys_go_with_their_setting()
    {
        using var data = new TemporaryDirectory();
        await using (var demo = await ApiServer.StartAsync([.. ApiServer.WithoutBroker, "--Judge:DataPath", data.Path]))
            Assert.Equal("admin", (await demo.Admin.GetAsync("/api/me")).Text("role"));
        await using var server = await ApiServer.StartAsync(
            [.. ApiServer.WithoutBroker, "--Judge:DataPath", data.Path, "--Judge:DemoAccounts", "false", "--Judge:AdminKey", "an-admin-key-of-ours"]);
        using var admin = new JudgeClient(server.Url, "an-admin-key-of-ours");
        Assert.Equal("admin", (await admin.GetAsync("/api/me")).Text("role"));
        using var gone = await server.Admin.Http.GetAsync("/api/me");
        await gone.ProblemAsync(System.Net.HttpStatusCode.Unauthorized);
    }
}
