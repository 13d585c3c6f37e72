using System.Globalization;
using System.Text;
using System.Text.Json;
using Judge.Api.Hosting;
using Judge.Api.Languages;
using Judge.Api.Problems;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Worker.Functions;

namespace Judge.Api.Runs;

/// <summary>What POST takes.</summary>
/// <param name="Problem">Whose limits, comparison and reference solution count; null: a plain program.</param>
/// <param name="Language">A language's id.</param>
/// <param name="Source">The program, at most 64 KiB of UTF-8.</param>
/// <param name="Inputs">What to run it on, each in a process of its own: at most 20, at most 64 KiB of UTF-8 together.</param>
/// <param name="Input">Instead of inputs: the only one.</param>
internal sealed record RunRequest(string? Problem, string Language, string Source, string[]? Inputs, string? Input);

internal static class RunsApi
{
    public static void MapRuns(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/runs", CreateAsync).WithTags("Runs").WithName("CreateRun").WithSummary("Run a program on inputs of one's own")
            .RequireAuthorization().TakesJson<RunRequest>().TakesHeader("Idempotency-Key", "A repeat with the same key returns the first run")
            .Produces<SubmissionView>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(401).ProducesProblem(422).ProducesProblem(429);

    private static async Task<IResult> CreateAsync(
        HttpContext context, ProblemStore problems, WorkerStore workers, Intake intake, CancellationToken cancellationToken)
    {
        if (Intake.ReadKey(context.Request, out var key) is { } badKey) return badKey;
        var (body, unreadable) = await JsonBody.ReadAsync(context.Request, "problem", "language", "source", "inputs", "input");
        if (body is null) return unreadable!;
        using (body)
        {
            var slug = body.TextIfAny("problem", 100);
            var language = body.Text("language", 100);
            var source = body.Text("source", SubmissionLimits.SourceBytes);
            var inputs = Inputs(body);
            var problem = slug is null || body.IsWrong("problem") ? null : await problems.FindAsync(slug, cancellationToken);
            if (slug is not null && problem is null) body.Wrong("problem", $"'{slug}' is not a problem; GET /api/problems lists them");
            if (problem?.ReadSignature() is { } signature) CheckInputs(body, signature, inputs);
            if (!body.IsWrong("language") && (problem?.WhyNot(language) ?? await workers.WhyNotAsync(language, cancellationToken)) is { } reason) body.Wrong("language", reason);
            return body.Problem ?? await intake.TakeAsync(
                context,
                new NewSubmission(slug ?? "", problem?.PackageHash ?? "", inputs.Count, language, source, key) { Inputs = JsonSerializer.Serialize(inputs) },
                cancellationToken);
        }
    }

    /// <summary>Of a function problem each input is a line of JSON for each parameter; what is wrong with one is told by line and type.</summary>
    private static void CheckInputs(JsonBody body, Signature signature, IReadOnlyList<string> inputs)
    {
        if (body.IsWrong("inputs") || body.IsWrong("input")) return;
        var one = body.AnyTextIfAny("input") is not null;
        foreach (var (i, input) in inputs.Index())
        {
            if (FunctionInput.Fault(signature, input) is { } fault) body.Wrong(one ? "input" : $"inputs[{i.ToString(CultureInfo.InvariantCulture)}]", fault);
        }
    }

    /// <summary>The inputs, of which there is at least one when nothing is wrong with them. An empty one is an empty standard input.</summary>
    private static IReadOnlyList<string> Inputs(JsonBody body)
    {
        var (many, one) = (body.TextsIfAny("inputs", SubmissionLimits.RunInputs), body.AnyTextIfAny("input"));
        if (many is not null && one is not null) body.Wrong("input", "must not be given beside inputs");
        var inputs = many ?? (one is null ? [] : [one]);
        if (inputs.Count == 0 && !body.IsWrong("input")) body.Wrong("inputs", $"must hold 1 to {SubmissionLimits.RunInputs} inputs; one alone may be given as input");
        var size = inputs.Sum(Encoding.UTF8.GetByteCount);
        if (size > SubmissionLimits.RunInputBytes)
            body.Wrong(many is null ? "input" : "inputs", string.Create(CultureInfo.InvariantCulture, $"are {size} bytes long together; at most {SubmissionLimits.RunInputBytes} are allowed"));
        return inputs;
    }
}
