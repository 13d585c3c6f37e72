using System.Globalization;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// Makes groups of the cases of init.yml. Pretests come first. With batches, with cases that are worth different points, or with a checker that
/// gives a part of them, the problem is one of scoring: a batch is a group that has to be right as a whole, a case of its own a group of one.
/// What is worth no points and fails ends the judging, so that everything after it needs it.
/// </summary>
internal static class DmojCases
{
    public static ProblemYaml Convert(Conversion conversion, List<DmojEntry> pretests, List<DmojEntry> entries, DmojJudging judging)
    {
        if (judging.NeedsAnswers)
        {
            foreach (var one in pretests.Concat(entries).SelectMany(e => e.Cases).Where(c => !c.HasAnswer)) conversion.Fault(DmojYaml.At(one.Node), "the case has no 'out', with which the checker compares");
        }

        foreach (var entry in pretests.Where(p => p.Dependencies.Count > 0)) conversion.Fault(DmojYaml.At(entry.Node), "dependencies between pretests are not supported: all of them must be passed");
        var scoring = judging.GivesShares || judging.GivesPoints || entries.Exists(e => e.Batch > 0) || entries.Select(e => e.Points).Distinct().Count() > 1;
        var groups = new List<GroupPlan>();
        if (pretests.Count > 0) groups.Add(new GroupPlan("pretests", 0, [], Numbered(pretests.SelectMany(p => p.Cases.Select(c => Argued(judging, c, 0, "refuses"))))));
        if (scoring) groups.AddRange(Groups(conversion, entries, judging, [.. groups.Select(g => g.Name)]));
        else if (pretests.Count > 0) groups.Add(new GroupPlan("tests", null, ["pretests"], Numbered(entries.SelectMany(e => e.Cases).Select(c => c.Plan))));
        if (conversion.HasFaults) return judging.Header;
        if (groups.Count > 0) GroupWriter.Write(conversion, groups, scoring);
        else foreach (var plan in Numbered(entries.SelectMany(e => e.Cases).Select(c => c.Plan))) GroupWriter.WriteCase(conversion, "secret", plan);
        return judging.Header with { Scoring = scoring };
    }

    private static IEnumerable<GroupPlan> Groups(Conversion conversion, List<DmojEntry> entries, DmojJudging judging, List<string> waiting)
    {
        var (names, needed) = (new Dictionary<int, string>(), entries.SelectMany(e => e.Dependencies).ToHashSet());
        foreach (var (entry, index) in entries.Select((e, i) => (e, waiting.Count + i + 1)).ToList())
        {
            var name = entry.Batch > 0 ? $"batch{Text(entry.Batch)}" : $"case{Text(index)}";
            foreach (var unknown in entry.Dependencies.Where(d => !names.ContainsKey(d))) conversion.Fault(DmojYaml.At(entry.Node), $"dependencies: there is no batch {Text(unknown)} before this one");
            var isNeeded = entry.Points == 0 || needed.Contains(entry.Batch);
            if (judging.GivesPoints && (entry.Cases.Count > 1 || isNeeded))
                conversion.Fault(DmojYaml.At(entry.Node), "the checker gives points (quitp), of a batch or for cases that others need: not supported; give the cases points of their own, or make the checker a .py file");
            List<CasePlan> cases = [.. entry.Cases.Select((c, i) => Argued(judging, c, entry.Points, i + 1 < entry.Cases.Count && entry.SkipsRest ? "drops" : isNeeded ? "refuses" : "keeps"))];
            yield return new GroupPlan(name, entry.Points, [.. waiting, .. entry.Dependencies.Where(names.ContainsKey).Select(d => names[d])], Numbered(cases));
            if (entry.Batch > 0) names[entry.Batch] = name;
            if (entry.Points == 0) waiting.Add(name);
        }
    }

    /// <summary>With what the written validator is told of the case (Templates/dmoj_finish.py).</summary>
    private static CasePlan Argued(DmojJudging judging, DmojCase one, double points, string unpassed) =>
        judging.GivesShares ? one.Plan with { Arguments = string.Create(CultureInfo.InvariantCulture, $"[\"{points}\", {unpassed}]") } : one.Plan;

    /// <summary>Names by which they stay in their order.</summary>
    private static List<CasePlan> Numbered(IEnumerable<CasePlan> cases)
    {
        var list = cases.ToList();
        var width = list.Count > 99 ? list.Count > 999 ? "00000" : "000" : "00";
        return [.. list.Select((c, i) => c with { Name = (i + 1).ToString(width, CultureInfo.InvariantCulture) })];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
