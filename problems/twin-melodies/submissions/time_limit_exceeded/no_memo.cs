// Too slow: plain recursion over both melodies, exponential.
using System;

class Program
{
    static string a, b;

    static int Longest(int i, int j)
    {
        if (i == a.Length || j == b.Length) return 0;
        if (a[i] == b[j]) return 1 + Longest(i + 1, j + 1);
        return Math.Max(Longest(i + 1, j), Longest(i, j + 1));
    }

    static void Main()
    {
        a = Console.ReadLine().Trim();
        b = Console.ReadLine().Trim();
        Console.WriteLine(Longest(0, 0));
    }
}
