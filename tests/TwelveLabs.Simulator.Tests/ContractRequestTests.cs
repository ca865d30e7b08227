using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

/// <summary>The other direction: the simulator takes whatever the document lets a caller send.</summary>
public sealed class ContractRequestTests
{
    public static async Task<IEnumerable<TheoryDataRow<string>>> OperationsWithBodiesAsync()
    {
        Contract contract = await Contract.LoadAsync();
        return contract.Operations.Where(o => contract[o].RequestBody is not null).Select(static o => new TheoryDataRow<string>(o));
    }

    public static async Task<IEnumerable<TheoryDataRow<string, string>>> QueryParametersAsync()
    {
        Contract contract = await Contract.LoadAsync();
        return contract.Operations.SelectMany(o => contract[o].ActualParameters
            .Where(static p => p.Kind == OpenApiParameterKind.Query)
            .Select(p => new TheoryDataRow<string, string>(o, p.Name)));
    }

    [Theory]
    [MemberData(nameof(QueryParametersAsync))]
    public async Task Every_query_parameter_of_the_document_is_known(string operation, string parameter)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();
        OpenApiParameter described = contract[operation].ActualParameters.Single(p => p.Name == parameter);
        JsonNode value = Sample(stage, parameter, described.Schema ?? described)!;
        string text = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

        Reply reply = await stage.World.GetAsync($"{PathOf(operation, stage)}?{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(text)}");

        Assert.True((int)reply.Status == 200, reply.Body);
        Assert.Empty(contract.Check(operation, reply));
    }

    [Theory]
    [MemberData(nameof(OperationsWithBodiesAsync))]
    public async Task A_body_with_every_member_of_the_document_is_taken(string operation)
    {
        Contract contract = await Contract.LoadAsync();
        await using Stage stage = await Stage.SetAsync();
        (string mediaType, OpenApiMediaType content) = contract[operation].RequestBody!.Content.Single();
        JsonObject members = AllMembers(stage, content.Schema.ActualSchema);
        using HttpContent body = mediaType == "application/json" ? World.JsonContent(members) : FormOf(members, content.Schema.ActualSchema);

        Reply reply = await stage.World.SendAsync(new HttpMethod(operation.Split(' ')[0]), PathOf(operation, stage), body);

        Assert.True((int)reply.Status is >= 200 and <= 299, reply.Body);
        Assert.Empty(contract.Check(operation, reply));
        Assert.NotEmpty(members);
    }

    private static string PathOf(string operation, Stage stage) => operation.Split(' ')[1].TrimStart('/')
        .Replace("{index_id}", stage.IndexId, StringComparison.Ordinal)
        .Replace("{video_id}", stage.VideoId, StringComparison.Ordinal)
        .Replace("{task_id}", stage.TaskId, StringComparison.Ordinal);

    private static JsonObject AllMembers(Stage stage, JsonSchema schema) =>
        new([.. schema.ActualProperties.Select(p => KeyValuePair.Create(p.Key, Sample(stage, p.Key, p.Value)))]);

    private static JsonNode? Sample(Stage stage, string name, JsonSchema property)
    {
        JsonSchema schema = property.ActualSchema;
        object? example = property.Example ?? schema.Example ?? property.Default ?? schema.Default ?? schema.Enumeration.FirstOrDefault();
        return name switch
        {
            "index_id" => stage.IndexId,
            "video_id" => stage.VideoId,
            "url" => VideoCatalogue.UrlOf(VideoCatalogue.Kites),

            // A transcription comes along, so it has to be announced.
            "provide_transcription" => true,
            _ when schema.Format == "binary" => "binary",
            _ when example is not null => Typed(schema, example),
            _ when schema.Item is not null => new JsonArray(Sample(stage, name, schema.Item)),
            _ => AllMembers(stage, schema),
        };
    }

    /// <summary>Read from YAML, numbers and booleans arrive as text.</summary>
    private static JsonNode? Typed(JsonSchema schema, object example)
    {
        bool isPlain = schema.Type.HasFlag(JsonObjectType.Number) || schema.Type.HasFlag(JsonObjectType.Integer) || schema.Type.HasFlag(JsonObjectType.Boolean);
        return JsonNode.Parse(isPlain
            ? Convert.ToString(example, CultureInfo.InvariantCulture)!.ToLowerInvariant()
            : Newtonsoft.Json.JsonConvert.SerializeObject(example));
    }

    private static MultipartFormDataContent FormOf(JsonObject members, JsonSchema schema)
    {
        var form = new MultipartFormDataContent();
        foreach ((string name, JsonNode? value) in members)
        {
            if (schema.ActualProperties[name].ActualSchema.Format == "binary")
            {
                form.WithFile(name, name + ".1280x720.60s.bin", 10);
                continue;
            }

            foreach (JsonNode? item in value as JsonArray ?? [value?.DeepClone()])
            {
                bool isText = item!.GetValueKind() == System.Text.Json.JsonValueKind.String;
                form.Add(new StringContent(isText ? item.GetValue<string>() : item.ToJsonString(), Encoding.UTF8), name);
            }
        }

        return form;
    }
}
