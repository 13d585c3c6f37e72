// Prefix sums, invariant culture for the decimal point.
using System;
using System.Globalization;

class Program
{
    static void Main()
    {
        string[] head = Console.ReadLine().Split(' ');
        int n = int.Parse(head[0]), k = int.Parse(head[1]);
        string[] t = Console.ReadLine().Split(' ');
        long[] prefix = new long[n + 1];
        for (int i = 0; i < n; i++) prefix[i + 1] = prefix[i] + int.Parse(t[i]);
        long best = long.MinValue;
        for (int i = k; i <= n; i++) best = Math.Max(best, prefix[i] - prefix[i - k]);
        Console.WriteLine(((double)best / k).ToString("F9", CultureInfo.InvariantCulture));
    }
}
