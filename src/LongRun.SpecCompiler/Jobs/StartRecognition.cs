using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Finds the calls whose answers hold the id that a status call takes.</summary>
/// <param name="document">The document.</param>
/// <param name="answers">Looks into answers.</param>
internal sealed class StartRecognition(ApiDocument document, AnswerSchema answers)
{
    private const int Unrelated = 0;

    private readonly RequestMembers _bodies = new(document, answers);

    /// <summary>The starts of each job.</summary>
    /// <param name="monitors">The status calls with their paths.</param>
    /// <returns>What starts each; a call starts one job at most.</returns>
    public ILookup<ApiOperation, RecognisedStart> Of(IReadOnlyList<(ApiOperation Operation, JobPath Path)> monitors) => (
        from operation in document.Operations
        where operation.Method is "post" or "put" && !operation.Node.Has(VocabularyKeys.Start)
        let best = monitors
            .Select(monitor => (monitor.Operation, Relation: RelationOf(operation, monitor.Operation, monitor.Path), Id: IdOf(operation, monitor.Path)))
            .Where(static candidate => candidate.Relation > Unrelated && candidate.Id is not null)
            .OrderByDescending(static candidate => candidate.Relation)
            .FirstOrDefault()
        where best.Id is not null
        select (best.Operation, Start: new RecognisedStart(operation, best.Id, answers.IsAlwaysThere(operation, best.Id))))
        .ToLookup(static found => found.Operation, static found => found.Start);

    private int RelationOf(ApiOperation start, ApiOperation monitor, JobPath path)
    {
        string place = start.Path.TrimEnd('/');

        // "/jobs/{id}/cancel" speaks of a job that is there already.
        if (place == path.Item || place.StartsWith(path.Item + "/", StringComparison.Ordinal))
        {
            return Unrelated;
        }

        if (place == path.Collection)
        {
            return 4;
        }

        if (place.StartsWith(path.Collection + "/", StringComparison.Ordinal) && !place[path.Collection.Length..].Contains('{', StringComparison.Ordinal))
        {
            return 3;
        }

        if (answers.Of(start) is { } answer && ReferenceEquals(answer, answers.Of(monitor)))
        {
            return 2;
        }

        // A name that says whose id it is: "task_id", not "id". Unless the call speaks of something that is there already.
        return !place.Contains('{', StringComparison.Ordinal)
            && PlainName.Of(path.Parameter) is var name && name != "id"
            && IdOf(start, path) is { } id && PlainName.Of(id[(id.LastIndexOf('/') + 1)..]) == name
            && !Takes(start, name) ? 1 : Unrelated;
    }

    private bool Takes(ApiOperation start, string name) => _bodies.Of(start).Any(member => PlainName.Of(member) == name);

    private string? IdOf(ApiOperation start, JobPath path)
    {
        MapNode? answer = answers.Of(start);
        string parameter = PlainName.Of(path.Parameter);
        string[] wanted = [parameter, "id", PlainName.Of(path.Name()) + "id"];
        return (
            from candidate in Members(answer, "").Concat(Inside(answer))
            let at = Array.IndexOf(wanted, PlainName.Of(candidate.Name))
            where at >= 0
            orderby candidate.Pointer.Count(static c => c == '/'), at
            select candidate.Pointer).FirstOrDefault();
    }

    private IEnumerable<(string Name, string Pointer)> Inside(MapNode? answer) => document.Properties(answer)
        .Where(static property => property.Key is "data" or "job" or "task" or "operation" or "batch")
        .SelectMany(property => Members(answers.Whole(property.Value as MapNode), "/" + property.Key));

    private IEnumerable<(string Name, string Pointer)> Members(MapNode? schema, string before) =>
        from property in document.Properties(schema)
        where answers.Whole(property.Value as MapNode)?.Text("type") is null or "string" or "integer"
        select (property.Key, $"{before}/{property.Key}");
}
