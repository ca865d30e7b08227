using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Finds the member of an answer that tells how far a job is.</summary>
/// <param name="document">The document.</param>
/// <param name="answers">Looks into answers.</param>
internal sealed partial class StatusRecognition(ApiDocument document, AnswerSchema answers)
{
    // Members that do no more than hold the thing itself.
    private static readonly string[] Envelopes = ["data", "job", "task", "operation", "batch", "result", "response"];

    /// <summary>Finds the status.</summary>
    /// <param name="operation">The operation that answers.</param>
    /// <param name="list">The operation that lists such things, which may filter by status; or <see langword="null"/>.</param>
    /// <returns>The status, or <see langword="null"/> if nothing looks like that of a job.</returns>
    public RecognisedStatus? Find(ApiOperation operation, ApiOperation? list)
    {
        MapNode? answer = answers.Of(operation);
        if (Find(answer, "", list) is { } direct)
        {
            return direct;
        }

        return document.Properties(answer)
            .Where(static property => Envelopes.Contains(property.Key))
            .Select(property => Find(answers.Whole(property.Value as MapNode), "/" + property.Key, list))
            .FirstOrDefault(static found => found is not null);
    }

    private RecognisedStatus? Find(MapNode? schema, string before, ApiOperation? list) => (
        from property in document.Properties(schema)
        let rank = RankOf(property.Key)
        where rank > 0
        let status = Read(property, before, list, schema)
        where status is not null && StatusWords.AreOfAJob(status.Values)
        orderby rank descending
        select status).FirstOrDefault();

    private RecognisedStatus? Read(MapNode.Entry property, string before, ApiOperation? list, MapNode? thing)
    {
        if (property.Value is not MapNode schema)
        {
            return null;
        }

        string pointer = $"{before}/{ApiDocument.Escape(property.Key)}";
        IReadOnlyList<string> listed = answers.Listed(schema);
        if (listed.Count > 0)
        {
            return new RecognisedStatus(pointer, listed, IsProse: false);
        }

        if (answers.Whole(schema)?.Text("type") is not (null or "string"))
        {
            return null;
        }

        List<string> told = Told(schema.Text("description") ?? answers.Whole(schema)?.Text("description"));

        // Descriptions speak of members too: "once `completed`, `result` is there".
        List<string> withoutMembers = told.Except(document.Properties(thing).Select(static member => member.Key), StringComparer.Ordinal).ToList();
        told = StatusWords.AreOfAJob(withoutMembers) ? withoutMembers : told;
        return new RecognisedStatus(pointer, told.Count > 0 ? told : Filtered(list, property.Key), IsProse: true);
    }

    // Values in a description stand in backticks, as code does.
    private static List<string> Told(string? description) => description is null
        ? []
        : Code().Matches(description).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();

    private IReadOnlyList<string> Filtered(ApiOperation? list, string name) => list?.Parameters
        .Select(document.Resolve)
        .Where(parameter => parameter?.Text("in") == "query" && parameter.Text("name") == name)
        .Select(parameter => answers.Whole(parameter!.Map("schema")))
        .Select(schema => answers.Listed(schema?.Text("type") == "array" ? schema.Map("items") : schema))
        .FirstOrDefault(static values => values.Count > 0) ?? [];

    private static int RankOf(string name) => name.ToLowerInvariant() switch
    {
        "status" => 4,
        "state" => 3,
        "phase" => 2,
        var other when other.EndsWith("status", StringComparison.Ordinal) || other.EndsWith("state", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    [GeneratedRegex("`\"?([A-Za-z][A-Za-z_-]{1,30})\"?`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
