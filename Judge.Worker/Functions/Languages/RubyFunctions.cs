using System.Text;
using System.Text.Json;

namespace Judge.Worker.Functions.Languages;

/// <summary>Ruby: a method at the top level, or a class, in snake case. The driver is the same for every problem and is handed the signature.</summary>
internal sealed class RubyFunctions : FunctionLanguage
{
    private const string SourceFile = "solution.rb";

    private static readonly string[] Keywords =
    [
        "alias", "and", "begin", "break", "case", "class", "def", "do", "else", "elsif", "end", "ensure", "false", "for", "if", "in", "module", "next", "nil", "not", "or", "redo",
        "rescue", "retry", "return", "self", "super", "then", "true", "undef", "unless", "until", "when", "while", "yield",
    ];

    private const string ListNode = """
        # Definition for singly-linked list.
        # class ListNode
        #     attr_accessor :val, :next
        #     def initialize(val = 0, _next = nil)
        #         @val = val
        #         @next = _next
        #     end
        # end

        """;

    private const string TreeNode = """
        # Definition for a binary tree node.
        # class TreeNode
        #     attr_accessor :val, :left, :right
        #     def initialize(val = 0, left = nil, right = nil)
        #         @val = val
        #         @left = left
        #         @right = right
        #     end
        # end

        """;

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        if (!signature.IsClass) return text.Append(Method(signature, signature.Main, "")).ToString();
        text.Append("class ").Append(signature.Name).Append('\n');
        text.AppendJoin('\n', signature.Functions.Select(f => Method(signature, f, "    ")));
        return text.Append("end\n").ToString();
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var handed = JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["main"] = signature.Main.Name,
            ["class"] = signature.IsClass ? signature.Name : null,
            ["output"] = signature.OutputParameter,
            ["sized"] = signature.OutputSized,
            ["functions"] = signature.Functions.Select(f => (object[])[f.Name, Casing.Snake(f.Name), f.Parameters.Select(p => p.Type.ToString()), signature.AnswerOf(f).ToString()]),
        });
        return new FunctionProgram(
            SourceFile, new Dictionary<string, string>(StringComparer.Ordinal) { [SourceFile] = source, ["main.rb"] = $"{Runtime("driver.rb")}__END__\n{handed}\n" });
    }

    private static string Method(Signature signature, Function function, string indent)
    {
        var constructs = signature.IsClass && function == signature.Main;
        var text = new StringBuilder();
        foreach (var parameter in function.Parameters) text.Append(indent).Append("# @param {").Append(Type(parameter.Type)).Append("} ").Append(Name(parameter.Name)).Append('\n');
        if (!constructs) text.Append(indent).Append("# @return {").Append(Type(function.Returns)).Append('}').Append(signature.OutputParameter is { } index ? $" Changes {Name(function.Parameters[index].Name)} in place." : "").Append('\n');
        var parameters = function.Parameters.Count == 0 && signature.IsClass ? "" : $"({string.Join(", ", function.Parameters.Select(p => Name(p.Name)))})";
        return text.Append(indent).Append("def ").Append(constructs ? "initialize" : Casing.Snake(function.Name)).Append(parameters).Append('\n').Append(indent).Append("    \n").Append(indent).Append("end\n").ToString();
    }

    private static string Name(string name) => Casing.Snake(name) is var snake && Keywords.Contains(snake, StringComparer.Ordinal) ? $"{snake}_" : snake;

    private static string Type(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer or TypeKind.Long => "Integer",
        TypeKind.Double => "Float",
        TypeKind.Boolean => "Boolean",
        TypeKind.String => "String",
        TypeKind.Character => "Character",
        TypeKind.Void => "Void",
        TypeKind.ListNode => "ListNode",
        TypeKind.TreeNode => "TreeNode",
        _ => $"{Type(type.Of!)}[]",
    };
}
