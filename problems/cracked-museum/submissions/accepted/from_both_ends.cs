// Distances from S and from F without the hammer, then every wall is tried.
using System;
using System.Collections.Generic;
using System.IO;

class Program
{
    static int r, c;
    static string[] plan;

    static int[] Distances(int start)
    {
        var dist = new int[r * c];
        Array.Fill(dist, -1);
        var queue = new Queue<int>();
        dist[start] = 0;
        queue.Enqueue(start);
        while (queue.Count > 0)
        {
            int p = queue.Dequeue();
            foreach (int q in Around(p))
                if (dist[q] < 0 && plan[q / c][q % c] != '#')
                {
                    dist[q] = dist[p] + 1;
                    queue.Enqueue(q);
                }
        }
        return dist;
    }

    static readonly List<int> around = new List<int>();

    static List<int> Around(int p)
    {
        around.Clear();
        int i = p / c, j = p % c;
        if (i > 0) around.Add(p - c);
        if (i + 1 < r) around.Add(p + c);
        if (j > 0) around.Add(p - 1);
        if (j + 1 < c) around.Add(p + 1);
        return around;
    }

    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        string[] head = input.ReadLine().Split(' ');
        r = int.Parse(head[0]);
        c = int.Parse(head[1]);
        plan = new string[r];
        int s = 0, f = 0;
        for (int i = 0; i < r; i++)
        {
            plan[i] = input.ReadLine();
            if (plan[i].IndexOf('S') >= 0) s = i * c + plan[i].IndexOf('S');
            if (plan[i].IndexOf('F') >= 0) f = i * c + plan[i].IndexOf('F');
        }
        int[] a = Distances(s), b = Distances(f);
        int best = a[f] < 0 ? int.MaxValue : a[f];
        for (int p = 0; p < r * c; p++)
        {
            if (plan[p / c][p % c] != '#') continue;
            int near = int.MaxValue, far = int.MaxValue;
            foreach (int q in Around(p))
            {
                if (a[q] >= 0) near = Math.Min(near, a[q]);
                if (b[q] >= 0) far = Math.Min(far, b[q]);
            }
            if (near < int.MaxValue && far < int.MaxValue) best = Math.Min(best, near + far + 2);
        }
        Console.WriteLine(best == int.MaxValue ? -1 : best);
    }
}
