// Merge sort; each one from the right half passes all that are left of the left half.
using System;
using System.Linq;

public class Solution
{
    public long LeastEffort(int[] heights)
    {
        if (heights.Length < 2) return 0;
        var half = heights.Length / 2;
        int[] left = heights[..half], right = heights[half..];
        var effort = LeastEffort(left) + LeastEffort(right);
        var rest = left.Sum(h => (long)h);
        var i = 0;
        foreach (var h in right)
        {
            while (i < left.Length && left[i] <= h) rest -= left[i++];
            effort += rest - (long)(left.Length - i) * h;
        }
        Array.Sort(heights);
        return effort;
    }
}
