// Those who see him now, by the ends of their sightings, in a queue.
using System;
using System.Collections.Generic;

public class Solution
{
    public bool HasAlibi(int[][] sightings, int opening, int closing)
    {
        Array.Sort(sightings, (a, b) => a[0].CompareTo(b[0]));
        var ends = new PriorityQueue<int, int>();
        var (now, next) = (opening, 0);
        while (now < closing)
        {
            for (; next < sightings.Length && sightings[next][0] <= now; next++) ends.Enqueue(sightings[next][1], sightings[next][1]);
            while (ends.Count > 0 && ends.Peek() <= now) ends.Dequeue();
            if (ends.Count < 2) return false;
            now = ends.Peek();
        }
        return true;
    }
}
