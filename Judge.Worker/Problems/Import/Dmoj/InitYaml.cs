using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>init.yml as PyYAML reads it: with aliases and merge keys, which setters use to say a thing once.</summary>
internal static class InitYaml
{
    private const int Largest = 1 << 20;

    /// <exception cref="PackageException">It is no mapping, no YAML, or made to break its reader; with the line.</exception>
    public static YamlMappingNode Read(string path, string name)
    {
        var yaml = YamlFile.Read(path, name, Largest, events => new ExpandedEvents(events));
        Merge(yaml);
        return yaml;
    }

    /// <summary>YAML 1.1's <c>&lt;&lt;</c>: keys of other mappings, where there are no such keys already.</summary>
    private static void Merge(YamlNode node)
    {
        foreach (var inner in node is YamlSequenceNode list ? list.Children : node is YamlMappingNode { Children: var pairs } ? pairs.Select(p => p.Value) : []) Merge(inner);
        var key = new YamlScalarNode("<<");
        if (node is not YamlMappingNode mapping || !mapping.Children.TryGetValue(key, out var merged)) return;
        mapping.Children.Remove(key);
        foreach (var (name, value) in (merged is YamlSequenceNode many ? many.Children : [merged]).OfType<YamlMappingNode>().SelectMany(m => m.Children)) mapping.Children.TryAdd(name, value);
    }

    /// <summary>
    /// Events in which each alias has become what it stands for. The nodes of the tree that is made of them are all their own: with aliases
    /// a few lines make a tree that takes forever to walk or to hash. What is repeated has a limit, and nothing stands for what it is in.
    /// </summary>
    private sealed class ExpandedEvents(IParser inner) : IParser
    {
        private const int MostRepeated = 4 << 20, EventCost = 16;
        private readonly Dictionary<string, List<ParsingEvent>> _anchors = new(StringComparer.Ordinal);
        private readonly List<Recording> _recordings = [];
        private readonly Queue<ParsingEvent> _repeated = new();
        private int _spent;

        public ParsingEvent? Current { get; private set; }

        public bool MoveNext()
        {
            while (_repeated.Count == 0)
            {
                if (!inner.MoveNext()) return false;
                if (inner.Current is not AnchorAlias alias) return Next(inner.Current!);
                if (_recordings.Exists(r => r.Name == alias.Value.Value)) throw new YamlException(alias.Start, alias.End, $"*{alias.Value} stands for what it is in");
                if (!_anchors.TryGetValue(alias.Value.Value, out var events)) throw new YamlException(alias.Start, alias.End, $"*{alias.Value} stands for nothing before it");
                foreach (var one in events) Repeat(_repeated.Enqueue, one);
            }

            return Next(_repeated.Dequeue());
        }

        private bool Next(ParsingEvent current)
        {
            Current = Plain(current);
            foreach (var recording in _recordings) Repeat(recording.Events.Add, Current);
            if (current is NodeEvent { Anchor: { IsEmpty: false } anchor }) _recordings.Add(new Recording(anchor.Value, [Current]));
            foreach (var recording in _recordings.ToList())
            {
                recording.Depth += Current.NestingIncrease;
                if (recording.Depth > 0) continue;
                _anchors[recording.Name] = recording.Events;
                _recordings.Remove(recording);
            }

            return true;
        }

        private void Repeat(Action<ParsingEvent> add, ParsingEvent one)
        {
            _spent += EventCost + ((one as Scalar)?.Value.Length ?? 0);
            if (_spent > MostRepeated) throw new YamlException(one.Start, one.End, string.Create(CultureInfo.InvariantCulture, $"its aliases repeat more than {MostRepeated >> 20} MiB"));
            add(one);
        }

        private static ParsingEvent Plain(ParsingEvent current) => current switch
        {
            Scalar s => new Scalar(AnchorName.Empty, s.Tag, s.Value, s.Style, s.IsPlainImplicit, s.IsQuotedImplicit, s.Start, s.End),
            SequenceStart s => new SequenceStart(AnchorName.Empty, s.Tag, s.IsImplicit, s.Style, s.Start, s.End),
            MappingStart m => new MappingStart(AnchorName.Empty, m.Tag, m.IsImplicit, m.Style, m.Start, m.End),
            _ => current,
        };

        private sealed class Recording(string name, List<ParsingEvent> events)
        {
            public string Name => name;

            public List<ParsingEvent> Events => events;

            public int Depth { get; set; }
        }
    }
}
