namespace Judge.Benchmarks;

/// <summary>A program that is judged, and what is done by hand for the same.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Language">The judge's id of its language.</param>
/// <param name="File">What the source is called.</param>
/// <param name="Bare">Compiles and runs it, in its directory; null: the judge's own commands.</param>
/// <param name="Target">How many times faster ours has to be.</param>
/// <param name="Source">Shortest path from 1 to n in a small graph. Ends where a comment can follow.</param>
internal sealed record ComparedProgram(string Name, string Language, string File, string? Bare, double Target, string Source)
{
    private const string Gxx = "g++ -std=gnu++20 -O2 main.cpp -o main && ./main";

    public static IReadOnlyList<ComparedProgram> All { get; } =
    [
        new("C++, bits/stdc++.h", "cpp", "main.cpp", Gxx, 4, """
            #include <bits/stdc++.h>
            using namespace std;
            int main() {
                ios::sync_with_stdio(false); cin.tie(nullptr);
                int n, m;
                cin >> n >> m;
                vector<vector<pair<int, long long>>> edges(n + 1);
                for (int i = 0; i < m; i++) {
                    int a, b; long long w;
                    cin >> a >> b >> w;
                    edges[a].push_back({b, w});
                    edges[b].push_back({a, w});
                }
                vector<long long> best(n + 1, LLONG_MAX);
                priority_queue<pair<long long, int>, vector<pair<long long, int>>, greater<>> queue;
                queue.push({best[1] = 0, 1});
                while (!queue.empty()) {
                    auto [d, u] = queue.top();
                    queue.pop();
                    if (d > best[u]) continue;
                    for (auto [v, w] : edges[u]) if (d + w < best[v]) queue.push({best[v] = d + w, v});
                }
                cout << best[n] << '\n';
            }

            """),
        new("C++, single headers", "cpp", "main.cpp", Gxx, 1, """
            #include <iostream>
            #include <vector>
            #include <algorithm>
            int main() {
                int n, m;
                std::cin >> n >> m;
                std::vector<std::vector<long long>> d(n, std::vector<long long>(n, 1e15));
                for (long long a, b, w; m-- > 0 && std::cin >> a >> b >> w; ) d[a - 1][b - 1] = d[b - 1][a - 1] = w;
                for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
                std::cout << d[0][n - 1] << '\n';
            }

            """),
        new("C", "c", "main.c", "gcc -std=gnu17 -O2 main.c -o main -lm && ./main", 0.5, """
            #include <stdio.h>
            long long d[64][64];
            int main(void) {
                int n, m;
                if (scanf("%d %d", &n, &m) != 2) return 1;
                for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) d[i][j] = 1000000000000LL;
                for (long long a, b, w; m-- > 0 && scanf("%lld %lld %lld", &a, &b, &w) == 3; ) d[a - 1][b - 1] = d[b - 1][a - 1] = w;
                for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (d[i][k] + d[k][j] < d[i][j]) d[i][j] = d[i][k] + d[k][j];
                printf("%lld\n", d[0][n - 1]);
            }

            """),
        new("Java", "java", "Main.java", "javac -encoding UTF-8 -proc:none Main.java && java -cp . Main", 1, """
            import java.util.*;
            class Main {
                record Edge(int to, long weight) {}
                public static void main(String[] args) {
                    Scanner in = new Scanner(System.in);
                    int n = in.nextInt(), m = in.nextInt();
                    List<List<Edge>> edges = new ArrayList<>();
                    for (int i = 0; i <= n; i++) edges.add(new ArrayList<>());
                    for (; m > 0; m--) {
                        int a = in.nextInt(), b = in.nextInt();
                        long w = in.nextLong();
                        edges.get(a).add(new Edge(b, w));
                        edges.get(b).add(new Edge(a, w));
                    }
                    long[] best = new long[n + 1];
                    Arrays.fill(best, Long.MAX_VALUE);
                    best[1] = 0;
                    PriorityQueue<Edge> queue = new PriorityQueue<>(Comparator.comparingLong(Edge::weight));
                    queue.add(new Edge(1, 0));
                    while (!queue.isEmpty()) {
                        Edge e = queue.poll();
                        if (e.weight() > best[e.to()]) continue;
                        for (Edge f : edges.get(e.to())) if (best[e.to()] + f.weight() < best[f.to()]) queue.add(new Edge(f.to(), best[f.to()] = best[e.to()] + f.weight()));
                    }
                    System.out.println(best[n]);
                }
            }

            """),
        new("C#", "csharp", "main.cs", null, 0.5, """
            using System;
            using System.Collections.Generic;
            using System.Linq;
            int[] Next() => Console.ReadLine()!.Split().Select(int.Parse).ToArray();
            var first = Next();
            var edges = Enumerable.Range(0, first[0] + 1).Select(_ => new List<(int To, long Weight)>()).ToArray();
            for (var i = 0; i < first[1]; i++)
            {
                var edge = Next();
                edges[edge[0]].Add((edge[1], edge[2]));
                edges[edge[1]].Add((edge[0], edge[2]));
            }
            var best = Enumerable.Repeat(long.MaxValue, first[0] + 1).ToArray();
            var queue = new PriorityQueue<int, long>();
            queue.Enqueue(1, best[1] = 0);
            while (queue.TryDequeue(out var u, out var d))
            {
                if (d > best[u]) continue;
                foreach (var (v, w) in edges[u]) if (d + w < best[v]) queue.Enqueue(v, best[v] = d + w);
            }
            Console.WriteLine(best[first[0]]);

            """),
    ];
}
