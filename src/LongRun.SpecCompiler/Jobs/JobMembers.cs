using System.Globalization;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Finds what a status answer says besides the status.</summary>
/// <param name="document">The document.</param>
/// <param name="answers">Looks into answers.</param>
/// <param name="operation">The status call.</param>
/// <param name="status">Where its answer holds the status; the rest stands beside it.</param>
internal sealed class JobMembers(ApiDocument document, AnswerSchema answers, ApiOperation operation, RecognisedStatus status)
{
    private static readonly string[] Reasons =
        ["failurereason", "errorreason", "errormessage", "failuremessage", "statusreason", "errordetails", "errordetail", "failuredetails", "failuredetail", "error", "failure", "lasterror"];

    private static readonly string[] ReasonTexts = ["message", "reason", "detail", "description", "title"];

    private static readonly string[] Percents =
        ["percentage", "percent", "percentcomplete", "percentcompleted", "completionpercentage", "progresspercent", "progresspercentage", "progress"];

    private static readonly string[] Seconds = ["remainingseconds", "remainseconds", "secondsremaining", "etaseconds", "estimatedsecondsremaining"];

    private static readonly string[] Holders = ["process", "progress"];

    private static readonly string[] ResultNames = ["result", "results", "output", "outputs"];

    private string Beside => status.Pointer[..status.Pointer.LastIndexOf('/')];

    private MapNode? Thing => answers.At(operation, Beside);

    /// <summary>JSON pointer to the reason of a failure: a text, or the text inside an object.</summary>
    /// <returns>The pointer, or <see langword="null"/>.</returns>
    public string? FailureReason()
    {
        foreach (MapNode.Entry member in ByRank(Thing, Reasons))
        {
            MapNode? schema = answers.Whole(member.Value as MapNode);
            if (schema?.Text("type") == "string" || IsNullableText(schema))
            {
                return Pointer(member);
            }

            if (ByRank(schema, ReasonTexts).FirstOrDefault(text => answers.Whole(text.Value as MapNode) is { } inner && (inner.Text("type") == "string" || IsNullableText(inner))) is { } text)
            {
                return $"{Pointer(member)}/{text.Key}";
            }
        }

        return null;
    }

    /// <summary>JSON pointer to the share done.</summary>
    /// <returns>The pointer, or <see langword="null"/>; also if the share is said as a fraction.</returns>
    public string? Percent() => Number(Percents, static schema => !IsFraction(schema));

    /// <summary>JSON pointer to the seconds left.</summary>
    /// <returns>The pointer, or <see langword="null"/>.</returns>
    public string? RemainingSeconds() => Number(Seconds, static _ => true);

    /// <summary>Members that seem to be there after success only: those that may be null, and those called a result.</summary>
    /// <param name="sent">Members that callers send: an answer that repeats them holds no result in them.</param>
    /// <returns>The members as written.</returns>
    public IEnumerable<MapNode.Entry> Results(IReadOnlySet<string> sent)
    {
        HashSet<string> required = (Thing?.List("required")?.Scalars ?? []).Select(static name => name.Text).ToHashSet(StringComparer.Ordinal);
        return
            from property in document.Properties(Thing).DistinctBy(static property => property.Key)
            let schema = property.Value as MapNode
            where schema is not null
            let name = PlainName.Of(property.Key)
            where !sent.Contains(property.Key) && Pointer(property) != status.Pointer && !schema.Has(Vocabulary.VocabularyKeys.AvailableWhen) && !IsAboutTheRun(name, schema)
            where IsNullable(schema) || (ResultNames.Contains(name) && !required.Contains(property.Key))
            select property;
    }

    // Times, reasons and progress are there before the end, or at any end.
    private bool IsAboutTheRun(string name, MapNode schema)
    {
        MapNode? whole = answers.Whole(schema);
        return name.EndsWith("id", StringComparison.Ordinal) && name.Length <= 5
            || name.EndsWith("at", StringComparison.Ordinal)
            || name.EndsWith("edon", StringComparison.Ordinal)
            || name.Contains("time", StringComparison.Ordinal)
            || name.Contains("date", StringComparison.Ordinal)
            || whole?.Text("format") is "date-time" or "date"
            || Reasons.Contains(name)
            || name.Contains("error", StringComparison.Ordinal)
            || name.Contains("fail", StringComparison.Ordinal)
            || name.StartsWith("request", StringComparison.Ordinal)
            || Percents.Contains(name) || Seconds.Contains(name) || Holders.Contains(name)
            || name is "metadata" or "usermetadata" or "description" or "name" or "webhook" or "webhookurl" or "callbackurl" or "logs" or "input" or "params" or "options";
    }

    private string? Number(string[] names, Func<MapNode, bool> fits)
    {
        if (ByRank(Thing, names).FirstOrDefault(member => IsNumber(member, fits)) is { } direct)
        {
            return Pointer(direct);
        }

        foreach (MapNode.Entry holder in ByRank(Thing, Holders))
        {
            if (ByRank(answers.Whole(holder.Value as MapNode), names).FirstOrDefault(member => IsNumber(member, fits)) is { } inner)
            {
                return $"{Pointer(holder)}/{inner.Key}";
            }
        }

        return null;
    }

    private bool IsNumber(MapNode.Entry member, Func<MapNode, bool> fits) =>
        answers.Whole(member.Value as MapNode) is { } schema && Types(schema).Any(static type => type is "number" or "integer") && fits(schema);

    private static bool IsFraction(MapNode schema) =>
        schema.Scalar("maximum") is { Kind: ScalarKind.Number } max && double.Parse(max.Text, CultureInfo.InvariantCulture) <= 1;

    private bool IsNullable(MapNode schema) =>
        schema.Scalar("nullable") is { IsTrue: true }
        || Types(schema).Contains("null")
        || (document.Resolve(schema) is { } resolved && !ReferenceEquals(resolved, schema) && resolved.Scalar("nullable") is { IsTrue: true })
        || (schema.List("anyOf") ?? schema.List("oneOf"))?.Items.OfType<MapNode>().Any(static branch => branch.Text("type") == "null") == true;

    private static bool IsNullableText(MapNode? schema) => schema is not null && Types(schema).Contains("string");

    private static IEnumerable<string> Types(MapNode schema) =>
        schema.List("type")?.Scalars.Select(static type => type.Text) ?? (schema.Text("type") is { } single ? [single] : []);

    private IEnumerable<MapNode.Entry> ByRank(MapNode? schema, string[] names) => document.Properties(schema)
        .Select(member => (Member: member, Rank: Array.IndexOf(names, PlainName.Of(member.Key))))
        .Where(static found => found.Rank >= 0)
        .OrderBy(static found => found.Rank)
        .Select(static found => found.Member);

    private string Pointer(MapNode.Entry member) => $"{Beside}/{ApiDocument.Escape(member.Key)}";
}
