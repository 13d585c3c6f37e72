using System.Globalization;

namespace Judge.Api.Hosting;

/// <summary>Which page of a list is wanted, by <c>?limit=</c> and the id at which the last one ended.</summary>
/// <param name="Limit">So many at most.</param>
/// <param name="From">Where the last page ended; null: the first page.</param>
internal sealed record PageQuery(int Limit, Guid? From)
{
    private const int Largest = 200, Default = 50;

    /// <summary>For the list's description.</summary>
    public static readonly string LimitWords = $"Page size, 1 to {Largest}; {Default} by default";

    /// <param name="query">The request's.</param>
    /// <param name="from">What the id is called: before or after.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public static PageQuery Read(IQueryCollection query, string from, Dictionary<string, string[]> errors)
    {
        var limit = Default;
        if (query.TryGetValue("limit", out var limitText)
            && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Largest))
            errors["limit"] = [$"must be a whole number from 1 to {Largest}"];
        if (query[from].ToString() is not { Length: > 0 } text) return new PageQuery(limit, null);
        if (!Guid.TryParseExact(text, "D", out var id)) errors[from] = ["is not an id (a UUID)"];
        return new PageQuery(limit, id);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">What to give as <c>before</c> (<c>after</c> where a list begins with the oldest) for the next page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <param name="rows">One more than fit tells that there are more.</param>
    /// <param name="query">How many fit.</param>
    /// <param name="id">Of a row.</param>
    /// <param name="view">What is shown of a row.</param>
    public static Page<T> Of<TRow>(IReadOnlyList<TRow> rows, PageQuery query, Func<TRow, string> id, Func<TRow, T> view) => new(
        [.. rows.Take(query.Limit).Select(view)], rows.Count > query.Limit ? id(rows[query.Limit - 1]) : null);
}
