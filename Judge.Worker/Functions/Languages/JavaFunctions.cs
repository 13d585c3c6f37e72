using System.Text;
using Judge.Worker.Languages;

namespace Judge.Worker.Functions.Languages;

/// <summary>Java: a class Solution, or the class to design. What is generated is Main, which knows of each type how it is read and written.</summary>
internal sealed class JavaFunctions : FunctionLanguage
{
    /// <summary>In front of the user's first line, so that all lines keep their numbers.</summary>
    private const string Imports =
        "import java.io.*; import java.math.*; import java.text.*; import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*; "
        + "import java.util.function.*; import java.util.regex.*; import java.util.stream.*; ";

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (Uses(signature, TypeKind.ListNode)) text.Append(Given("Definition for singly-linked list.", "ListNode.java"));
        if (Uses(signature, TypeKind.TreeNode)) text.Append(Given("Definition for a binary tree node.", "TreeNode.java"));
        text.Append($"class {ClassOf(signature)} {{\n");
        foreach (var (function, index) in signature.Functions.Select((f, i) => (f, i)))
        {
            var returns = signature.IsClass && index == 0 ? "" : Name(function.Returns) + " ";
            var parameters = string.Join(", ", function.Parameters.Select(p => $"{Name(p.Type)} {p.Name}"));
            text.Append($"{(index == 0 ? "" : "\n")}    public {returns}{function.Name}({parameters}) {{\n        \n    }}\n");
        }

        return text.Append("}\n").ToString();
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var file = $"{ClassOf(signature)}.java";
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [file] = Imports + source,
            // The compiler is given this one and looks for the classes it names by their files' names.
            ["Main.java"] = Driver(signature),
            ["JudgeRuntime.java"] = Runtime("JudgeRuntime.java"),
        };
        if (Uses(signature, TypeKind.ListNode)) (files["ListNode.java"], files["JudgeList.java"]) = (Runtime("ListNode.java"), Runtime("JudgeList.java"));
        if (Uses(signature, TypeKind.TreeNode)) (files["TreeNode.java"], files["JudgeTree.java"]) = (Runtime("TreeNode.java"), Runtime("JudgeTree.java"));
        var run = LanguageCatalog.Find("java")!.Run;
        return new FunctionProgram(file, files, Run: [run[0], "--add-opens", "java.base/java.io=ALL-UNNAMED", .. run[1..]]);
    }

    private static string ClassOf(Signature signature) => signature.IsClass ? signature.Name : "Solution";

    private static bool Uses(Signature signature, TypeKind kind) => signature.Types.Any(t => t.Kind == kind);

    /// <summary>A class that is there already, as a comment.</summary>
    private static string Given(string title, string file)
    {
        var lines = Runtime(file).TrimEnd().Split('\n').Skip(1).Select(l => $" * {l}".TrimEnd());
        return $"/**\n * {title}\n{string.Join('\n', lines)}\n */\n";
    }

    private static string Driver(Signature signature)
    {
        var types = signature.Types;
        var name = ClassOf(signature);
        var text = new StringBuilder("import java.io.IOException;\nimport java.util.*;\n\n@SuppressWarnings({\"unchecked\", \"rawtypes\"})\nfinal class Main extends JudgeRuntime {\n");
        // In front of all others that may be the user's: where he has a ListNode of his own, the compiler finds that, and not the one of its file.
        text.Append($"    private {name} object;\n\n");
        text.Append("    public static void main(String[] arguments) { new Main().serve(); }\n\n");
        text.Append($"    void load() throws Throwable {{ Class.forName(\"{name}\", true, Main.class.getClassLoader()); }}\n\n");
        if (signature.IsClass)
        {
            text.Append($"    void answer() throws Throwable {{\n        switch (line()) {{\n");
            foreach (var function in signature.Functions)
            {
                var call = function == signature.Main ? $"object = new {name}" : $"object.{function.Name}";
                text.Append($"            case \"{function.Name}\": {{\n{Call(signature, function, call, "                ")}                return;\n            }}\n");
            }

            text.Append("        }\n    }\n");
        }
        else
        {
            text.Append($"    void answer() throws Throwable {{\n        object = new {name}();\n{Call(signature, signature.Main, $"object.{signature.Name}", "        ")}    }}\n");
        }

        for (var i = 0; i < types.Count; i++) text.Append(Reader(types, i)).Append(Writer(types, i));
        return text.Append("}\n").ToString();
    }

    /// <summary>Reads the arguments, calls, and writes the answer.</summary>
    private static string Call(Signature signature, Function function, string callee, string indent)
    {
        var text = new StringBuilder();
        int Index(SignatureType type) => signature.Types.ToList().IndexOf(type);
        foreach (var (parameter, i) in function.Parameters.Select((p, i) => (p, i)))
            text.Append($"{indent}{Name(parameter.Type)} p{i} = read{Index(parameter.Type)}();\n{indent}lineEnd();\n");
        var call = $"{callee}({string.Join(", ", function.Parameters.Select((_, i) => $"p{i}"))})";
        var answer = signature.AnswerOf(function);
        var void_ = function.Returns.Kind == TypeKind.Void || signature.IsClass && function == signature.Main;
        text.Append(indent).Append(void_ ? "" : $"{Name(function.Returns)} returned = ").Append(call).Append(";\n");
        var (value, what) = signature.OutputParameter is { } index ? ($"p{index}", $"{function.Parameters[index].Name} must be {answer}") : ("returned", $"{function.Name} must return {answer}");
        if (answer.Kind == TypeKind.Void || signature.OutputParameter is null && void_) return text.Append($"{indent}writeNull();\n").ToString();
        if (IsReference(answer) && !IsNode(answer)) text.Append($"{indent}present({value}, \"{what}\");\n");
        var count = answer.Kind == TypeKind.List ? $"{value}.size()" : $"{value}.length";
        var rest = !answer.IsSequence ? "" : signature.OutputSized ? $", counted(returned, {count}, \"{function.Name}\"), \"{what}\"" : $", {count}, \"{what}\"";
        return text.Append($"{indent}write{Index(answer)}({value}{rest});\n").ToString();
    }

    private static string Reader(IReadOnlyList<SignatureType> types, int index)
    {
        var type = types[index];
        if (type.Kind == TypeKind.Void) return "";
        var simple = type.Kind switch
        {
            TypeKind.Integer => "readInt()",
            TypeKind.Long => "readLong()",
            TypeKind.Double => "readDouble()",
            TypeKind.Boolean => "readBoolean()",
            TypeKind.Character => "readChar()",
            TypeKind.String => "readString()",
            TypeKind.ListNode => "JudgeList.read(this)",
            TypeKind.TreeNode => "JudgeTree.read(this)",
            TypeKind.Array => type.Of!.Kind switch
            {
                TypeKind.Integer => "readInts()",
                TypeKind.Long => "readLongs()",
                TypeKind.Double => "readDoubles()",
                TypeKind.Boolean => "readBooleans()",
                TypeKind.Character => "readChars()",
                _ => null,
            },
            _ => null,
        };
        var head = $"\n    private {Name(type)} read{index}() throws IOException {{";
        if (simple is not null) return $"{head} return {simple}; }}\n";
        var of = types.ToList().IndexOf(type.Of!);
        var made = type.Kind == TypeKind.List ? "items" : $"({Name(type)}) items.toArray(new {NewArray(type.Of!)})";
        return $$"""
            {{head}}
                    ArrayList<{{Boxed(type.Of!)}}> items = new ArrayList<>();
                    for (begin(); more(); ) items.add(read{{of}}());
                    return {{made}};
                }

            """;
    }

    /// <summary>Writes a value; of a sequence, so many of its elements.</summary>
    private static string Writer(IReadOnlyList<SignatureType> types, int index)
    {
        var type = types[index];
        if (type.Kind == TypeKind.Void) return "";
        if (!type.IsSequence)
        {
            var body = type.Kind switch
            {
                TypeKind.Integer => "write((long) value)",
                TypeKind.ListNode => "JudgeList.write(this, value)",
                TypeKind.TreeNode => "JudgeTree.write(this, value)",
                _ => "write(value)",
            };
            return $"\n    private void write{index}({Name(type)} value) {{ {body}; }}\n";
        }

        var of = type.Of!;
        var element = type.Kind == TypeKind.List ? Boxed(of) : Name(of);
        var check = !IsNode(of) && (type.Kind == TypeKind.List || IsReference(of)) ? "            present(item, what + \" without null\");\n" : "";
        var rest = !of.IsSequence ? "" : of.Kind == TypeKind.List ? ", item.size(), what" : ", item.length, what";
        return $$"""

                private void write{{index}}({{Name(type)}} value, int count, String what) {
                    put('[');
                    int i = 0;
                    for ({{element}} item : value) {
                        if (i == count) break;
                        if (i++ > 0) put(',');
            {{check}}            write{{types.ToList().IndexOf(of)}}(item{{rest}});
                    }
                    put(']');
                }

            """;
    }

    private static bool IsNode(SignatureType type) => type.Kind is TypeKind.ListNode or TypeKind.TreeNode;

    private static bool IsReference(SignatureType type) => type.IsSequence || IsNode(type) || type.Kind == TypeKind.String;

    private static string Name(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => "int",
        TypeKind.Long => "long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "boolean",
        TypeKind.String => "String",
        TypeKind.Character => "char",
        TypeKind.Array => $"{Name(type.Of!)}[]",
        TypeKind.List => $"List<{Boxed(type.Of!)}>",
        _ => type.ToString(),
    };

    private static string Boxed(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => "Integer",
        TypeKind.Long => "Long",
        TypeKind.Double => "Double",
        TypeKind.Boolean => "Boolean",
        TypeKind.Character => "Character",
        _ => Name(type),
    };

    /// <summary>An empty array of such elements: arrays of generic types can be made of the raw ones only.</summary>
    private static string NewArray(SignatureType element)
    {
        var brackets = "[0]";
        for (; element.Kind == TypeKind.Array; element = element.Of!) brackets += "[]";
        return (element.Kind == TypeKind.List ? "List" : Name(element)) + brackets;
    }
}
