using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Jobs;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>
/// Translates <c>x-ms-long-running-operation</c> with its options to <c>x-long-running-operation</c> and, on the operation
/// that reports status, <c>x-operation-monitor</c>; and says what is lost.
/// </summary>
/// <remarks>
/// It says no more than that the operation is long. Where its status is to be had the answer's headers say, so the operation
/// that reports it has to be found: by the id in the answer's body, else as the only one whose statuses have endings. It is
/// followed by the header where one is declared, for that is what the extension means, else by the id.
/// </remarks>
/// <param name="document">The document; changed in place.</param>
/// <param name="diagnostics">Takes what cannot be translated.</param>
public sealed class AzureLongRunning(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Name of the extension.</summary>
    public const string Key = "x-ms-long-running-operation";

    /// <summary>Name of its options.</summary>
    public const string OptionsKey = "x-ms-long-running-operation-options";

    // Headers whose address answers with a status in its body. "Location" answers with HTTP statuses alone.
    private static readonly string[] StatusHeaders = ["operation-location", "azure-asyncoperation"];

    private readonly HashSet<MapNode> _byUrl = new(ReferenceEqualityComparer.Instance);

    /// <summary>Translates every one that stands beside no start of ours.</summary>
    public void Run()
    {
        List<ApiOperation> marked = document.Operations
            .Where(static operation => operation.Node.Scalar(Key) is { IsTrue: true } && !operation.Node.Has(VocabularyKeys.Start))
            .ToList();
        if (marked.Count == 0)
        {
            return;
        }

        var recognition = new JobRecognition(document);
        IReadOnlyList<RecognisedJob> jobs = recognition.Find();
        IReadOnlyList<RecognisedJob> statuses = recognition.FindStatuses();
        foreach (ApiOperation operation in marked.OrderBy(operation => StatusHeader(operation) is null))
        {
            Translate(operation, jobs, statuses);
        }
    }

    private void Translate(ApiOperation operation, IReadOnlyList<RecognisedJob> jobs, IReadOnlyList<RecognisedJob> statuses)
    {
        SourcePosition place = operation.Node.KeyPosition(Key);
        RecognisedJob? job = jobs.FirstOrDefault(candidate => candidate.Starts.Any(start => ReferenceEquals(start.Operation.Node, operation.Node)));
        string? header = StatusHeader(operation);
        if (job is null && header is null)
        {
            Lose(place, $"the answer of {operation.Title} declares no header 'Operation-Location' and holds no id that an operation with a status takes, so nothing can wait for it");
            return;
        }

        if ((job ?? Only(statuses)) is not { } status)
        {
            Lose(place, statuses.Count == 0
                ? $"no operation of the document reports a status, so nothing can wait for {operation.Title}; describe the one behind '{header}'"
                : $"several operations report a status ({string.Join(", ", statuses.Select(static found => found.Monitor.Title))}), and nothing says which one '{header}' leads to; write '{VocabularyKeys.Start}'");
            return;
        }

        if (header is null && _byUrl.Contains(status.Monitor.Node))
        {
            Lose(place, $"other operations give '{status.Monitor.Id}' the address of a status, and {operation.Title} declares none, so nothing can wait for it");
            return;
        }

        if (!status.Monitor.Node.Has(VocabularyKeys.Monitor))
        {
            status.Monitor.Node.Set(VocabularyKeys.Monitor, MonitorOf(status, place), place);
        }

        var start = new MapNode(place);
        start.Set("name", Text(operation.Id ?? "Operation", place));
        start.Set("monitor", Text(status.Monitor.Id ?? "", place));
        if (header is not null)
        {
            _byUrl.Add(status.Monitor.Node);
            start.Set("statusUrl", Text($"$response.header.{header}", place));
        }
        else
        {
            start.Set("id", Text($"$response.body#{IdOf(job!, operation)}", place));
        }

        operation.Node.Set(VocabularyKeys.Start, start, place);
        CheckResult(operation);
    }

    private static string IdOf(RecognisedJob job, ApiOperation operation) =>
        job.Starts.First(candidate => ReferenceEquals(candidate.Operation.Node, operation.Node)).IdPointer;

    private static RecognisedJob? Only(IReadOnlyList<RecognisedJob> statuses) => statuses is [var only] ? only : null;

    private void CheckResult(ApiOperation operation)
    {
        if (operation.Node[OptionsKey] is not MapNode options)
        {
            return;
        }

        foreach (MapNode.Entry option in options.Entries)
        {
            string? via = (option.Value as ScalarNode)?.Text;
            if (option.Key == "final-state-via" && via is "azure-async-operation" or "operation-location")
            {
                continue;
            }

            Lose(option.KeyPosition, option.Key == "final-state-via" && via is "location" or "original-uri"
                ? $"the result lies at the {(via == "location" ? "address in the header 'Location'" : "address of the resource itself")}, and a wait gives the status answer; fetch the result with a call of its own"
                : $"'{option.Key}' has no counterpart; it is left out");
        }
    }

    private string? StatusHeader(ApiOperation operation) => operation.SuccessResponses
        .SelectMany(response => document.Resolve(response)?.Map("headers")?.Entries ?? [])
        .Select(static header => header.Key)
        .FirstOrDefault(static header => StatusHeaders.Contains(header.ToLowerInvariant()));

    private static MapNode MonitorOf(RecognisedJob job, SourcePosition place)
    {
        var monitor = new MapNode(place);
        monitor.Set("name", Text(job.Name, place));
        monitor.Set("id", Text($"$request.path.{job.IdParameter}", place));
        monitor.Set("status", Text($"$response.body#{job.Status.Pointer}", place));
        monitor.Set("succeeded", Texts(job.Status.Succeeded, place));
        monitor.Set("failed", Texts(job.Status.Failed, place));
        if (job.FailureReason is { } reason)
        {
            monitor.Set("failureReason", Text($"$response.body#{reason}", place));
        }

        return monitor;
    }

    private static ScalarNode Text(string text, SourcePosition place) => ScalarNode.Of(text, place);

    private static ListNode Texts(IEnumerable<string> texts, SourcePosition place)
    {
        var list = new ListNode(place);
        list.Items.AddRange(texts.Select(text => Text(text, place)));
        return list;
    }

    private void Lose(SourcePosition position, string what) => diagnostics.Warn(DiagnosticIds.NotExpressed, position, $"Of '{Key}' not all can be translated: {what}.");
}
