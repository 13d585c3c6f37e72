using System.Text.Json.Serialization;

namespace Judge.Worker.Sandbox.Docker;

// The few fields of the engine's messages that are sent or read here, named as in Docker.DotNet and the engine's API reference.

internal sealed record VersionResponse(string Version, string ApiVersion);

/// <param name="Runtimes">By name; what stands behind a name differs between engines.</param>
/// <param name="DefaultRuntime">The one that is taken when none is named.</param>
/// <param name="CgroupVersion">1 or 2; null before engine 20.10.</param>
internal sealed record SystemInfoResponse(IReadOnlyDictionary<string, object>? Runtimes, string? DefaultRuntime, string? CgroupVersion);

internal sealed record ImageInspectResponse(string Id);

internal sealed record CreateContainerResponse([property: JsonPropertyName("Id")] string ID);

internal sealed record ContainerListResponse([property: JsonPropertyName("Id")] string ID, string State, IReadOnlyDictionary<string, string> Labels);

internal sealed record ContainerInspectResponse(ContainerState State);

internal sealed record ContainerState(bool Running, [property: JsonPropertyName("OOMKilled")] bool OOMKilled, int ExitCode);

internal sealed record ErrorResponse(string? Message);

internal sealed record CreateContainerParameters
{
    public required string Image { get; init; }

    public required IReadOnlyList<string> Entrypoint { get; init; }

    public required IReadOnlyList<string> Cmd { get; init; }

    public required string User { get; init; }

    public required string WorkingDir { get; init; }

    public required string Hostname { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    public required HostConfig HostConfig { get; init; }

    public HealthConfig Healthcheck { get; init; } = new(["NONE"]);

    public bool NetworkDisabled { get; init; }

    public bool AttachStdin { get; init; }

    public bool AttachStdout { get; init; }

    public bool AttachStderr { get; init; }

    public bool OpenStdin { get; init; }

    /// <summary>Standard input ends when whoever attached first is gone.</summary>
    public bool StdinOnce { get; init; }
}

internal sealed record HealthConfig(IReadOnlyList<string> Test);

internal sealed record LogConfig(string Type);

internal sealed record Mount(string Type, string Source, string Target, bool ReadOnly);

internal sealed record HostConfig
{
    public required IReadOnlyDictionary<string, string> Tmpfs { get; init; }

    public required IReadOnlyList<Mount> Mounts { get; init; }

    public required long Memory { get; init; }

    /// <summary>Memory and swap together.</summary>
    public required long MemorySwap { get; init; }

    public required long PidsLimit { get; init; }

    [JsonPropertyName("CpuShares")]
    public required long CPUShares { get; init; }

    public IReadOnlyList<string> CapDrop { get; init; } = [];

    public IReadOnlyList<string> CapAdd { get; init; } = [];

    public IReadOnlyList<string> MaskedPaths { get; init; } = [];

    public IReadOnlyList<string> SecurityOpt { get; init; } = [];

    public bool ReadonlyRootfs { get; init; }

    public string NetworkMode { get; init; } = "none";

    public string IpcMode { get; init; } = "private";

    public string CgroupnsMode { get; init; } = "private";

    public bool Init { get; init; }

    public LogConfig LogConfig { get; init; } = new("none");

    public string? Runtime { get; init; }
}

/// <param name="Memory">Bytes.</param>
/// <param name="MemorySwap">Memory and swap together, bytes.</param>
/// <param name="PidsLimit">Processes and threads.</param>
internal sealed record ContainerUpdateParameters(long Memory, long MemorySwap, long PidsLimit);
