// Kruskal: cables by price, union-find with sizes.
using System;
using System.IO;

class Program
{
    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        string[] head = input.ReadLine().Split(' ');
        int n = int.Parse(head[0]), m = int.Parse(head[1]);
        int[] price = new int[m];
        var ends = new (int, int)[m];
        for (int i = 0; i < m; i++)
        {
            string[] parts = input.ReadLine().Split(' ');
            ends[i] = (int.Parse(parts[0]), int.Parse(parts[1]));
            price[i] = int.Parse(parts[2]);
        }
        Array.Sort(price, ends);
        int[] parent = new int[n + 1];
        int[] size = new int[n + 1];
        for (int i = 0; i <= n; i++) { parent[i] = i; size[i] = 1; }
        long total = 0;
        int left = n - 1;
        for (int i = 0; i < m; i++)
        {
            int x = Find(parent, ends[i].Item1), y = Find(parent, ends[i].Item2);
            if (x == y) continue;
            if (size[x] < size[y]) (x, y) = (y, x);
            parent[y] = x;
            size[x] += size[y];
            total += price[i];
            left--;
        }
        Console.WriteLine(left > 0 ? "impossible" : total.ToString());
    }

    static int Find(int[] parent, int x)
    {
        while (parent[x] != x) x = parent[x] = parent[parent[x]];
        return x;
    }
}
