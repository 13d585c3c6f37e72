using System.Globalization;
using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>
/// Rust: <c>impl Solution</c>, or a struct with <c>new</c> and methods, in snake case. The source is included in the crate's root, so the driver sees what is not
/// <c>pub</c>, too; all names the user has besides come by a glob, before which his own go.
/// </summary>
/// <param name="rustc">The compiler with its flags.</param>
internal sealed class RustFunctions(string[] rustc) : FunctionLanguage
{
    private const string Source = "solution.rs", Driver = "main.rs";
    private static readonly string[] Runtimes = ["judge_runtime.rs", "rust_nodes.rs", "rust_read.rs", "rust_answer.rs"];

    private static readonly string[] Keywords =
    [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum", "extern", "final", "fn", "for", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(Definition("singly-linked list", "ListNode", ("next", "Option<Box<ListNode>>")));
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode))
        {
            text.Append(Definition("a binary tree node", "TreeNode", ("left", "Option<Rc<RefCell<TreeNode>>>"), ("right", "Option<Rc<RefCell<TreeNode>>>")));
            text.Append("use std::rc::Rc;\nuse std::cell::RefCell;\n");
        }

        if (!signature.IsClass)
        {
            return text.Append("impl Solution {\n    pub fn ").Append(Name(signature.Name)).Append(Header(signature.Main, signature.OutputParameter, null))
                .Append(" {\n        \n    }\n}\n").ToString();
        }

        text.Append("struct ").Append(signature.Name).Append(" {\n    \n}\n\nimpl ").Append(signature.Name).Append(" {\n    fn new").Append(Header(signature.Main, null, null)).Append(" -> Self {\n        \n    }\n");
        foreach (var method in signature.Functions.Skip(1)) text.Append("\n    fn ").Append(Name(method.Name)).Append(Header(method, null, "&mut self")).Append(" {\n        \n    }\n");
        return text.Append("}\n").ToString();
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var files = Runtimes.ToDictionary(r => r, Runtime, StringComparer.Ordinal);
        files.Add(Source, source);
        files.Add(
            Driver,
            $"""
            #![allow(dead_code, unused, non_snake_case)]
            mod judge_runtime;
            use judge_runtime::known::*;

            include!("{Source}");

            fn main() {"{"}
                let mut judge_input = judge_runtime::Input::new();
                let mut judge_output = judge_runtime::Output::new();
            {(signature.IsClass ? ObjectLoop(signature) : FunctionLoop(signature))}{"}"}

            """);
        return new FunctionProgram(Source, files, [.. rustc, Driver, "-o", "main"]);
    }

    private static string FunctionLoop(Signature signature)
    {
        var text = new StringBuilder("    while judge_input.line() {\n");
        AppendCall(text, signature, signature.Main, $"Solution::{Name(signature.Name)}", receiver: null, begun: true);
        return text.Append("    }\n").ToString();
    }

    private static string ObjectLoop(Signature signature)
    {
        var text = new StringBuilder("    let mut judge_begins = judge_input.line();\n    while judge_begins {\n");
        AppendArguments(text, signature.Main, signature.OutputParameter, begun: false);
        text.Append(CultureInfo.InvariantCulture, $"    let mut judge_object = {signature.Name}::new({string.Join(", ", Arguments(signature.Main, null))});\n    judge_output.answer(());\n");
        text.Append(CultureInfo.InvariantCulture, $"    loop {{\n    judge_begins = judge_input.line();\n    if !judge_begins || judge_input.text() == b\"{signature.Name}\" {{ break; }}\n");
        foreach (var method in signature.Functions.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"    if judge_input.text() == b\"{method.Name}\" {{\n");
            AppendCall(text, signature, method, $"judge_object.{Name(method.Name)}", null, begun: false);
            text.Append("    continue;\n    }\n");
        }

        return text.Append("    }\n    }\n").ToString();
    }

    /// <summary>Reads the arguments, calls the function and gives the answer.</summary>
    private static void AppendCall(StringBuilder text, Signature signature, Function function, string name, string? receiver, bool begun)
    {
        AppendArguments(text, function, signature.OutputParameter, begun);
        var call = $"{name}({string.Join(", ", Arguments(function, signature.OutputParameter))})";
        if (signature.OutputParameter is { } output)
        {
            var sized = signature.OutputSized && function.Parameters[output].Type.IsSequence;
            text.Append(CultureInfo.InvariantCulture, $"    let judge_returned = {call};\n");
            text.Append(CultureInfo.InvariantCulture, $"    judge_output.answer{(sized ? $"_first(judge_{output}, judge_returned)" : $"(judge_{output})")};\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"    let judge_returned: {Type(function.Returns)} = {call};\n    judge_output.answer(judge_returned);\n");
        }
    }

    private static void AppendArguments(StringBuilder text, Function function, int? output, bool begun)
    {
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var read = i > 0 || !begun ? "judge_input.argument()" : "judge_runtime::Read::read(&mut judge_input)";
            text.Append(CultureInfo.InvariantCulture, $"    let {(i == output ? "mut " : "")}judge_{i}: {Type(function.Parameters[i].Type)} = {read};\n");
        }
    }

    private static IEnumerable<string> Arguments(Function function, int? output) => function.Parameters.Select((_, i) => i == output ? $"&mut judge_{i}" : $"judge_{i}");

    /// <summary>Parameters and result, as they are declared.</summary>
    private static string Header(Function function, int? output, string? receiver)
    {
        var parameters = function.Parameters.Select((p, i) => $"{Name(p.Name)}: {(i == output ? "&mut " : "")}{Type(p.Type)}");
        if (receiver is not null) parameters = parameters.Prepend(receiver);
        return $"({string.Join(", ", parameters)}){(function.Returns.Kind == TypeKind.Void ? "" : $" -> {Type(function.Returns)}")}";
    }

    private static string Definition(string of, string name, params (string Name, string Type)[] links) =>
        $"// Definition for {of}.\n// #[derive(Debug, PartialEq, Eq)]\n// pub struct {name} {{\n//   pub val: i32,\n{string.Concat(links.Select(l => $"//   pub {l.Name}: {l.Type},\n"))}// }}\n"
        + $"//\n// impl {name} {{\n//   #[inline]\n//   pub fn new(val: i32) -> Self\n// }}\n";

    private static string Name(string name) => Casing.Snake(name) is var snake && Keywords.Contains(snake, StringComparer.Ordinal) ? $"r#{snake}" : snake;

    private static string Type(SignatureType type) => type.Of is { } of ? $"Vec<{Type(of)}>" : type.Kind switch
    {
        TypeKind.Integer => "i32",
        TypeKind.Long => "i64",
        TypeKind.Double => "f64",
        TypeKind.Boolean => "bool",
        TypeKind.String => "String",
        TypeKind.Character => "char",
        TypeKind.ListNode => "Option<Box<ListNode>>",
        TypeKind.TreeNode => "Option<Rc<RefCell<TreeNode>>>",
        _ => "()",
    };
}
