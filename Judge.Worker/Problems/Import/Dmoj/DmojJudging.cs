namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>How a problem's outputs are judged.</summary>
/// <param name="Header">problem.yaml with that in it.</param>
internal sealed record DmojJudging(ProblemYaml Header)
{
    /// <summary>Whether outputs are compared with answers; else a case may have none.</summary>
    public bool NeedsAnswers { get; init; }

    /// <summary>Whether a part of a case's points may be given: by a validator in Python, which is told what the case is worth.</summary>
    public bool GivesShares { get; init; }

    /// <summary>The same, by a testlib program (quitp), which the DMOJ takes for right.</summary>
    public bool GivesPoints { get; init; }
}
