using Judge.Api.Hosting;
using Judge.Api.Top;
using Judge.Worker.Hosting;
using Judge.Worker.Sandbox;

try
{
    if (args is ["doctor", .. var languages]) return await new Doctor(new ConfigurationBuilder().AddEnvironmentVariables().Build(), languages).RunAsync(CancellationToken.None);
    if (args is ["top", .. var options]) return await TopCommand.RunAsync(options, CancellationToken.None);
    await using var app = JudgeApi.Build(args);
    await JudgeApi.PrepareAsync(app, CancellationToken.None);
    await JudgeApi.StartAsync(app, CancellationToken.None);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is SettingException or SandboxException)
{
    await Console.Error.WriteLineAsync($"judge-api: {e.Message}");
    return 2;
}
