using Judge.Contracts;

namespace Judge.Api.Submissions;

/// <summary>A line in which submissions wait for the dispatcher: a tier's, by the tier's number, or that of the rejudges.</summary>
internal enum Lane
{
    Free = Tier.Free,
    Premium = Tier.Premium,

    /// <summary>Gets the slots for which the free tier has nothing at the moment.</summary>
    Background = 2,
}

internal static class Lanes
{
    public static readonly IReadOnlyList<Lane> All = [Lane.Premium, Lane.Free, Lane.Background];

    /// <summary>Whose workers judge it.</summary>
    public static Tier ServedBy(this Lane lane) => lane == Lane.Premium ? Tier.Premium : Tier.Free;
}
