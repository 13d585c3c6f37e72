using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>An interactor that speaks testlib. A checker beside it is not called by the DMOJ either.</summary>
internal static class DmojInteractors
{
    /// <summary>What the DMOJ gives it beyond the program's time limit, in seconds.</summary>
    private const double DefaultPreprocessing = 2;

    public static DmojJudging Convert(Conversion conversion, YamlNode node, YamlMappingNode yaml, ProblemYaml header)
    {
        var args = node as YamlMappingNode ?? [];
        if (yaml.Children.TryGetValue("checker", out var checker)) conversion.Note($"{DmojYaml.At(checker)}: checker: left out: the interactor alone decides");
        header = TestlibProgram.Convert(conversion, args, DmojYaml.At(node), "output_validators/interactor", header, out var text);
        var seconds = header.TimeLimitSeconds + DmojYaml.Bounded(conversion, args, "preprocessing_time", DefaultPreprocessing, 0, TestlibProgram.MostSeconds);
        // What it prints is bounded by no one there.
        return new DmojJudging(header with { Validation = "custom interactive", OutputMb = null, ValidationSeconds = Math.Min(seconds, TestlibProgram.MostSeconds) }) { GivesPoints = CppText.GivesPoints(text) };
    }
}
