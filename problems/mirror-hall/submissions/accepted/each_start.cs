// Follows the beam from each place at the edge.
using System;
using System.Collections.Generic;

public class Solution
{
    public int Brightest(char[][] hall)
    {
        int rows = hall.Length, columns = hall[0].Length, best = 0;
        void Shine(int i, int j, int di, int dj)
        {
            var lit = new HashSet<(int, int)>();
            while (i >= 0 && i < rows && j >= 0 && j < columns && hall[i][j] != '#')
            {
                lit.Add((i, j));
                (di, dj) = hall[i][j] switch { '/' => (-dj, -di), '\\' => (dj, di), _ => (di, dj) };
                i += di;
                j += dj;
            }
            best = Math.Max(best, lit.Count);
        }
        for (var i = 0; i < rows; i++)
        {
            Shine(i, 0, 0, 1);
            Shine(i, columns - 1, 0, -1);
        }
        for (var j = 0; j < columns; j++)
        {
            Shine(0, j, 1, 0);
            Shine(rows - 1, j, -1, 0);
        }
        return best;
    }
}
