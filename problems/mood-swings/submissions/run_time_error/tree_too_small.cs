// Crashes: a recursive tree in only 2n places, IndexOutOfRangeException.
using System;

class Program
{
    static long[][] tree;
    static long[] moods;

    static long[] Join(long[] x, long[] y) => new[]
    {
        x[0] + y[0],
        Math.Max(x[1], x[0] + y[1]),
        Math.Max(y[2], y[0] + x[2]),
        Math.Max(Math.Max(x[3], y[3]), x[2] + y[1]),
    };

    static void Build(int v, int a, int b)
    {
        if (a == b) { tree[v] = new[] { moods[a], moods[a], moods[a], moods[a] }; return; }
        int mid = (a + b) / 2;
        Build(2 * v, a, mid);
        Build(2 * v + 1, mid + 1, b);
        tree[v] = Join(tree[2 * v], tree[2 * v + 1]);
    }

    static long[] Ask(int v, int a, int b, int l, int r)
    {
        if (l <= a && b <= r) return tree[v];
        int mid = (a + b) / 2;
        if (r <= mid) return Ask(2 * v, a, mid, l, r);
        if (l > mid) return Ask(2 * v + 1, mid + 1, b, l, r);
        return Join(Ask(2 * v, a, mid, l, r), Ask(2 * v + 1, mid + 1, b, l, r));
    }

    static void Main()
    {
        int[] head = Array.ConvertAll(Console.ReadLine().Split(' '), int.Parse);
        moods = Array.ConvertAll(Console.ReadLine().Split(' '), long.Parse);
        int n = head[0];
        tree = new long[2 * n][];
        Build(1, 0, n - 1);
        for (int q = 0; q < head[1]; q++)
        {
            string[] parts = Console.ReadLine().Split(' ');
            int a = int.Parse(parts[1]), b = int.Parse(parts[2]);
            if (parts[0] == "=") { moods[a - 1] = b; Build(1, 0, n - 1); }
            else Console.WriteLine(Ask(1, 0, n - 1, a - 1, b - 1)[3]);
        }
    }
}
