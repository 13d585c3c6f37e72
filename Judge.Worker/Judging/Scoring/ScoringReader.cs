using System.Globalization;
using Judge.Worker.Problems;
using YamlDotNet.RepresentationModel;
using Group = (string Name, YamlDotNet.RepresentationModel.YamlMappingNode Yaml, string File);

namespace Judge.Worker.Judging.Scoring;

/// <summary>Reads how a scoring problem's groups add up: <c>grading</c>, <c>grader_flags</c>, <c>on_reject</c> and the like of the legacy format's
/// testdata.yaml, which inner groups inherit, or of test_group.yaml <c>scoring</c> (2023-07-draft) or <c>max_score</c> and the like (2025-09), which they do not.</summary>
/// <param name="files">The package.</param>
/// <param name="problem">problem.yaml.</param>
/// <param name="version">The package's format.</param>
/// <param name="all">Every group, outer before inner.</param>
internal sealed class ScoringReader(PackageFiles files, YamlMappingNode problem, FormatVersion version, IReadOnlyList<Group> all)
{
    /// <summary>In 2025-09 folders in a group are only folders: their cases are the group's.</summary>
    private readonly IReadOnlyList<Group> groups = version == FormatVersion.Of2025 ? [.. all.Where(g => !IsInGroup(g))] : all;

    private readonly Dictionary<string, GroupRules> _rules = new(StringComparer.Ordinal);

    /// <param name="cases">The cases; each learns what it is worth.</param>
    /// <param name="validator">The package's own output validator, which may give scores; null: there is none.</param>
    public ScoringPlan Read(ref IReadOnlyList<ProblemCase> cases, OutputValidator? validator)
    {
        var current = version != FormatVersion.Legacy || groups.Any(g => GroupKeys.All.Any(g.Yaml.Has));
        foreach (var group in groups) _rules[group.Name] = current ? Current(group) : Legacy(group);
        foreach (var (inner, key) in all.Except(groups).SelectMany(g => GroupKeys.All.Where(g.Yaml.Has).Select(k => (g, k)))) files.Fault(inner.File, $"{key} is for secret and the groups in it, and in 2025-09 there are no groups in groups");
        if (version == FormatVersion.Of2025) Unshared();
        var folders = cases.Select(c => groups.Select(g => g.Name).Where(n => n.Length == 0 || c.Name.StartsWith($"{n}/", StringComparison.Ordinal)).MaxBy(n => n.Length)!).ToList();
        var root = Shared(Build("", folders), current ? 100 : null, current);
        var scores = new CaseScores?[cases.Count];
        foreach (var group in root.All.Where(g => g.Rules.Aggregation != Aggregation.PassFail))
        {
            // The legacy format has scores below nothing, where a range says so.
            var least = current ? 0 : Math.Min(0, group.Rules.Least ?? 0);
            for (var i = group.First; i < group.Cases.End.Value; i++) scores[i] = new CaseScores(group.Rules.AcceptScore, group.Rules.RejectScore) { Least = least, IsOpen = current && group.Rules.Most is null && group.Name.StartsWith("secret", StringComparison.Ordinal) };
        }

        if (validator is null && scores.Any(s => s?.IsOpen == true)) files.Fault("data/secret", "groups without a bound need an output validator that gives scores");
        cases = [.. cases.Select((c, i) => c with { Scores = scores[i] })];
        var names = cases.Select((c, i) => (c.Name, i)).DistinctBy(c => c.Name, StringComparer.Ordinal).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        foreach (var group in root.All)
        {
            foreach (var required in group.Rules.RequirePass)
            {
                var first = root.All.FirstOrDefault(g => g.Name == required && g.Name.Length > 0 && !group.Name.StartsWith($"{g.Name}/", StringComparison.Ordinal))?.End - 1 ?? (names.TryGetValue(required, out var index) ? index : int.MaxValue);
                if (first >= group.First) files.Fault(groups.First(g => g.Name == group.Name).File, $"{GroupKeys.Name(groups.First(g => g.Name == group.Name), "require_pass")}: '{required}' must be a group or a case that comes before {group.Name}");
            }
        }

        return new ScoringPlan(root, validator is { } v && (current || v.Style == ValidatorStyle.Testlib || problem.Words("validation").Contains("score", StringComparer.Ordinal)), names);
    }

    private ScoringGroup Build(string name, List<string> folders)
    {
        bool Below(string folder) => name.Length == 0 || folder == name || folder.StartsWith($"{name}/", StringComparison.Ordinal);
        // The own cases come first; where there are none, the place where they would be.
        var first = Math.Max(0, folders.FindIndex(Below));
        var own = folders.Count(f => f == name);
        var inner = groups.Select(g => g.Name)
            .Where(n => n.Length > 0 && n != name && Below(n) && !n[(name.Length == 0 ? 0 : name.Length + 1)..].Contains('/', StringComparison.Ordinal))
            .Where(n => folders.Any(f => f == n || f.StartsWith($"{n}/", StringComparison.Ordinal)))
            .Select(n => Build(n, folders));
        return new ScoringGroup(name, _rules[name], first..(first + own), [.. inner]);
    }

    /// <summary>Gives every part of a group its share of what the group is worth, where the package does not say: the 2023-07-draft's "Maximum Score Inference".</summary>
    private ScoringGroup Shared(ScoringGroup group, double? worth, bool current)
    {
        if (!current) return group;
        var most = group.Name is "" or "sample" ? null : group.Rules.Most is { } own ? (double.IsNaN(own) ? null : own) : worth;
        var (known, unknown) = (group.Groups.Sum(g => g.Rules.Most is { } m && !double.IsNaN(m) ? m : 0), group.Groups.Count(g => g.Rules.Most is null) + group.Cases.End.Value - group.First);
        double? part = group.Name.Length == 0 ? 100 : most is null ? null : group.Rules.Aggregation == Aggregation.Sum ? unknown == 0 ? 0 : (most - known) / unknown : most;
        if (group.Name.StartsWith("secret", StringComparison.Ordinal) && group.Rules.Aggregation == Aggregation.PassFail && most is null)
            files.Fault(groups.First(g => g.Name == group.Name).File, "max_score (in 2023-07-draft scoring.score) is missing: the group gives all or nothing, and nothing around it says how much that is");
        if (group.Name.Length > 0 && group.Rules.Aggregation == Aggregation.Sum && known > most + 1e-6)
            files.Fault(groups.First(g => g.Name == group.Name).File, string.Create(CultureInfo.InvariantCulture, $"the groups in it are worth {known} together, more than its own score {most}"));
        return group with { Rules = group.Rules with { Most = most, Least = group.Name == "sample" ? null : 0, AcceptScore = part ?? 0 }, Groups = [.. group.Groups.Select(g => Shared(g, part, current))] };
    }

    private GroupRules Current(Group group)
    {
        foreach (var key in GroupKeys.Legacy.Where(group.Yaml.Has)) files.Fault(group.File, $"{key} belongs to the legacy format; a test_group.yaml says scoring: {{score, aggregation, require_pass}}, or in 2025-09 max_score, score_aggregation and require_pass");
        var outer = group.Name is "" or "sample" or "secret";
        var rules = new GroupRules { Aggregation = outer ? Aggregation.Sum : Aggregation.PassFail, Breaks = !outer, KeepsScore = true, IgnoresSample = group.Name.Length == 0, Least = 0 };
        if (!GroupKeys.All.Any(group.Yaml.Has)) return rules;
        if (group.Name is "" or "sample" || group.Yaml.Has("scoring") && GroupKeys.Mapping(group) is null)
        {
            files.Fault(group.File, group.Name is "" or "sample" ? "only secret and the groups in it are scored" : "scoring must be a mapping, such as {score: 40, aggregation: min}");
            return rules;
        }

        if (GroupKeys.Mapping(group) is { } scoring)
        {
            foreach (var key in scoring.Children.Keys.Select(k => (k as YamlScalarNode)?.Value ?? "").Where(k => k is not ("score" or "aggregation") && !GroupKeys.Of2025.Contains(k, StringComparer.Ordinal)))
                files.Fault(group.File, $"scoring.{key} is not known (score, aggregation, require_pass)");
            foreach (var key in GroupKeys.Of2025.Where(k => group.Yaml.Has(k) && GroupKeys.IsIn(scoring, k))) files.Fault(group.File, $"{key} is there twice, here and under scoring");
        }

        var (aggregation, score) = (GroupKeys.Value(group, "score_aggregation") switch
        {
            null => rules.Aggregation,
            "pass-fail" => Aggregation.PassFail,
            "sum" => Aggregation.Sum,
            "min" => Aggregation.Minimum,
            _ => (Aggregation?)null,
        }, GroupKeys.Value(group, "max_score"));
        if (aggregation is null) files.Fault(group.File, $"{GroupKeys.Name(group, "score_aggregation")} must be pass-fail, sum or min");
        if (score == "unbounded" && aggregation == Aggregation.PassFail) files.Fault(group.File, $"{GroupKeys.Name(group, "max_score")} unbounded is not possible where all or nothing is given: the aggregation must be sum or min");
        double? most = score is null or "unbounded" ? null : YamlReads.InRange(score, 0, double.MaxValue);
        if (score is not (null or "unbounded") && most is null) files.Fault(group.File, $"{GroupKeys.Name(group, "max_score")} must be a number of at least 0");
        return rules with
        {
            Aggregation = aggregation ?? rules.Aggregation,
            // As soon as one case has failed, there is nothing left to be had.
            Breaks = aggregation is Aggregation.PassFail or Aggregation.Minimum,
            // NaN until it is shared out: not bounded, which is another thing than not said.
            Most = score == "unbounded" ? double.NaN : most,
            RequirePass = GroupKeys.Holder(group, "require_pass") is { } holder ? files.Words(group.File, holder, "require_pass", GroupKeys.Name(group, "require_pass")) : [],
        };
    }

    private static bool IsInGroup(Group group) => group.Name.StartsWith("secret/", StringComparison.Ordinal) && group.Name.IndexOf('/', "secret/".Length) > 0;

    /// <summary>In 2025-09 groups do not share what secret is worth: each says what it is worth itself, or is all or nothing with the rest.</summary>
    private void Unshared()
    {
        if (_rules.GetValueOrDefault("secret") is { Aggregation: Aggregation.PassFail } or { Most: double.NaN }) return;
        foreach (var group in groups.Where(g => g.Name.StartsWith("secret/", StringComparison.Ordinal) && _rules[g.Name].Most is null && GroupKeys.Value(g, "max_score") is null))
            files.Fault(group.File, "max_score is missing: in 2025-09 every group says what it is worth, unless secret is unbounded");
    }

    private GroupRules Legacy(Group group)
    {
        var (yaml, rules) = (group.Yaml, group.Name.Length == 0 ? new GroupRules { Breaks = true } : _rules[group.Name.Contains('/', StringComparison.Ordinal) ? group.Name[..group.Name.LastIndexOf('/')] : ""] with { IgnoresSample = false, Least = null, Most = null });
        if (yaml.Has("grader_flags")) rules = Flags(files.Words(group.File, yaml, "grader_flags"), group, new GroupRules { AcceptScore = rules.AcceptScore, RejectScore = rules.RejectScore, Breaks = rules.Breaks });
        if (yaml.Has("on_reject"))
        {
            if (yaml.Scalar("on_reject") is not ("break" or "continue")) files.Fault(group.File, "on_reject must be break or continue");
            rules = rules with { Breaks = yaml.Scalar("on_reject") != "continue" };
        }

        rules = rules with
        {
            AcceptScore = Number(yaml, "accept_score", group.File) ?? rules.AcceptScore,
            RejectScore = Number(yaml, "reject_score", group.File) ?? rules.RejectScore,
        };
        if (!yaml.Has("range")) return rules;
        double?[] bounds = [.. files.Words(group.File, yaml, "range").Select(Bound)];
        if (bounds is [{ } least, { } most] && least <= most) return rules with { Least = least, Most = double.IsFinite(most) ? most : null };
        files.Fault(group.File, "range must be two numbers, the smaller first, such as '0 100' or '0 +inf'");
        return rules;
    }

    private GroupRules Flags(string[] flags, Group group, GroupRules rules)
    {
        foreach (var flag in flags)
        {
            rules = flag switch
            {
                "sum" => rules with { Aggregation = Aggregation.Sum },
                "avg" => rules with { Aggregation = Aggregation.Average },
                "min" => rules with { Aggregation = Aggregation.Minimum },
                "max" => rules with { Aggregation = Aggregation.Maximum },
                // no_errors is its old name.
                "worst_error" or "no_errors" => rules with { Verdicts = VerdictMode.WorstError },
                "first_error" => rules with { Verdicts = VerdictMode.FirstError },
                "always_accept" => rules with { Verdicts = VerdictMode.AlwaysAccept },
                "accept_if_any_accepted" => rules with { AnyAccepted = true },
                "ignore_sample" when group.Name.Length == 0 => rules with { IgnoresSample = true },
                _ => Unknown(flag),
            };
        }

        return rules;

        GroupRules Unknown(string flag)
        {
            files.Fault(group.File, flag == "ignore_sample" ? "grader_flags: ignore_sample is for data/testdata.yaml" : $"grader_flags: unknown flag '{flag}'");
            return rules;
        }
    }

    private double? Number(YamlMappingNode yaml, string key, string file)
    {
        if (!yaml.Has(key)) return null;
        if (yaml.Scalar(key) is { } text && YamlReads.InRange(text, double.MinValue, double.MaxValue) is { } number) return number;
        files.Fault(file, $"{key} must be a number");
        return null;
    }

    private static double? Bound(string text) => text switch
    {
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => YamlReads.InRange(text, double.MinValue, double.MaxValue),
    };
}
