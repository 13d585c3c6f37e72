using System.Globalization;
using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>Go: a function, or a type with a <c>Constructor</c> and methods, in the driver's package.</summary>
/// <param name="build">The command that compiles files.</param>
internal sealed class GoFunctions(Func<string[], string[]> build) : FunctionLanguage
{
    private const string Driver = "main.go";
    private static readonly string[] Runtimes = ["go_nodes.go", "go_read.go", "go_answer.go"];

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append("/**\n * Definition for singly-linked list.\n * type ListNode struct {\n *     Val int\n *     Next *ListNode\n * }\n */\n");
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append("/**\n * Definition for a binary tree node.\n * type TreeNode struct {\n *     Val int\n *     Left *TreeNode\n *     Right *TreeNode\n * }\n */\n");
        if (!signature.IsClass) return text.Append("func ").Append(signature.Name).Append(Header(signature.Main)).Append(" {\n\t\n}\n").ToString();
        text.Append("type ").Append(signature.Name).Append(" struct {\n\t\n}\n\n");
        text.Append("func Constructor").Append(Header(signature.Main)).Append(' ').Append(signature.Name).Append(" {\n\t\n}\n");
        foreach (var method in signature.Functions.Skip(1))
            text.Append("\nfunc (this *").Append(signature.Name).Append(") ").Append(Casing.Upper(method.Name)).Append(Header(method)).Append(" {\n\t\n}\n");
        return text.ToString();
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var files = Runtimes.ToDictionary(r => r, Runtime, StringComparer.Ordinal);
        files.Add(GoSource.File, GoSource.Complete(source));
        files.Add(Driver, signature.IsClass ? ObjectLoop(signature) : FunctionLoop(signature));
        return new FunctionProgram(GoSource.File, files, build([GoSource.File, .. Runtimes, Driver]));
    }

    private static string FunctionLoop(Signature signature)
    {
        // Where it is another function, the compiler says which one was wanted.
        var text = new StringBuilder($"package main\n\nvar _ func{Header(signature.Main)} = {signature.Name}\n\nfunc main() {{\n\tjudgeReady()\n\tfor judgeLine() {{\n");
        AppendCall(text, signature, signature.Main, signature.Name, begun: true);
        return text.Append("\t\tjudgeAnswer()\n\t}\n}\n").ToString();
    }

    private static string ObjectLoop(Signature signature)
    {
        var text = new StringBuilder("package main\n\nfunc main() {\n\tjudgeReady()\n\tjudgeBegins := judgeLine()\n\tfor judgeBegins {\n");
        AppendArguments(text, signature.Main, begun: false);
        text.Append(CultureInfo.InvariantCulture, $"\t\tjudgeObject := Constructor({Arguments(signature.Main)})\n\t\tjudgePutNull()\n\t\tjudgeAnswer()\n");
        text.Append(CultureInfo.InvariantCulture, $"\t\tfor judgeBegins = judgeLine(); judgeBegins && string(judgeText) != \"{signature.Name}\"; judgeBegins = judgeLine() {{\n\t\tswitch string(judgeText) {{\n");
        foreach (var method in signature.Functions.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"\t\tcase \"{method.Name}\":\n");
            AppendCall(text, signature, method, $"judgeObject.{Casing.Upper(method.Name)}", begun: false);
        }

        return text.Append("\t\t}\n\t\tjudgeAnswer()\n\t\t}\n\t}\n}\n").ToString();
    }

    /// <summary>Reads the arguments, calls the function and puts the answer.</summary>
    private static void AppendCall(StringBuilder text, Signature signature, Function function, string name, bool begun)
    {
        AppendArguments(text, function, begun);
        var call = $"{name}({Arguments(function)})";
        if (signature.OutputParameter is { } output)
        {
            var (type, answer, sized) = (function.Parameters[output].Type, $"judge{output}", signature.OutputSized && function.Parameters[output].Type.IsSequence);
            text.Append("\t\t").Append(sized ? "judgeReturned := " : function.Returns.Kind == TypeKind.Void ? "" : "_ = ").Append(call).Append('\n');
            text.Append("\t\t").Append(Put(type, sized ? $"judgeFirst({answer}, judgeReturned)" : answer)).Append('\n');
        }
        else
        {
            text.Append("\t\t").Append(function.Returns.Kind == TypeKind.Void ? $"{call}\n\t\tjudgePutNull()" : Put(function.Returns, call)).Append('\n');
        }
    }

    private static void AppendArguments(StringBuilder text, Function function, bool begun)
    {
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            if (i > 0 || !begun) text.Append("\t\tjudgeArgument()\n");
            text.Append(CultureInfo.InvariantCulture, $"\t\tjudge{i} := {Read(function.Parameters[i].Type)}\n");
        }
    }

    private static string Arguments(Function function) => string.Join(", ", function.Parameters.Select((_, i) => $"judge{i}"));

    private static string Read(SignatureType type) => type.Of is not { } of ? $"judge{Word(type.Kind)}()"
        : of.IsSequence ? $"judgeSlice(func() {Name(of)} {{ return {Read(of)} }})" : $"judgeSlice(judge{Word(of.Kind)})";

    private static string Put(SignatureType type, string value) => type.Of is not { } of ? $"judgePut{Word(type.Kind)}({value})"
        : of.IsSequence ? $"judgePutSlice({value}, func(value {Name(of)}) {{ {Put(of, "value")} }})" : $"judgePutSlice({value}, judgePut{Word(of.Kind)})";

    /// <summary>Parameters and result, as they are declared.</summary>
    private static string Header(Function function) =>
        $"({string.Join(", ", function.Parameters.Select(p => $"{GoSource.Safe(p.Name)} {Name(p.Type)}"))}){(function.Returns.Kind == TypeKind.Void ? "" : $" {Name(function.Returns)}")}";

    private static string Name(SignatureType type) => type.Of is { } of ? $"[]{Name(of)}" : type.Kind switch
    {
        TypeKind.Integer => "int",
        TypeKind.Long => "int64",
        TypeKind.Double => "float64",
        TypeKind.Boolean => "bool",
        TypeKind.String => "string",
        TypeKind.Character => "byte",
        TypeKind.ListNode => "*ListNode",
        TypeKind.TreeNode => "*TreeNode",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "has no values"),
    };

    /// <summary>What the runtime's functions are named by.</summary>
    private static string Word(TypeKind kind) => kind switch
    {
        TypeKind.Integer => "Int",
        TypeKind.Boolean => "Bool",
        TypeKind.Character => "Byte",
        TypeKind.ListNode => "List",
        TypeKind.TreeNode => "Tree",
        _ => kind.ToString(),
    };
}
