// Wrong: marks a tile as visited no matter whether the hammer is already gone.
using System;
using System.Collections.Generic;

class Program
{
    static void Main()
    {
        string[] head = Console.ReadLine().Split(' ');
        int r = int.Parse(head[0]), c = int.Parse(head[1]);
        var plan = new string[r];
        var visited = new bool[r, c];
        var queue = new Queue<(int, int, int, int)>();
        for (int i = 0; i < r; i++)
        {
            plan[i] = Console.ReadLine();
            int j = plan[i].IndexOf('S');
            if (j >= 0) { queue.Enqueue((i, j, 0, 0)); visited[i, j] = true; }
        }
        int[] di = { 0, 0, 1, -1 }, dj = { 1, -1, 0, 0 };
        while (queue.Count > 0)
        {
            var (i, j, used, steps) = queue.Dequeue();
            if (plan[i][j] == 'F') { Console.WriteLine(steps); return; }
            for (int d = 0; d < 4; d++)
            {
                int a = i + di[d], b = j + dj[d];
                if (a < 0 || b < 0 || a >= r || b >= c || visited[a, b]) continue;
                int now = used + (plan[a][b] == '#' ? 1 : 0);
                if (now > 1) continue;
                visited[a, b] = true;
                queue.Enqueue((a, b, now, steps + 1));
            }
        }
        Console.WriteLine(-1);
    }
}
