// Who is named an odd number of times, by the last time.
using System;
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public IList<string> StillInside(IList<string> passes) => passes
        .Select((entry, time) => (Name: string.Join(' ', entry.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)), Time: time))
        .GroupBy(p => p.Name)
        .Where(g => g.Count() % 2 == 1)
        .OrderBy(g => g.Max(p => p.Time))
        .Select(g => g.Key)
        .ToList();
}
