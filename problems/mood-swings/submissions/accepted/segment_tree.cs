// Recursive segment tree of (sum, best prefix, best suffix, best run).
using System;
using System.IO;
using System.Text;

struct Node
{
    public long Sum, Prefix, Suffix, Run;

    public Node(long x) { Sum = Prefix = Suffix = Run = x; }

    public static Node Join(in Node x, in Node y)
    {
        Node z = default;
        z.Sum = x.Sum + y.Sum;
        z.Prefix = Math.Max(x.Prefix, x.Sum + y.Prefix);
        z.Suffix = Math.Max(y.Suffix, y.Sum + x.Suffix);
        z.Run = Math.Max(Math.Max(x.Run, y.Run), x.Suffix + y.Prefix);
        return z;
    }
}

class Program
{
    static Node[] tree;
    static int[] moods;

    static void Build(int v, int a, int b)
    {
        if (a == b) { tree[v] = new Node(moods[a]); return; }
        int mid = (a + b) / 2;
        Build(2 * v, a, mid);
        Build(2 * v + 1, mid + 1, b);
        tree[v] = Node.Join(tree[2 * v], tree[2 * v + 1]);
    }

    static void Set(int v, int a, int b, int i, int x)
    {
        if (a == b) { tree[v] = new Node(x); return; }
        int mid = (a + b) / 2;
        if (i <= mid) Set(2 * v, a, mid, i, x); else Set(2 * v + 1, mid + 1, b, i, x);
        tree[v] = Node.Join(tree[2 * v], tree[2 * v + 1]);
    }

    static Node Ask(int v, int a, int b, int l, int r)
    {
        if (l <= a && b <= r) return tree[v];
        int mid = (a + b) / 2;
        if (r <= mid) return Ask(2 * v, a, mid, l, r);
        if (l > mid) return Ask(2 * v + 1, mid + 1, b, l, r);
        return Node.Join(Ask(2 * v, a, mid, l, r), Ask(2 * v + 1, mid + 1, b, l, r));
    }

    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        string[] head = input.ReadLine().Split(' ');
        int n = int.Parse(head[0]), q = int.Parse(head[1]);
        moods = Array.ConvertAll(input.ReadLine().Split(' '), int.Parse);
        tree = new Node[4 * n];
        Build(1, 0, n - 1);
        var output = new StringBuilder();
        while (q-- > 0)
        {
            string[] parts = input.ReadLine().Split(' ');
            int a = int.Parse(parts[1]), b = int.Parse(parts[2]);
            if (parts[0] == "=") Set(1, 0, n - 1, a - 1, b);
            else output.Append(Ask(1, 0, n - 1, a - 1, b - 1).Run).Append('\n');
        }
        Console.Write(output);
    }
}
