using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Says what was recognised in the words of the vocabulary.</summary>
/// <param name="document">The document.</param>
public sealed class JobVocabulary(ApiDocument document)
{
    /// <summary>Bounds between two polls: a hint of no more than common sense, for the author to change.</summary>
    public const string Delay = "{ min: PT1S, max: PT1M }";

    /// <summary>The longest wait: long enough for most jobs, and an end to those that hang.</summary>
    public const string MaxWaitTime = "PT1H";

    private readonly Dictionary<string, int> _uses = document.Operations
        .Where(static operation => operation.Id is not null)
        .GroupBy(static operation => operation.Id!, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);

    /// <summary>The keys of a monitor, in the order in which the vocabulary names them.</summary>
    /// <param name="job">The job.</param>
    /// <returns>Keys and values as YAML.</returns>
    public IEnumerable<(string Key, string Value)> Monitor(RecognisedJob job)
    {
        yield return ("name", YamlText.Scalar(job.Name));
        yield return ("id", YamlText.Scalar($"$request.path.{job.IdParameter}"));
        yield return ("status", Body(job.Status.Pointer));
        yield return ("succeeded", YamlText.Flow(job.Status.Succeeded));
        yield return ("failed", YamlText.Flow(job.Status.Failed));
        if (job.FailureReason is { } reason)
        {
            yield return ("failureReason", Body(reason));
        }

        string progress = string.Join(", ", new[]
        {
            job.Percent is { } percent ? $"percent: {Body(percent)}" : null,
            job.RemainingSeconds is { } seconds ? $"remainingSeconds: {Body(seconds)}" : null,
        }.OfType<string>());
        if (progress.Length > 0)
        {
            yield return ("progress", $"{{ {progress} }}");
        }

        yield return ("delay", Delay);
        yield return ("maxWaitTime", MaxWaitTime);
        if (job.Cancel is { } cancel)
        {
            yield return ("cancel", $"{{ operation: {YamlText.Scalar(IdOf(cancel, job))} }}");
        }
    }

    /// <summary>The keys of a start.</summary>
    /// <param name="job">The job.</param>
    /// <param name="start">What starts it.</param>
    /// <returns>Keys and values as YAML.</returns>
    public IEnumerable<(string Key, string Value)> Start(RecognisedJob job, RecognisedStart start) =>
    [
        ("name", YamlText.Scalar(CSharpNames.Pascal(IdOf(start.Operation, job)))),
        ("monitor", YamlText.Scalar(IdOf(job.Monitor, job))),
        ("id", Body(start.IdPointer)),
    ];

    /// <summary>The id of an operation; one that says which it is, where the document has none or uses it twice.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="job">The job that it is about.</param>
    /// <returns>The id.</returns>
    public string IdOf(ApiOperation operation, RecognisedJob job)
    {
        if (HasOwnId(operation))
        {
            return operation.Id!;
        }

        string verb = operation.Id ?? (operation == job.Monitor ? "retrieve" : operation == job.Cancel ? "cancel" : "start");
        string wanted = CSharpNames.Camel(verb) + job.Name;
        string last = operation.Path.TrimEnd('/').Split('/')[^1];
        bool more = operation != job.Monitor && operation != job.Cancel && job.Starts.Count(start => start.Operation.Id == operation.Id) > 1;
        return more && !last.StartsWith('{') ? wanted + CSharpNames.Pascal(last) : wanted;
    }

    /// <summary>Whether an operation has an id that no other has.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether it has.</returns>
    public bool HasOwnId(ApiOperation operation) => operation.Id is { } id && _uses[id] == 1;

    private static string Body(string pointer) => YamlText.Scalar($"$response.body#{pointer}");
}
