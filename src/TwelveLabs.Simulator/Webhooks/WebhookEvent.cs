using System.Globalization;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Life;
using TwelveLabs.Simulator.Store;

namespace TwelveLabs.Simulator.Webhooks;

/// <summary>The event about the end of one task: written once, sent as often as needed.</summary>
internal sealed class WebhookEvent
{
    private WebhookEvent(string id, string type, string taskId, byte[] body)
    {
        Id = id;
        Type = type;
        TaskId = taskId;
        Body = body;
    }

    public string Id { get; }

    public string Type { get; }

    public string TaskId { get; }

    public byte[] Body { get; }

    /// <remarks>It names neither video nor index, and engines as <c>name</c> and <c>options</c>, unlike everything else the platform writes.</remarks>
    public static WebhookEvent About(TaskRecord task, DateTimeOffset now)
    {
        TaskState state = task.Life.At(task.Life.EndsAt);
        string id = "whe_" + Guid.NewGuid().ToString("N");
        string type = "index.task." + state.Status;
        var data = new JsonObject { ["id"] = task.Id };
        if (state.IsMetadataKnown)
        {
            data["metadata"] = new JsonObject { ["duration"] = task.Video.DurationSeconds };
        }

        data["status"] = state.Status;
        data["engines"] = new JsonArray([.. task.Index.Engines.Select(static e => (JsonNode?)new JsonObject
        {
            ["name"] = e.Name,
            ["options"] = Json.Texts(e.Options),
        })]);
        data["tags"] = new JsonArray();

        var body = new JsonObject
        {
            ["id"] = id,
            ["created_at"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture),
            ["type"] = type,
            ["data"] = data,
        };
        return new(id, type, task.Id, Json.Bytes(body));
    }
}
