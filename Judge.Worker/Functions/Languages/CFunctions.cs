using System.Globalization;
using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>
/// C, as LeetCode has it: an array comes with its size, an array of arrays with their sizes, too, and one that is returned gives its sizes through
/// pointers. The source is part of the driver's file and stands between its two halves: so the driver sees what is static and how the function is
/// declared, and the compiler still names the user's file.
/// </summary>
/// <param name="gcc">The compiler with its flags.</param>
internal sealed class CFunctions(string[] gcc) : FunctionLanguage
{
    private const string Source = "solution.c", Driver = "main.c", Loop = "judge_main.h";
    private static readonly string[] Headers = ["c_nodes.h", "c_memory.h", "c_read.h", "c_answer.h"];

    public override string Template(Signature signature) => CTemplate.Of(signature);

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var driver = new StringBuilder();
        foreach (var header in Headers) driver.Append(CultureInfo.InvariantCulture, $"#include \"{header}\"\n");
        foreach (var type in signature.Types.Where(t => t.IsSequence).DistinctBy(CType.Suffix, StringComparer.Ordinal)) driver.Append(CSequences.Of(type));
        driver.Append(CultureInfo.InvariantCulture, $"#line 1 \"{Source}\"\n{source}\n\n#line {Math.Max(source.TrimEnd('\n').AsSpan().Count('\n'), 1)}\n#include \"{Loop}\"");
        var files = Headers.ToDictionary(h => h, Runtime, StringComparer.Ordinal);
        files.Add(Source, source);
        files.Add(Driver, driver.ToString());
        files.Add(Loop, signature.IsClass ? ObjectLoop(signature) : FunctionLoop(signature));
        return new FunctionProgram(
            Source, files, [.. gcc, "{linker}", "-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free,--wrap=strdup,--wrap=strndup", Driver, "-o", "main", "-lm"]);
    }

    private static string FunctionLoop(Signature signature)
    {
        var text = new StringBuilder("int main(void) {\n  judge_ready();\n  while (judge_line()) {\n    judge_empty();\n");
        AppendCall(text, signature, signature.Main, signature.Name, begun: true, receiver: null);
        return text.Append("    judge_answer();\n  }\n  return 0;\n}\n").ToString();
    }

    private static string ObjectLoop(Signature signature)
    {
        var (name, prefix) = (signature.Name, Casing.Lower(signature.Name));
        var text = new StringBuilder(
            $"int main(void) {{\n  judge_ready();\n  bool judge_begins = judge_line();\n  while (judge_begins) {{\n    judge_empty();\n    {name} *judge_object;\n    {{\n");
        AppendArguments(text, signature.Main, begun: false);
        text.Append(CultureInfo.InvariantCulture, $"    judge_object = {prefix}Create({string.Join(", ", Arguments(signature.Main))});\n    }}\n");
        text.Append(CultureInfo.InvariantCulture, $"    judge_put_null();\n    judge_answer();\n    while ((judge_begins = judge_line()) && strcmp(judge_at, \"{name}\") != 0) {{\n");
        foreach (var method in signature.Functions.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"    if (strcmp(judge_at, \"{method.Name}\") == 0) {{\n");
            AppendCall(text, signature, method, prefix + Casing.Upper(method.Name), begun: false, receiver: "judge_object");
            text.Append("    } else\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"    exit(1);\n    judge_answer();\n    }}\n    {prefix}Free(judge_object);\n  }}\n  return 0;\n}}\n").ToString();
    }

    /// <summary>Reads the arguments, calls the function and puts the answer.</summary>
    private static void AppendCall(StringBuilder text, Signature signature, Function function, string name, bool begun, string? receiver)
    {
        AppendArguments(text, function, begun);
        var returned = function.Returns;
        for (var level = 1; level <= returned.Depth; level++)
            text.Append(CultureInfo.InvariantCulture, $"    {CType.Size(level)} judge_returned_{level} = 0;\n");
        var arguments = Arguments(function).Concat(Enumerable.Range(1, returned.Depth).Select(level => $"&judge_returned_{level}"));
        if (receiver is not null) arguments = arguments.Prepend(receiver);
        var isVoid = returned.Kind == TypeKind.Void;
        text.Append(CultureInfo.InvariantCulture, $"    {(isVoid ? "" : $"{CType.Name(returned)} judge_returned = ")}{name}({string.Join(", ", arguments)});\n");
        if (signature.OutputParameter is { } output)
        {
            var (type, value) = (function.Parameters[output].Type, $"judge_{output}");
            var sizes = Sizes(value, type);
            if (signature.OutputSized && type.IsSequence) sizes[0] = $"judge_first(judge_returned, {sizes[0]})";
            text.Append(CultureInfo.InvariantCulture, $"    judge_put_{CType.Suffix(type)}({string.Join(", ", sizes.Prepend(value))});\n");
        }
        else
        {
            text.Append(isVoid ? "    judge_put_null();\n" : $"    judge_put_{CType.Suffix(returned)}({string.Join(", ", Sizes("judge_returned", returned).Prepend("judge_returned"))});\n");
        }
    }

    /// <param name="text">Gets declarations of <c>judge_0</c>, its sizes <c>judge_0_1</c>, and so on.</param>
    /// <param name="function">Whose.</param>
    /// <param name="begun">Whether the first one's line is read.</param>
    private static void AppendArguments(StringBuilder text, Function function, bool begun)
    {
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var type = function.Parameters[i].Type;
            if (i > 0 || !begun) text.Append("    judge_argument();\n");
            for (var level = 1; level <= type.Depth; level++) text.Append(CultureInfo.InvariantCulture, $"    {CType.Size(level)} judge_{i}_{level} = 0;\n");
            var sizes = string.Join(", ", Sizes($"judge_{i}", type).Select(s => $"&{s}"));
            text.Append(CultureInfo.InvariantCulture, $"    {CType.Name(type)} judge_{i} = judge_{(type.IsSequence ? "read_" : "")}{CType.Suffix(type)}({sizes});\n");
        }
    }

    private static IEnumerable<string> Arguments(Function function) => function.Parameters.SelectMany((p, i) => Sizes($"judge_{i}", p.Type).Prepend($"judge_{i}"));

    private static List<string> Sizes(string value, SignatureType type) => [.. Enumerable.Range(1, type.Depth).Select(level => $"{value}_{level}")];
}
