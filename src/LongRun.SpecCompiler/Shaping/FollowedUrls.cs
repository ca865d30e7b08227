using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Vocabulary;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>
/// Gives operations whose address a server tells (<c>statusUrl</c> of a start, <c>url</c> of a result) that address as their
/// parameter, in place of those that make it up; and a start that tells it in a header an answer that holds the header.
/// </summary>
public sealed class FollowedUrls
{
    /// <summary>C# name of the parameter that takes the address of a status.</summary>
    public const string StatusParameter = "statusUrl";

    private const string ResultParameter = "resultUrl";

    private readonly ApiDocument _document;
    private readonly DiagnosticBag _diagnostics;

    private FollowedUrls(ApiDocument document, DiagnosticBag diagnostics)
    {
        _document = document;
        _diagnostics = diagnostics;
    }

    /// <summary>Shapes the operations.</summary>
    /// <param name="document">The document, its operations' parameters their own; changed in place.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static void Run(ApiDocument document, DiagnosticBag diagnostics)
    {
        var urls = new FollowedUrls(document, diagnostics);
        foreach (ApiOperation start in document.Operations.Where(static operation => operation.Node.Map(VocabularyKeys.Start)?.Has("statusUrl") == true).ToList())
        {
            urls.ShapeStart(start, start.Node.Map(VocabularyKeys.Start)!);
        }

        foreach (ApiOperation operation in document.Operations)
        {
            if (operation.Node.Map(VocabularyKeys.Monitor)?.Map("result") is { } result && result.Has("url") && Find(document, result["operation"]) is { } fetching)
            {
                Follow(fetching, ResultParameter, "Where the result is, as the answer that told of success says.");
            }
        }
    }

    /// <summary>Whether an operation is called at an address that a server has told.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsFollowed(ApiOperation operation) => operation.Node.Has(LoweredKeys.FollowsUrl);

    private void ShapeStart(ApiOperation start, MapNode extension)
    {
        if (extension.Scalar("statusUrl") is not { } expression || RuntimeExpression.Parse(expression.Text) is not { Source: RuntimeExpression.ResponseHeader, Target: var header })
        {
            Node value = extension["statusUrl"]!;
            _diagnostics.Add(DiagnosticIds.UnresolvedExpression, value.Position, $"'{(value as ScalarNode)?.Text}' does not resolve: it has to name a header of the answer, as '$response.header.Operation-Location' does.");
            return;
        }

        // Few documents list headers; one that does knows them.
        List<string> listed = start.SuccessResponses.SelectMany(answer => _document.Resolve(answer)?.Map("headers")?.Entries ?? []).Select(static entry => entry.Key).ToList();
        if (listed.Count > 0 && !listed.Contains(header, StringComparer.OrdinalIgnoreCase))
        {
            _diagnostics.Add(DiagnosticIds.UnresolvedExpression, expression.Position, $"'{expression.Text}' does not resolve: the answer of '{start.Id}' lists no header '{header}'.{NearestName.Hint(header, listed)}");
            return;
        }

        start.Node.Set(LoweredKeys.LocationHeader, Lowered.Text(header));
        var answer = new MapNode(start.Node.Position);
        answer.Set("description", Lowered.Text("Where the status of the job is."));
        var responses = new MapNode(start.Node.Position);
        responses.Set("202", answer);
        start.Node.Set("responses", responses);
        if (Find(_document, extension["monitor"]) is { } monitor && monitor.Node.Map(VocabularyKeys.Monitor) is { } says)
        {
            const string Text = "Where the status of the job is, as the answer to its start said.";
            Follow(monitor, StatusParameter, Text);
            foreach (ApiOperation other in new[] { "cancel", "result" }.Select(key => Find(_document, says[key])).OfType<ApiOperation>().Where(other => other.Path == monitor.Path))
            {
                Follow(other, StatusParameter, Text);
            }
        }
    }

    private static ApiOperation? Find(ApiDocument document, Node? node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text } name => document.FindOperation(name.Text),
        MapNode map => map.Text("operation") is { } name ? document.FindOperation(name) : null,
        _ => null,
    };

    private static void Follow(ApiOperation operation, string name, string description)
    {
        if (IsFollowed(operation))
        {
            return;
        }

        var schema = new MapNode(operation.Node.Position);
        schema.Set("type", Lowered.Text("string"));
        var url = new MapNode(operation.Node.Position);
        url.Set("name", Lowered.Text(name));
        url.Set("in", Lowered.Text("query"));
        url.Set("required", Lowered.Flag(true));
        url.Set("description", Lowered.Text(description));
        url.Set("schema", schema);
        url.Set(LoweredKeys.FollowsUrl, Lowered.Flag(true));

        // The address holds all that the path and the query would say.
        ListNode parameters = operation.Node.List("parameters")!;
        parameters.Items.RemoveAll(static parameter => (parameter as MapNode)?.Text("in") is "path" or "query");
        parameters.Items.Insert(0, url);
        operation.Node.Set(LoweredKeys.FollowsUrl, Lowered.Flag(true));
        operation.Node.Remove("requestBody");
    }
}
