using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Reads YAML that a stranger wrote.</summary>
internal static class YamlFile
{
    private const int Largest = 256 * 1024, Deepest = 50;

    /// <summary>The mapping at the top of a file; empty when there is nothing in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What it is called in faults.</param>
    /// <param name="largest">Its largest size in bytes.</param>
    /// <param name="expand">Makes of its events others in which there are no aliases; null: an alias is a fault.</param>
    /// <exception cref="PackageException">It is no mapping, no YAML, or made to break its reader; with the line.</exception>
    public static YamlMappingNode Read(string path, string name, int largest = Largest, Func<IParser, IParser>? expand = null)
    {
        if (new FileInfo(path).Length > largest) throw new PackageException($"{name}: is not YAML that we can read: it is larger than {largest / 1024} KiB");
        using var reader = new StreamReader(path);
        using var again = new StreamReader(path);
        expand ??= events => events;
        var events = expand(new Parser(reader));
        try
        {
            RefuseTraps(events);
            var stream = new YamlStream();
            stream.Load(expand(new Parser(again)));
            if (stream.Documents.Count == 0) return [];
            return stream.Documents[0].RootNode as YamlMappingNode ?? throw new PackageException($"{name}: must be a mapping of keys to values");
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            var (line, meant) = YamlFaults.Of(e, events.Current);
            throw new PackageException($"{name}:{line.ToString(CultureInfo.InvariantCulture)}: is not YAML that we can read: {meant}");
        }
    }

    /// <summary>Also refuses aliases. The tree is built by recursion, which a few hundred thousand brackets would take the process down with.</summary>
    private static void RefuseTraps(IParser events)
    {
        var documents = 0;
        for (var depth = 0; events.MoveNext();)
        {
            // Nodes are hashed and compared through their aliases: a few lines can make that endless.
            if (events.Current is AnchorAlias alias) throw new YamlException(alias.Start, alias.End, "aliases are not supported");
            depth += events.Current!.NestingIncrease;
            if (events.Current is DocumentStart && ++documents > 1) throw new YamlException(events.Current.Start, events.Current.End, "there is a second document after a '---', and only one is read");
            if (depth > Deepest) throw new YamlException(events.Current.Start, events.Current.End, "it is nested too deeply");
        }
    }
}
