using Judge.Api.Accounts;
using Judge.Api.Hosting;

namespace Judge.Api.Push;

/// <summary>What each account has open on this instance: WebSockets, event streams and long-polls, and their subscriptions.</summary>
internal sealed class Connections(JudgeSettings settings)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccountConnections> _accounts = new(StringComparer.Ordinal);

    /// <summary>Open now, of all accounts.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _accounts.Values.Sum(a => a.Open);
        }
    }

    /// <summary>Enters one more connection; dispose it when it ends.</summary>
    /// <returns>Null when the account has as many as it may.</returns>
    public Connection? TryOpen(Account account)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(account.Id, out var connections))
                _accounts[account.Id] = connections = new AccountConnections(settings.LimitsOf(account.Tier).Subscriptions);
            var most = settings.LimitsOf(account.Tier).Connections;
            if (most > 0 && connections.Open >= most) return null;
            connections.Open++;
            return new Connection(this, account.Id, connections);
        }
    }

    private void Close(string account, AccountConnections connections)
    {
        lock (_gate)
            if (--connections.Open == 0) _accounts.Remove(account);
    }

    internal sealed class Connection(Connections all, string account, AccountConnections connections) : IDisposable
    {
        public AccountConnections Account => connections;

        public void Dispose() => all.Close(account, connections);
    }
}

/// <summary>One account's share.</summary>
internal sealed class AccountConnections(int mostSubscriptions)
{
    private int _subscriptions;

    /// <summary>0 is no bound.</summary>
    public int MostSubscriptions => mostSubscriptions;

    /// <summary>Guarded by <see cref="Connections"/>.</summary>
    public int Open { get; set; }

    public bool TrySubscribe()
    {
        if (Interlocked.Increment(ref _subscriptions) <= mostSubscriptions || mostSubscriptions == 0) return true;
        Interlocked.Decrement(ref _subscriptions);
        return false;
    }

    public void Unsubscribe(int count) => Interlocked.Add(ref _subscriptions, -count);
}
