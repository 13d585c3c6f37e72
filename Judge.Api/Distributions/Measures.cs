using System.Numerics;

namespace Judge.Api.Distributions;

/// <summary>What accepted programs are compared in.</summary>
internal enum Measure
{
    /// <summary>CPU time of the slowest case, ms.</summary>
    Time = 0,

    /// <summary>The largest peak, KiB.</summary>
    Memory = 1,
}

/// <summary>
/// The buckets in which values are counted: one for each value up to <see cref="Exact"/>, then half as many for each doubling, so that none is wider than 1/64 of
/// its values, and all that a problem can have are some hundreds of rows. (The buckets of an HDR histogram.) Migration 011 has the same in SQL.
/// </summary>
internal static class Measures
{
    private const int Exact = 128, ExactBits = 7;

    /// <summary>The least value of the bucket that a value is in.</summary>
    public static int Bucket(int value) => value / Width(value) * Width(value);

    /// <summary>How many values the bucket of a value has.</summary>
    public static int Width(int value) => value < Exact ? 1 : 1 << (BitOperations.Log2((uint)value) - ExactBits + 1);
}
