using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>
/// Recognises jobs by their shape: a GET with one id in its path answers with a status that knows endings, and some POST
/// answers with that id.
/// </summary>
public sealed class JobRecognition
{
    private readonly ApiDocument _document;
    private readonly AnswerSchema _answers;
    private readonly StatusRecognition _statuses;
    private readonly RequestMembers _bodies;

    /// <summary>Creates the recognition.</summary>
    /// <param name="document">The document, as its author wrote it.</param>
    public JobRecognition(ApiDocument document)
    {
        _document = document;
        _answers = new AnswerSchema(document);
        _statuses = new StatusRecognition(document, _answers);
        _bodies = new RequestMembers(document, _answers);
    }

    /// <summary>Finds the jobs that no monitor watches.</summary>
    /// <returns>The jobs, in the order of the document.</returns>
    public IReadOnlyList<RecognisedJob> Find()
    {
        // Of several calls about one thing the one for the thing itself, which holds the result.
        List<(ApiOperation Operation, JobPath Path, bool IsWatched)> things = Candidates()
            .GroupBy(static candidate => candidate.Path.Item, StringComparer.Ordinal)
            .Select(static group => (Best: group.OrderBy(static candidate => candidate.Path.Rest.Length).First(), IsWatched: group.Any(static candidate => candidate.Operation.Node.Has(VocabularyKeys.Monitor))))
            .Select(static thing => (thing.Best.Operation, thing.Best.Path, thing.IsWatched))
            .ToList();

        // With those that are watched already, or what starts them would be given to others.
        ILookup<ApiOperation, RecognisedStart> starts = new StartRecognition(_document, _answers)
            .Of(things.Select(static thing => (thing.Operation, thing.Path)).ToList());
        var names = new HashSet<string>(StringComparer.Ordinal);
        return things
            .Where(thing => !thing.IsWatched && starts.Contains(thing.Operation))
            .Select(thing => Describe(thing.Operation, thing.Path, starts[thing.Operation].ToList(), names))
            .ToList();
    }

    /// <summary>Finds the calls that report the status of a job, whatever starts it.</summary>
    /// <returns>What they say, without starts. Those that are watched already come alone, if there are any.</returns>
    public IReadOnlyList<RecognisedJob> FindStatuses()
    {
        List<(ApiOperation Operation, JobPath Path)> all = Candidates().Where(candidate => StatusOf(candidate.Operation, candidate.Path) is not null).ToList();
        List<(ApiOperation Operation, JobPath Path)> watched = all.Where(static candidate => candidate.Operation.Node.Has(VocabularyKeys.Monitor)).ToList();
        return (watched.Count > 0 ? watched : all).Select(candidate => Describe(candidate.Operation, candidate.Path, [], [])).ToList();
    }

    private IEnumerable<(ApiOperation Operation, JobPath Path)> Candidates() =>
        from operation in _document.Operations
        where operation.Method == "get"
        let path = JobPath.Of(operation.Path)
        where path is not null && TakesOnlyTheId(operation, path)
        where operation.Node.Has(VocabularyKeys.Monitor) || (StatusOf(operation, path) is { } status && !IsSetByCallers(path, status))
        select (operation, path);

    private RecognisedStatus? StatusOf(ApiOperation operation, JobPath path) =>
        _statuses.Find(operation, OperationAt(path.Collection, "get"));

    // Nothing but the id is there to resume a wait with.
    private bool TakesOnlyTheId(ApiOperation operation, JobPath path) => operation.Parameters
        .Select(_document.Resolve)
        .OfType<MapNode>()
        .All(parameter => parameter.Text("in") is "header" || parameter.Text("name") == path.Parameter || parameter.Scalar("required") is not { IsTrue: true });

    // A status that callers send is moved by them, not by a machine at work.
    private bool IsSetByCallers(JobPath path, RecognisedStatus status)
    {
        string name = ApiDocument.Unescape(status.Pointer[(status.Pointer.LastIndexOf('/') + 1)..]);
        return new[] { "put", "patch", "post" }.Any(method => OperationAt(path.Item, method) is { } change && _bodies.Of(change).Contains(name));
    }

    private RecognisedJob Describe(ApiOperation operation, JobPath path, IReadOnlyList<RecognisedStart> starts, HashSet<string> names)
    {
        string name = path.Name();
        for (int n = 2; !names.Add(name); n++)
        {
            name = $"{path.Name()}{n}";
        }

        RecognisedStatus status = StatusOf(operation, path)!;
        var members = new JobMembers(_document, _answers, operation, status);
        return new RecognisedJob(operation, name, path.Parameter, status)
        {
            Starts = starts,
            FailureReason = members.FailureReason(),
            Percent = members.Percent(),
            RemainingSeconds = members.RemainingSeconds(),
            Results = members.Results(starts.SelectMany(start => _bodies.Of(start.Operation)).ToHashSet(StringComparer.Ordinal)).ToList(),
            Cancel = OperationAt(path.Item + "/cancel", "post") is { } cancel && !NeedsBody(cancel) ? cancel : null,
        };
    }

    private bool NeedsBody(ApiOperation operation) => _document.Resolve(operation.Node["requestBody"])?.Scalar("required") is { IsTrue: true };

    private ApiOperation? OperationAt(string path, string method) =>
        _document.Operations.FirstOrDefault(operation => operation.Method == method && operation.Path.TrimEnd('/') == path);
}
