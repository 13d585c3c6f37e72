namespace Judge.EndToEnd.Tests;

/// <summary>Classes that keep a whole machine busy and have to be through with it in time: one of them runs at a time.</summary>
[CollectionDefinition(Name)]
public sealed class UnderLoad
{
    public const string Name = "under load";
}
