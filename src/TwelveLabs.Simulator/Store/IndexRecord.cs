using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Store;

/// <summary>An engine of an index and what it looks for.</summary>
internal sealed record EngineChoice(string Name, IReadOnlyList<string> Options)
{
    public bool IsPegasus => Name.StartsWith("pegasus", StringComparison.OrdinalIgnoreCase);

    public bool IsMarengo => Name.StartsWith("marengo", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An index. Engines and add-ons are fixed once it exists; the name may change.</summary>
internal sealed class IndexRecord(string id, string name, IReadOnlyList<EngineChoice> engines, IReadOnlyList<string> addons, DateTimeOffset createdAt)
{
    // The free plan's rule; it gives clients a nullable time to read.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private volatile Naming _naming = new(name, createdAt);

    public string Id => id;

    public string Name => _naming.Name;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt => _naming.Since;

    public IReadOnlyList<EngineChoice> Engines => engines;

    public IReadOnlyList<string> Addons => addons;

    public bool HasPegasus => engines.Any(static e => e.IsPegasus);

    public bool HasMarengo => engines.Any(static e => e.IsMarengo);

    public bool HasOption(string option) => engines.Any(e => e.Options.Contains(option));

    public void Rename(string newName, DateTimeOffset now) => _naming = new(newName, now);

    public JsonObject Write(IReadOnlyCollection<VideoRecord> videos) => new()
    {
        ["_id"] = id,
        ["created_at"] = Json.Time(CreatedAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["expires_at"] = Json.Time(CreatedAt + Kept),
        ["index_name"] = Name,
        ["total_duration"] = Math.Round(videos.Sum(static v => v.Video.DurationSeconds), 4),
        ["video_count"] = videos.Count,
        ["engines"] = new JsonArray([.. engines.Select(static e => (JsonNode?)new JsonObject
        {
            ["engine_name"] = e.Name,
            ["engine_options"] = Json.Texts(e.Options),
        })]),
        ["addons"] = Json.Texts(addons),
    };

    // One reference, so that a reader never sees the new name with the old time.
    private sealed record Naming(string Name, DateTimeOffset Since);
}
