using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwelveLabs.Simulator.Http;

/// <summary>JSON as the platform writes it. By hand on purpose: sharing the client's serialiser would let both agree in error.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A time in UTC with as many fraction digits (0 to 3) as it needs, as the platform prints it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    public static byte[] Bytes(JsonNode node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            node.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(static v => (JsonNode?)JsonValue.Create(v))]);

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(static v => (JsonNode?)JsonValue.Create(v))]);

    public static JsonObject Error(Refusal refusal) => refusal.LegacyCode is { } legacy
        ? new JsonObject { ["error_code"] = legacy, ["message"] = refusal.Message }
        : new JsonObject
        {
            ["code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["docs_url"] = "https://docs.twelvelabs.io/",
        };
}
