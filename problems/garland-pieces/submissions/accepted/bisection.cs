// Halves the interval in which the length is.
using System;
using System.Linq;

public class Solution
{
    public double LongestPiece(int[] garlands, int windows)
    {
        double low = 0, high = garlands.Max();
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            if (garlands.Sum(g => Math.Floor(g / middle)) >= windows) low = middle;
            else high = middle;
        }
        return low;
    }
}
