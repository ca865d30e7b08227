using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Jobs;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Translates <c>x-speakeasy-polling</c> to <c>x-operation-monitor</c>, and says what is lost.</summary>
/// <remarks>
/// It lists ways of polling one operation, each with criteria of success and of failure, which are conditions on the HTTP
/// status or on one place in the body, all of which have to hold. It does not say what starts the job.
/// </remarks>
/// <param name="document">The document; changed in place.</param>
/// <param name="diagnostics">Takes what cannot be translated.</param>
public sealed partial class SpeakeasyPolling(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Name of the extension.</summary>
    public const string Key = "x-speakeasy-polling";

    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    /// <summary>Translates every one that stands beside no monitor of ours.</summary>
    public void Run()
    {
        foreach (ApiOperation operation in document.Operations.Where(static operation => operation.Node.Has(Key) && !operation.Node.Has(VocabularyKeys.Monitor)))
        {
            List<MapNode> ways = operation.Node.List(Key)?.Items.OfType<MapNode>().ToList() ?? [];
            if (ways.Count == 0)
            {
                Lose(operation.Node.KeyPosition(Key), "it is no list of ways to poll, so there is no monitor");
                continue;
            }

            if (Translate(operation, ways[0]) is { } monitor)
            {
                operation.Node.Set(VocabularyKeys.Monitor, monitor, operation.Node.KeyPosition(Key));
            }

            foreach (MapNode other in ways.Skip(1))
            {
                Lose(other.Position, $"an operation has one monitor, and '{other.Text("name")}' is not the first way to poll it; it is left out");
            }
        }
    }

    private MapNode? Translate(ApiOperation operation, MapNode way)
    {
        (ScalarNode? status, ListNode succeeded) = Read(way, "successCriteria", null);
        (ScalarNode? again, ListNode failed) = Read(way, "failureCriteria", status);
        if (status is null || succeeded.Items.Count == 0)
        {
            Lose(way.Position, "it names no value in the body that means success, so there is no monitor");
            return null;
        }

        if (IdOf(operation) is not { } id)
        {
            Lose(way.Position, $"{operation.Title} has not exactly one path parameter that could take the job's id, so there is no monitor");
            return null;
        }

        var monitor = new MapNode(way.Position);
        ScalarNode? name = way.Scalar("name");
        monitor.Set("name", ScalarNode.Of(NameOf(operation, name?.Text), name?.Position ?? way.Position));
        monitor.Set("id", ScalarNode.Of(id, way.Position));
        monitor.Set("status", status);
        monitor.Set("succeeded", succeeded);
        if (again is not null && failed.Items.Count > 0)
        {
            monitor.Set("failed", failed, way.KeyPosition("failureCriteria"));
        }

        SetTimes(way, monitor);
        return monitor;
    }

    // "WaitForCompleted" is the name of a method; a monitor has that of a job.
    private static string NameOf(ApiOperation operation, string? written) =>
        written is null || written.StartsWith("Wait", StringComparison.OrdinalIgnoreCase) || written.StartsWith("Poll", StringComparison.OrdinalIgnoreCase)
            ? JobPath.Of(operation.Path)?.Name() ?? operation.Id ?? "Job"
            : written;

    private string? IdOf(ApiOperation operation)
    {
        List<string> names = operation.Parameters.Select(document.Resolve).OfType<MapNode>()
            .Where(static parameter => parameter.Text("in") == "path")
            .Select(static parameter => parameter.Text("name"))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names is [var only] ? $"$request.path.{only}" : null;
    }

    private (ScalarNode? Place, ListNode Values) Read(MapNode way, string key, ScalarNode? place)
    {
        var values = new ListNode(way[key]?.Position ?? way.Position);
        foreach (MapNode criterion in way.List(key)?.Items.OfType<MapNode>() ?? [])
        {
            if (criterion.Scalar("condition") is not { } condition)
            {
                Lose(criterion.Position, "the criterion has no 'condition' and is left out");
                continue;
            }

            (string? pointer, IReadOnlyList<string> texts) = criterion.Text("type") switch
            {
                null or "simple" => Simple(condition.Text),
                "regex" => Alternatives(criterion.Text("context"), condition.Text),
                _ => (null, []),
            };
            if (pointer == "")
            {
                continue;
            }

            if (pointer is null || (place is not null && place.Text != pointer) || values.Items.Count > 0)
            {
                Lose(condition.Position, $"'{Short(condition.Text)}' is no list of values at the one place of the status; it is left out");
                continue;
            }

            place ??= ScalarNode.Of(pointer, condition.Position);
            values.Items.AddRange(texts.Select(text => ScalarNode.Of(text, condition.Position)));
        }

        return (place, values);
    }

    // The place, empty for what every answer of success fulfils, null for what cannot be said.
    private static (string? Place, IReadOnlyList<string> Values) Simple(string condition)
    {
        if (HttpStatus().IsMatch(condition))
        {
            return ("", []);
        }

        return Comparison().Match(condition) is { Success: true } match ? (match.Groups["place"].Value, [match.Groups["value"].Value]) : (null, []);
    }

    private static (string? Place, IReadOnlyList<string> Values) Alternatives(string? context, string pattern)
    {
        if (context == "$statusCode" && pattern.StartsWith("^2", StringComparison.Ordinal))
        {
            return ("", []);
        }

        return context?.StartsWith("$response.body#/", StringComparison.Ordinal) == true && Words().Match(pattern) is { Success: true } match
            ? (context, match.Groups["word"].Captures.Select(static word => word.Value).ToList())
            : (null, []);
    }

    private void SetTimes(MapNode way, MapNode monitor)
    {
        TimeSpan? first = Seconds(way, "delaySeconds");
        TimeSpan? interval = Seconds(way, "intervalSeconds");
        if (interval > TimeSpan.Zero)
        {
            var delay = new MapNode(way["intervalSeconds"]!.Position);
            var text = ScalarNode.Of(XmlConvert.ToString(interval.Value), delay.Position);
            delay.Set("min", text);
            delay.Set("max", text);
            monitor.Set("delay", delay);
        }

        // What it uses itself where nothing is said.
        TimeSpan pace = interval ?? TimeSpan.FromSeconds(1);
        if (first is not null && first != pace)
        {
            Lose(way.KeyPosition("delaySeconds"), "'delaySeconds' has no counterpart; the first look comes after the usual pause");
        }

        if (Number(way, "limitCount") is { } count && (first ?? TimeSpan.Zero) + pace * Math.Min(count, 1e6) is var limit && limit > TimeSpan.Zero && limit < LongestTime)
        {
            monitor.Set("maxWaitTime", ScalarNode.Of(XmlConvert.ToString(limit), way["limitCount"]!.Position));
        }
    }

    private TimeSpan? Seconds(MapNode way, string key) => Number(way, key) is { } number ? TimeSpan.FromSeconds(number) : null;

    private double? Number(MapNode way, string key)
    {
        if (way[key] is not { } node)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.Number } scalar && double.Parse(scalar.Text, CultureInfo.InvariantCulture) is >= 0 and < 1e7 and var number)
        {
            return number;
        }

        Lose(node.Position, $"'{key}' is no number of this size; it is left out");
        return null;
    }

    private static string Short(string text) => (text.Length <= 100 ? text : text[..100] + "…").ReplaceLineEndings(" ");

    private void Lose(SourcePosition position, string what) => diagnostics.Warn(DiagnosticIds.NotExpressed, position, $"Of '{Key}' not all can be translated: {what}.");

    [GeneratedRegex(@"^\s*\$statusCode\s*==\s*2[0-9][0-9]\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex HttpStatus();

    [GeneratedRegex("^\\s*(?<place>\\$response\\.body#/[^\\s=]+)\\s*==\\s*(?:\"(?<value>[^\"]*)\"|'(?<value>[^']*)'|(?<value>[A-Za-z0-9_.-]+))\\s*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\^(?:(?<word>[A-Za-z0-9_ -]+)|\((?:\?:)?(?<word>[A-Za-z0-9_ -]+)(?:\|(?<word>[A-Za-z0-9_ -]+))*\))\$\z", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
