using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Judge.Worker.Functions;

/// <summary>Reads signature.json: LeetCode's metadata and what we add to it.</summary>
internal static partial class SignatureReader
{
    private const int MostParameters = 12, MostMethods = 40;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Words that some language does not take as a name.</summary>
    private static readonly HashSet<string> Reserved = new(
        ("and as assert async await bool break case catch char class const continue def del do double elif else enum except export extends false final finally float fn for foreach from func function global go goto if impl implements import in int interface is lambda let long loop match mod move mut namespace new nil none not null object or package pass private protected pub public raise range ref return self short static str string struct super switch template this throw true try type typedef union unsafe unsigned use using var virtual void volatile where while with yield main init "
        + "alignas alignof asm atomic auto base become box boolean byte chan checked co_await co_return co_yield concept constexpr crate debugger decimal default defer delegate delete "
        + "dyn elsif ensure eval event explicit extends extern fallthrough fixed friend implements import inline instanceof internal lock macro map module mutable native nonlocal noexcept "
        + "nullptr operator out override params priv readonly register rescue retry sealed select signed sizeof stackalloc strictfp synchronized then throws transient typeid typename "
        + "typeof uint ulong ushort unchecked undef undefined unless unsized until arguments None True False self Self next end begin when alias defined xor BEGIN END").Split(' '), StringComparer.Ordinal);

    /// <param name="json">The file's content.</param>
    /// <param name="fault">Gets each fault: the line it is in, if that is known, and what it is.</param>
    /// <returns>Null when there was a fault.</returns>
    public static Signature? Read(string json, Action<long?, string> fault)
    {
        var faults = 0;
        void Fault(string what)
        {
            faults++;
            fault(null, what);
        }

        MetaData? data;
        try
        {
            data = JsonSerializer.Deserialize<MetaData>(json, Options);
        }
        catch (JsonException e)
        {
            fault(e.LineNumber + 1, $"cannot be read{(string.IsNullOrEmpty(e.Path) ? "" : $", at {e.Path}")}: {e.Message.Split(" Path:")[0]}");
            return null;
        }

        if (data is null)
        {
            Fault("must be an object");
            return null;
        }

        var isClass = data.ClassName is not null;
        var functions = new List<Function>();
        if (isClass)
        {
            CheckName(data.ClassName, "classname", Fault);
            functions.Add(new Function(data.ClassName!, Parameters(data.Constructor?.Params ?? [], "constructor", Fault), SignatureType.Void));
            if (data.Name is not null || data.Params is not null || data.Return is not null || data.Output is not null) Fault("a class has no name, params, return or output of its own");
            if (data.Methods is not { Length: > 0 and <= MostMethods }) Fault($"methods must be 1 to {MostMethods}");
            foreach (var method in data.Methods ?? [])
            {
                if (method is null)
                {
                    Fault("a method is null");
                    continue;
                }

                CheckName(method.Name, "the name of a method", Fault);
                functions.Add(new Function(method.Name ?? "", Parameters(method.Params ?? [], $"method {method.Name}", Fault), Type(method.Return?.Type ?? "void", $"method {method.Name}: return", Fault)));
            }

            foreach (var twice in functions.GroupBy(f => f.Name.ToUpperInvariant(), StringComparer.Ordinal).Where(g => g.Count() > 1)) Fault($"there is more than one {twice.First().Name}");
        }
        else
        {
            CheckName(data.Name, "name", Fault);
            if (data.Params is not { Length: > 0 }) Fault("params must have one at least");
            functions.Add(new Function(data.Name ?? "", Parameters(data.Params ?? [], "params", Fault), Type(data.Return?.Type ?? "void", "return", Fault)));
            if (data.Constructor is not null || data.Methods is not null) Fault("constructor and methods go with classname");
        }

        var sized = data.Output?.Size is not null;
        var main = functions[0];
        if (data.Output is { } output)
        {
            if (output.ParamIndex < 0 || output.ParamIndex >= main.Parameters.Count) Fault($"output.paramindex must be 0 to {main.Parameters.Count - 1}");
            else if (sized && !main.Parameters[output.ParamIndex].Type.IsSequence) Fault("output.size needs a parameter that is an array");
            if (sized && (output.Size != "ret" || main.Returns.Kind != TypeKind.Integer)) Fault("output.size must be \"ret\", and return an integer");
        }
        else if (!isClass && main.Returns.Kind == TypeKind.Void)
        {
            Fault("return is void: output.paramindex must name the parameter that is the answer");
        }

        var ordering = data.Comparison switch { null or "exact" => Ordering.Exact, "anyOrder" => Ordering.Any, "anyOrderNested" => Ordering.AnyNested, _ => (Ordering?)null };
        if (ordering is null) Fault("comparison must be exact, anyOrder or anyOrderNested");
        if (data.Tolerance is < 0 or > 1 or double.NaN) Fault("tolerance must be from 0 to 1");
        if (faults > 0) return null;
        var signature = new Signature(main.Name, functions, isClass, data.Output?.ParamIndex, sized, ordering!.Value, data.Tolerance ?? Signature.DefaultTolerance);
        if (ordering != Ordering.Exact && functions.Any(f => signature.AnswerOf(f) is { Depth: > 1, Innermost.Kind: TypeKind.Double })) Fault("arrays of arrays of doubles cannot be compared in any order");
        if (ordering != Ordering.Exact && !isClass && !signature.AnswerOf(main).IsSequence) Fault("comparison in any order needs an answer that is an array");
        return faults > 0 ? null : signature;
    }

    private static List<Parameter> Parameters(ParamData?[] data, string where, Action<string> fault)
    {
        if (data.Length > MostParameters) fault($"{where}: more than {MostParameters} parameters");
        var parameters = new List<Parameter>();
        foreach (var parameter in data)
        {
            if (parameter is null)
            {
                fault($"{where}: a parameter is null");
                continue;
            }

            CheckName(parameter.Name, $"{where}: the name of a parameter", fault);
            var type = Type(parameter.Type, $"{where}: {parameter.Name}", fault);
            if (type.Kind == TypeKind.Void) fault($"{where}: {parameter.Name} cannot be void");
            if (parameters.Exists(p => p.Name == parameter.Name)) fault($"{where}: there are two {parameter.Name}");
            parameters.Add(new Parameter(parameter.Name ?? "", type));
        }

        return parameters;
    }

    private static SignatureType Type(string? text, string where, Action<string> fault)
    {
        try
        {
            return SignatureType.Parse(text ?? "");
        }
        catch (FormatException e)
        {
            fault($"{where}: {e.Message}");
            return SignatureType.Void;
        }
    }

    private static void CheckName(string? name, string what, Action<string> fault)
    {
        if (name is null || !NamePattern().IsMatch(name)) fault($"{what} must be a letter and up to 39 more letters and digits, not '{name}'");
        else if (Reserved.Contains(name)) fault($"{what}: '{name}' is a word of a programming language");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,39}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    private sealed record MetaData(
        string? Name, ParamData?[]? Params, TypeData? Return, OutputData? Output,
        [property: JsonPropertyName("classname")] string? ClassName, ConstructorData? Constructor, MethodData?[]? Methods,
        string? Comparison, double? Tolerance,
        // LeetCode's, which say nothing that the rest does not.
        bool? SystemDesign, bool? Manual, string[]? Languages);

    private sealed record ParamData(string? Name, string? Type);

    private sealed record TypeData(string? Type, bool? Dealloc, object? Size, object? ColSize);

    private sealed record OutputData([property: JsonPropertyName("paramindex")] int ParamIndex, string? Size);

    private sealed record ConstructorData(ParamData?[]? Params);

    private sealed record MethodData(string? Name, ParamData?[]? Params, TypeData? Return);
}
