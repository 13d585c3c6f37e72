using System;
using System.Collections.Generic;
using System.Linq;

public class TopOfThePops
{
    private readonly Dictionary<string, int> plays = new();
    private readonly SortedSet<(int Plays, string Song)> charts = new(Comparer<(int Plays, string Song)>.Create((a, b) =>
        a.Plays != b.Plays ? b.Plays.CompareTo(a.Plays) : string.CompareOrdinal(a.Song, b.Song)));

    public TopOfThePops(string[] songs)
    {
        foreach (var song in songs)
        {
            plays[song] = 0;
            charts.Add((0, song));
        }
    }

    public void Play(string song)
    {
        plays.TryGetValue(song, out var before);
        charts.Remove((before, song));
        plays[song] = before + 1;
        charts.Add((before + 1, song));
    }

    public bool Withdraw(string song)
    {
        if (!plays.Remove(song, out var before)) return false;
        charts.Remove((before, song));
        return true;
    }

    public IList<string> Top(int count)
    {
        return charts.Take(count).Select(entry => entry.Song).ToList();
    }

    public int RankOf(string song)
    {
        return plays.TryGetValue(song, out var count) ? charts.TakeWhile(entry => entry != (count, song)).Count() + 1 : -1;
    }
}
