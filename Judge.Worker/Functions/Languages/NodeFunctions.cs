using System.Text.Json;
using Judge.Worker.Languages;

namespace Judge.Worker.Functions.Languages;

/// <summary>What JavaScript and TypeScript have in common: a driver that is told the signature as data, and loads main.js beside it.</summary>
internal abstract class NodeFunctions(string language) : FunctionLanguage
{
    protected static bool HasNodes(Signature signature) => signature.Types.Any(t => t.Kind is TypeKind.ListNode or TypeKind.TreeNode);

    protected static bool IsConstructor(Signature signature, Function function) => signature.IsClass && function == signature.Main;

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var own = LanguageCatalog.Find(language)!;
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [own.SourceFile] = source, ["driver.js"] = Driver(signature, own.SourceFile) };
        Complete(signature, files);
        return new FunctionProgram(own.SourceFile, files, Run: [.. own.Run.Select(a => a == "main.js" ? "driver.js" : a)]);
    }

    /// <summary>Adds what the compiler wants beside the source.</summary>
    protected virtual void Complete(Signature signature, Dictionary<string, string> files)
    {
    }

    private static string Driver(Signature signature, string sourceFile)
    {
        // Of a type: what is inside of all arrays, how many there are around it, and how people write it.
        static object Of(SignatureType type) => new { kind = type.Innermost.ToString(), depth = type.Depth, type = type.ToString() };
        var data = JsonSerializer.Serialize(new
        {
            name = signature.Name,
            file = sourceFile,
            isClass = signature.IsClass,
            hasNodes = HasNodes(signature),
            output = signature.OutputParameter,
            sized = signature.OutputSized,
            functions = signature.Functions.ToDictionary(
                f => f.Name,
                f => new
                {
                    name = f.Name,
                    names = f.Parameters.Select(p => p.Name),
                    @params = f.Parameters.Select(p => Of(p.Type)),
                    returns = Of(IsConstructor(signature, f) ? SignatureType.Void : f.Returns),
                },
                StringComparer.Ordinal),
        });
        return $"{Runtime("runtime.js")}\nserve({data});\n";
    }
}
