using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Judge.Contracts;

namespace Judge.Api.Accounts;

/// <summary>What an account may do. Travels as <c>user</c> or <c>admin</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Role>))]
internal enum Role
{
    User = 0,
    Admin = 1,
}

/// <summary>Who is calling.</summary>
internal sealed record Account
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public Tier Tier { get; init; }

    public Role Role { get; init; }

    /// <summary>Whose submissions it sees; null: everyone's.</summary>
    [JsonIgnore]
    public string? SeesOnly => Role == Role.Admin ? null : Id;
}

/// <summary>API keys: 256 random bits, of which the database only ever sees a SHA-256. Such keys need no slow hash.</summary>
internal static class ApiKeys
{
    public static string Generate() => $"jk_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
