namespace Judge.Api.Data;

/// <summary>Times as the database has them, Unix ms, and as clients see them.</summary>
internal static class UnixTime
{
    public static DateTime ToUtc(this long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
