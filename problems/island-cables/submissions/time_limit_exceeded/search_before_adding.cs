// Too slow: a breadth-first search before every cable to see if it is needed, O(n m).
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

class Program
{
    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        int[] head = Array.ConvertAll(input.ReadLine().Split(' '), int.Parse);
        int n = head[0], m = head[1];
        var cables = new List<int[]>();
        for (int i = 0; i < m; i++) cables.Add(Array.ConvertAll(input.ReadLine().Split(' '), int.Parse));
        var around = new List<int>[n + 1];
        for (int i = 0; i <= n; i++) around[i] = new List<int>();
        long total = 0;
        int left = n - 1;
        foreach (int[] cable in cables.OrderBy(x => x[2]))
        {
            var seen = new HashSet<int> { cable[0] };
            var queue = new Queue<int>();
            queue.Enqueue(cable[0]);
            while (queue.Count > 0 && !seen.Contains(cable[1]))
                foreach (int next in around[queue.Dequeue()])
                    if (seen.Add(next)) queue.Enqueue(next);
            if (seen.Contains(cable[1])) continue;
            around[cable[0]].Add(cable[1]);
            around[cable[1]].Add(cable[0]);
            total += cable[2];
            left--;
        }
        Console.WriteLine(left > 0 ? "impossible" : total.ToString());
    }
}
