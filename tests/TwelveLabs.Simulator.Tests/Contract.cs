using System.Net;
using NJsonSchema;
using NSwag;
using YamlDotNet.RepresentationModel;

namespace TwelveLabs.Simulator.Tests;

/// <summary>
/// The document, read strictly: an object that does not say <c>additionalProperties: true</c> has no members but its own.
/// Clients must bear unknown members; the simulator must not invent any.
/// </summary>
internal sealed class Contract
{
    private static readonly Lazy<Task<Contract>> Loaded = new(static async () => new Contract(await ReadAsync()));

    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, OpenApiOperation> _operations;

    private Contract(OpenApiDocument document)
    {
        _document = document;
        _operations = document.Paths
            .SelectMany(static p => p.Value.ActualPathItem.Select(o => (Key: $"{o.Key.ToUpperInvariant()} {p.Key}", Operation: o.Value)))
            .ToDictionary(static o => o.Key, static o => o.Operation, StringComparer.Ordinal);
    }

    /// <summary>All operations, as <c>GET /tasks/{task_id}</c>.</summary>
    public IReadOnlyCollection<string> Operations => _operations.Keys;

    public static Task<Contract> LoadAsync() => Loaded.Value;

    public OpenApiOperation this[string operation] => _operations[operation];

    /// <summary>What is wrong with an answer; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(string operation, Reply reply)
    {
        if (!_operations[operation].ActualResponses.TryGetValue(Key(reply.Status), out OpenApiResponse? response))
        {
            return [$"{operation}: the document has no status {Key(reply.Status)}"];
        }

        var problems = new List<string>();
        foreach (string header in response.Headers.Keys.Where(h => !reply.Headers.Contains(h)))
        {
            problems.Add($"{operation} {Key(reply.Status)}: header {header} is missing");
        }

        if (response.Content.Count == 0)
        {
            if (reply.Body.Length > 0)
            {
                problems.Add($"{operation} {Key(reply.Status)}: there should be no body");
            }

            return problems;
        }

        if (reply.MediaType is null || !response.Content.TryGetValue(reply.MediaType, out OpenApiMediaType? content))
        {
            return [.. problems, $"{operation} {Key(reply.Status)}: media type {reply.MediaType ?? "(none)"} is not in the document"];
        }

        IEnumerable<string> bodies = reply.MediaType == "application/x-ndjson" ? reply.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [reply.Body];
        problems.AddRange(bodies.SelectMany(b => Check(content.Schema, b)).Select(p => $"{operation} {Key(reply.Status)}: {p}"));
        return problems;
    }

    /// <summary>What is wrong with a body that should be of a named schema.</summary>
    public IReadOnlyList<string> CheckSchema(string name, string body) => [.. Check(_document.Components.Schemas[name], body)];

    private static IEnumerable<string> Check(JsonSchema schema, string body) =>
        schema.Validate(body, SchemaType.OpenApi3).Select(static e => e.ToString());

    private static string Key(HttpStatusCode status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<OpenApiDocument> ReadAsync()
    {
        var yaml = new YamlStream();
        using (StreamReader file = File.OpenText(RepositoryFolder.PathOf("spec/twelvelabs.v1.2.openapi.yaml")))
        {
            yaml.Load(file);
        }

        Close(yaml.Documents[0].RootNode);
        using var closed = new StringWriter();
        yaml.Save(closed, assignAnchors: false);
        return await OpenApiYamlDocument.FromYamlAsync(closed.ToString());
    }

    private static void Close(YamlNode node)
    {
        switch (node)
        {
            case YamlSequenceNode list:
                foreach (YamlNode item in list)
                {
                    Close(item);
                }

                break;
            case YamlMappingNode map:
                foreach (YamlNode value in map.Children.Values.ToList())
                {
                    Close(value);
                }

                bool isObject = map.Children.TryGetValue("type", out YamlNode? type) && type is YamlScalarNode { Value: "object" };
                if (isObject && map.Children.ContainsKey("properties") && !map.Children.ContainsKey("additionalProperties"))
                {
                    map.Add("additionalProperties", "false");
                }

                break;
        }
    }
}
