namespace Judge.EndToEnd.Tests;

/// <summary>Classes that keep a whole machine busy and have to be through with it in time: they run one after the other, and with nothing beside.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UnderLoad
{
    public const string Name = "under load";
}
