using Judge.Api.Hosting;
using Judge.Contracts;

namespace Judge.Api.Accounts;

/// <summary>The accounts that settings make: the first admin, and the demo ones, whose keys go when the setting does.</summary>
internal sealed class StartAccounts(AccountStore store, JudgeSettings settings)
{
    private const string Admin = "admin";

    private static readonly (string Name, Tier Tier, Role Role)[] Demo =
    [
        ("demo-free", Tier.Free, Role.User), ("demo-premium", Tier.Premium, Role.User), ("demo-admin", Tier.Premium, Role.Admin),
    ];

    /// <summary>Names that settings may give a key to, so nobody else can have them.</summary>
    public static bool IsReserved(string name) => name == Admin || Demo.Any(d => d.Name == name);

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (settings.AdminKey is { } key) await store.EnsureKeyAsync(Admin, Tier.Premium, Role.Admin, key, cancellationToken);
        foreach (var (name, tier, role) in Demo)
        {
            // The key of a demo account is its name.
            if (settings.DemoAccounts) await store.EnsureKeyAsync(name, tier, role, name, cancellationToken);
            else await store.RemoveKeyAsync(name, cancellationToken);
        }
    }
}
