using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>LeetCode's names in the writing of other languages.</summary>
internal static class Casing
{
    /// <summary><c>lengthOfLIS</c> → <c>length_of_lis</c>, as LeetCode does it.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsAsciiLetterUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (begins) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary><c>getMin</c> → <c>GetMin</c></summary>
    public static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>LRUCache</c> → <c>lRUCache</c></summary>
    public static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
