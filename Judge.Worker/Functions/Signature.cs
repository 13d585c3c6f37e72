namespace Judge.Worker.Functions;

/// <summary>A parameter.</summary>
internal sealed record Parameter(string Name, SignatureType Type);

/// <summary>A function, or a method of a class; a constructor's <paramref name="Returns"/> is void.</summary>
internal sealed record Function(string Name, IReadOnlyList<Parameter> Parameters, SignatureType Returns);

/// <summary>In which order the elements of an answer may come.</summary>
internal enum Ordering
{
    Exact,

    /// <summary>Its own elements in any order.</summary>
    Any,

    /// <summary>Its elements, and theirs, at every level.</summary>
    AnyNested,
}

/// <summary>What the user of a function problem has to write, and how its answers are compared; signature.json, in the words of LeetCode's metadata.</summary>
/// <param name="Name">The function's name; of a class to design, the class's.</param>
/// <param name="Functions">The one function; of a class, its constructor and then its methods.</param>
/// <param name="IsClass">Whether it is a class to design.</param>
/// <param name="OutputParameter">In place: the index of the parameter that is the answer; null: what is returned is.</param>
/// <param name="OutputSized">In place: what is returned is how many elements of that parameter count.</param>
/// <param name="Ordering">In which order elements may come.</param>
/// <param name="Tolerance">Of doubles, absolute or relative.</param>
internal sealed record Signature(
    string Name, IReadOnlyList<Function> Functions, bool IsClass, int? OutputParameter, bool OutputSized, Ordering Ordering, double Tolerance)
{
    public const string FileName = "signature.json";
    public const double DefaultTolerance = 1e-5;

    /// <summary>The function that is called, of a problem that has one; the constructor, of a class.</summary>
    public Function Main => Functions[0];

    /// <summary>The type of the answer to a call.</summary>
    public SignatureType AnswerOf(Function function) => OutputParameter is { } index ? function.Parameters[index].Type : function.Returns;

    /// <summary>All types it mentions, each once, with those inside of others, which come before these.</summary>
    public IReadOnlyList<SignatureType> Types
    {
        get
        {
            var types = new List<SignatureType>();
            void Add(SignatureType type)
            {
                if (type.Of is { } of) Add(of);
                if (!types.Contains(type)) types.Add(type);
            }

            foreach (var function in Functions)
            {
                foreach (var parameter in function.Parameters) Add(parameter.Type);
                Add(function.Returns);
            }

            return types;
        }
    }
}
