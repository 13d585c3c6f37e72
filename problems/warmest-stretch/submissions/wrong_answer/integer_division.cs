// Wrong: divides integers, which cuts the fraction off.
using System;

class Program
{
    static void Main()
    {
        string[] head = Console.ReadLine().Split(' ');
        int n = int.Parse(head[0]), k = int.Parse(head[1]);
        int[] t = Array.ConvertAll(Console.ReadLine().Split(' '), int.Parse);
        int sum = 0, best = int.MinValue;
        for (int i = 0; i < n; i++)
        {
            sum += t[i];
            if (i >= k) sum -= t[i - k];
            if (i >= k - 1) best = Math.Max(best, sum);
        }
        Console.WriteLine(best / k);
    }
}
