namespace Judge.Api.Data;

/// <summary>Text that came from programs, compilers or the broker, as both databases take it.</summary>
internal static class StoredText
{
    /// <summary>Without U+0000, which PostgreSQL has in no text (character types, PostgreSQL's manual 8.3).</summary>
    public static string? Of(string? text) => text?.Replace('\0', '\uFFFD');
}
