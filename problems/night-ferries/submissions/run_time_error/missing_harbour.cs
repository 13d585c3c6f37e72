// Crashes: KeyNotFoundException when harbour n was never reached.
using System;
using System.Collections.Generic;
using System.IO;

class Program
{
    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        int[] head = Array.ConvertAll(input.ReadLine().Split(' '), int.Parse);
        var around = new List<(int, int, int)>[head[0] + 1];
        for (int i = 0; i <= head[0]; i++) around[i] = new List<(int, int, int)>();
        for (int i = 0; i < head[1]; i++)
        {
            int[] x = Array.ConvertAll(input.ReadLine().Split(' '), int.Parse);
            around[x[0]].Add((x[1], x[2], x[3]));
            around[x[1]].Add((x[0], x[2], x[3]));
        }
        var done = new Dictionary<int, long>();
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(1, 0);
        while (queue.TryDequeue(out int a, out long time))
        {
            if (!done.TryAdd(a, time)) continue;
            foreach (var (b, d, p) in around[a])
                if (!done.ContainsKey(b)) queue.Enqueue(b, (time + p - 1) / p * p + d);
        }
        Console.WriteLine(done[head[0]]);
    }
}
