using System.Text.Json.Serialization;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Rejudging;

/// <summary>Which submissions to judge again: those to which all that is given applies. Withdrawn ones and runs never are; those that are not judged
/// yet are when they have been, for they may have come with an older version of the problem.</summary>
/// <param name="Submission">This one.</param>
/// <param name="Problem">Of this problem.</param>
/// <param name="Language">In this language.</param>
/// <param name="Verdict">With this verdict now.</param>
/// <param name="Account">Of the account of this name.</param>
/// <param name="Since">Made at this time or later.</param>
/// <param name="Until">Made before this time.</param>
internal sealed record RejudgeFilter(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Submission = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Verdict? Verdict = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Account = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Since = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until = null)
{
    /// <summary>The condition on <c>submissions s</c>, for the parameters of <see cref="Parameters"/>.</summary>
    [JsonIgnore]
    public string Where => string.Join(" and ", Conditions());

    /// <summary>What <see cref="Where"/> names, and those that have an id above <paramref name="next"/> and up to <paramref name="last"/>.</summary>
    public object Parameters(string next, string last) => new
    {
        next, last, submission = Submission, problem = Problem, language = Language, verdict = Verdict, account = Account,
        since = Since is { } since ? SubmissionIds.From(since) : null, until = Until is { } until ? SubmissionIds.From(until) : null,
    };

    private IEnumerable<string> Conditions()
    {
        yield return $"s.id > @next and s.id <= @last and s.rejudge_of is null and s.kind = 0 and (s.verdict is null or s.verdict <> {(int)Contracts.Verdict.Cancelled})";
        if (Submission is not null) yield return "s.id = @submission";
        if (Problem is not null) yield return "s.problem = @problem";
        if (Language is not null) yield return "s.language = @language";
        if (Verdict is not null) yield return "(s.verdict is null or s.verdict = @verdict)";
        if (Account is not null) yield return "s.account_id = (select id from accounts where name = @account)";
        if (Since is not null) yield return "s.id >= @since";
        if (Until is not null) yield return "s.id < @until";
    }
}
