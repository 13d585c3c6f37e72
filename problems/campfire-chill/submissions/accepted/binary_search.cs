// Only the fires left and right of a tent matter.
using System;

public class Solution
{
    public double Coldest(double[] fires, double[] tents)
    {
        Array.Sort(fires);
        var worst = 0.0;
        foreach (var tent in tents)
        {
            var i = Array.BinarySearch(fires, tent);
            if (i >= 0) continue;
            var near = double.MaxValue;
            if (~i < fires.Length) near = fires[~i] - tent;
            if (~i > 0) near = Math.Min(near, tent - fires[~i - 1]);
            worst = Math.Max(worst, near);
        }
        return worst;
    }
}
