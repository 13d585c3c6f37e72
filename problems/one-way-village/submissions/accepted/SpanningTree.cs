using System;
using System.Collections.Generic;

public class Solution
{
    public int[][] Orient(int squares, int[][] lanes)
    {
        if (lanes.Length % 2 == 1) return Array.Empty<int[]>();
        var near = new List<int>[squares];
        for (var square = 0; square < squares; square++) near[square] = new List<int>();
        for (var i = 0; i < lanes.Length; i++)
        {
            near[lanes[i][0]].Add(i);
            near[lanes[i][1]].Add(i);
        }

        var link = new int[squares];
        Array.Fill(link, -1);
        var tree = new bool[lanes.Length];
        var order = new List<int> { 0 };
        for (var k = 0; k < order.Count; k++)
        {
            foreach (var i in near[order[k]])
            {
                var other = lanes[i][0] + lanes[i][1] - order[k];
                if (other == 0 || link[other] >= 0) continue;
                link[other] = i;
                tree[i] = true;
                order.Add(other);
            }
        }

        var arrivals = new int[squares];
        for (var i = 0; i < lanes.Length; i++)
        {
            if (!tree[i]) arrivals[lanes[i][1]]++;
        }

        for (var k = squares - 1; k > 0; k--)
        {
            var square = order[k];
            var other = lanes[link[square]][0] + lanes[link[square]][1] - square;
            var end = arrivals[square] % 2 == 1 ? square : other;
            lanes[link[square]] = new[] { square + other - end, end };
            arrivals[end]++;
        }

        return lanes;
    }
}
