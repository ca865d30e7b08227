using System.Text.Json;
using System.Text.Json.Nodes;
using TwelveLabs.Simulator.Http;

namespace TwelveLabs.Simulator.Faults;

/// <summary>A fault as JSON, for <c>POST /__simulator/faults</c>. The members are those of <see cref="Fault"/>; times in seconds.</summary>
internal static class FaultJson
{
    private static readonly (string Name, FaultKind Kind)[] Kinds =
    [
        ("status", FaultKind.Status), ("delay", FaultKind.Delay), ("drop", FaultKind.Drop), ("truncate", FaultKind.Truncate), ("slow_body", FaultKind.SlowBody),
    ];

    public static Fault Read(BodyReader body)
    {
        Fault sample = new() { Kind = FaultKind.Status };
        string kind = body.RequiredText("kind");
        var fault = new Fault
        {
            Kind = Kinds.Any(k => k.Name == kind) ? Kinds.First(k => k.Name == kind).Kind : throw Refusal.Invalid("kind", $"It must be one of {string.Join(", ", Kinds.Select(static k => k.Name))}."),
            Method = body.Text("method"),
            Path = body.Text("path") ?? sample.Path,
            When = body.Choice("when", "before", "before", "after") == "after" ? FaultMoment.After : FaultMoment.Before,
            Status = Whole(body, "status") ?? sample.Status,
            Body = body.Text("body"),
            ContentType = body.Text("content_type") ?? sample.ContentType,
            Headers = Headers(body.Object("headers")),
            Delay = TimeSpan.FromSeconds(body.Number("delay_seconds", sample.Delay.TotalSeconds, 0, TimeSpan.SecondsPerDay)),
            KeepBytes = Whole(body, "keep_bytes"),
            BytesPerSecond = Whole(body, "bytes_per_second") ?? sample.BytesPerSecond,
            Every = Whole(body, "every") ?? sample.Every,
            Count = Whole(body, "count"),
            Probability = body.Number("probability", sample.Probability, 0, 1),
            Seed = Whole(body, "seed") ?? sample.Seed,
        };
        body.RefuseUnknown();
        return fault;
    }

    public static JsonObject Write(string id, Fault fault, int hits) => new()
    {
        ["id"] = id,
        ["hits"] = hits,
        ["kind"] = Kinds.First(k => k.Kind == fault.Kind).Name,
        ["method"] = fault.Method,
        ["path"] = fault.Path,
        ["when"] = fault.ActsAfter ? "after" : "before",
        ["status"] = fault.Status,
        ["body"] = fault.Body,
        ["content_type"] = fault.ContentType,
        ["headers"] = new JsonObject([.. fault.Headers.Select(static h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))]),
        ["delay_seconds"] = fault.Delay.TotalSeconds,
        ["keep_bytes"] = fault.KeepBytes,
        ["bytes_per_second"] = fault.BytesPerSecond,
        ["every"] = fault.Every,
        ["count"] = fault.Count,
        ["probability"] = fault.Probability,
        ["seed"] = fault.Seed,
    };

    private static int? Whole(BodyReader body, string name)
    {
        double number = body.Number(name, double.NaN, int.MinValue, int.MaxValue);
        return double.IsNaN(number) ? null : number == Math.Floor(number) ? (int)number : throw Refusal.Invalid(name, "It must be a whole number.");
    }

    private static Dictionary<string, string> Headers(JsonObject? headers) => headers is null
        ? []
        : headers.ToDictionary(
            static h => h.Key,
            static h => h.Value?.GetValueKind() == JsonValueKind.String ? h.Value.GetValue<string>() : throw Refusal.Invalid("headers", "Its values must be texts."));
}
