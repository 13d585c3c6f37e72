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
        MetaData? data;
        try
        {
            data = JsonSerializer.Deserialize<MetaData>(json, Options);
        }
        catch (JsonException e)
        {
            fault(e.LineNumber + 1, $"cannot be read{(string.IsNullOrEmpty(e.Path) ? "" : $", at {e.Path}")}: {Meant(e)}");
            return null;
        }

        if (data is null)
        {
            fault(1, "must be an object");
            return null;
        }

        var lines = new JsonLines(json);
        var faults = 0;
        void Fault(string path, string what)
        {
            faults++;
            fault(lines[path], what);
        }

        var isClass = data.ClassName is not null;
        // A type that cannot be read has been told of; what it would have meant is not known.
        var isUnclear = false;
        var functions = new List<Function>();
        if (isClass)
        {
            CheckName(data.ClassName, "classname", "classname", Fault);
            functions.Add(new Function(data.ClassName!, Parameters(data.Constructor?.Params ?? [], "constructor", "constructor.params", Fault), SignatureType.Void));
            if (data.Name is not null || data.Params is not null || data.Return is not null || data.Output is not null) Fault("classname", "a class has no name, params, return or output of its own");
            if (data.Methods is not { Length: > 0 and <= MostMethods }) Fault("methods", $"methods must be 1 to {MostMethods}");
            foreach (var (at, method) in (data.Methods ?? []).Index())
            {
                var path = $"methods[{at}]";
                if (method is null)
                {
                    Fault(path, "a method is null");
                    continue;
                }

                CheckName(method.Name, "the name of a method", $"{path}.name", Fault);
                functions.Add(new Function(method.Name ?? "", Parameters(method.Params ?? [], $"method {method.Name}", $"{path}.params", Fault), Type(method.Return?.Type ?? "void", $"method {method.Name}: return", $"{path}.return.type", Fault) ?? SignatureType.Void));
            }

            foreach (var twice in functions.GroupBy(f => f.Name.ToUpperInvariant(), StringComparer.Ordinal).Where(g => g.Count() > 1)) Fault("methods", $"there is more than one {twice.First().Name}");
        }
        else
        {
            CheckName(data.Name, "name", "name", Fault);
            if (data.Params is not { Length: > 0 }) Fault("params", "params must have one at least");
            var returns = Type(data.Return?.Type ?? "void", "return", "return.type", Fault);
            isUnclear = returns is null;
            functions.Add(new Function(data.Name ?? "", Parameters(data.Params ?? [], "params", "params", Fault), returns ?? SignatureType.Void));
            if (data.Constructor is not null || data.Methods is not null) Fault(data.Constructor is null ? "methods" : "constructor", "constructor and methods go with classname");
        }

        var sized = data.Output?.Size is not null;
        var main = functions[0];
        if (data.Output is { } output)
        {
            if (output.ParamIndex < 0 || output.ParamIndex >= (data.Params?.Length ?? 0)) Fault("output.paramindex", $"output.paramindex must be 0 to {(data.Params?.Length ?? 0) - 1}, the index of a parameter");
            else if (sized && !isUnclear && main.Parameters.ElementAtOrDefault(output.ParamIndex)?.Type is { IsSequence: false, Kind: not TypeKind.Void }) Fault("output.size", "output.size needs a parameter that is an array");
            if (sized && !isUnclear && (output.Size != "ret" || main.Returns.Kind != TypeKind.Integer)) Fault("output.size", "output.size must be \"ret\", and return an integer");
        }
        else if (!isClass && !isUnclear && main.Returns.Kind == TypeKind.Void)
        {
            Fault("return.type", "return is void: output.paramindex must name the parameter that is the answer");
        }

        var ordering = data.Comparison switch { null or "exact" => Ordering.Exact, "anyOrder" => Ordering.Any, "anyOrderNested" => Ordering.AnyNested, _ => (Ordering?)null };
        if (ordering is null) Fault("comparison", "comparison must be exact, anyOrder or anyOrderNested");
        if (data.Tolerance is < 0 or > 1 or double.NaN) Fault("tolerance", "tolerance must be from 0 to 1");
        if (faults > 0) return null;
        var signature = new Signature(main.Name, functions, isClass, data.Output?.ParamIndex, sized, ordering!.Value, data.Tolerance ?? Signature.DefaultTolerance);
        if (ordering != Ordering.Exact && functions.Any(f => signature.AnswerOf(f) is { Depth: > 1, Innermost.Kind: TypeKind.Double })) Fault("comparison", "arrays of arrays of doubles cannot be compared in any order");
        if (ordering != Ordering.Exact && !isClass && !signature.AnswerOf(main).IsSequence) Fault("comparison", "comparison in any order needs an answer that is an array");
        return faults > 0 ? null : signature;
    }

    /// <summary>The library tells of its own types.</summary>
    private static string Meant(JsonException error) =>
        error.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "a signature has no such key"
        : error.Message.Contains("could not be converted", StringComparison.Ordinal) ? "the value is of another kind than what belongs there"
        : error.Message.Split(" Path:")[0].Split(" LineNumber:")[0];

    private static List<Parameter> Parameters(ParamData?[] data, string where, string path, Action<string, string> fault)
    {
        if (data.Length > MostParameters) fault(path, $"{where}: more than {MostParameters} parameters");
        var parameters = new List<Parameter>();
        foreach (var (at, parameter) in data.Index())
        {
            if (parameter is null)
            {
                fault($"{path}[{at}]", $"{where}: a parameter is null");
                continue;
            }

            CheckName(parameter.Name, $"{where}: the name of a parameter", $"{path}[{at}].name", fault);
            var type = Type(parameter.Type, $"{where}: {parameter.Name}", $"{path}[{at}].type", fault);
            if (type?.Kind == TypeKind.Void) fault($"{path}[{at}].type", $"{where}: {parameter.Name} cannot be void");
            if (parameters.Exists(p => p.Name == parameter.Name)) fault($"{path}[{at}].name", $"{where}: there are two {parameter.Name}");
            parameters.Add(new Parameter(parameter.Name ?? "", type ?? SignatureType.Void));
        }

        return parameters;
    }

    /// <summary>Null when it is none, which has been told of then.</summary>
    private static SignatureType? Type(string? text, string where, string path, Action<string, string> fault)
    {
        try
        {
            return SignatureType.Parse(text ?? "");
        }
        catch (FormatException e)
        {
            fault(path, $"{where}: {e.Message}");
            return null;
        }
    }

    private static void CheckName(string? name, string what, string path, Action<string, string> fault)
    {
        if (name is null || !NamePattern().IsMatch(name)) fault(path, $"{what} must be a letter and up to 39 more letters and digits, not '{name}'");
        else if (Reserved.Contains(name)) fault(path, $"{what}: '{name}' is a word of a programming language");
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
