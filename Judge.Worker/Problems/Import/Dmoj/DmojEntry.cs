using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>A case of init.yml.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Plan">Its files.</param>
/// <param name="HasAnswer">Whether it says which its answer is.</param>
/// <param name="Checker">Its checker; null: none is named.</param>
internal sealed record DmojCase(YamlMappingNode Node, CasePlan Plan, bool HasAnswer, YamlNode? Checker);

/// <summary>A case of its own, or a batch of them.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Batch">Which batch it is, from 1 on; 0: none.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Dependencies">Batches before it that must have been passed.</param>
/// <param name="SkipsRest">Whether a case that fails ends a batch.</param>
/// <param name="Cases">In their order.</param>
internal sealed record DmojEntry(YamlMappingNode Node, int Batch, double Points, IReadOnlyList<int> Dependencies, bool SkipsRest, IReadOnlyList<DmojCase> Cases);
