// One index reads, the other one writes.
using System;

public class Solution
{
    public int CompactLog(int[] readings, int change)
    {
        var kept = 1;
        foreach (var x in readings)
        {
            if (Math.Abs((long)x - readings[kept - 1]) >= change) readings[kept++] = x;
        }
        return kept;
    }
}
