using System.Text.Json.Serialization;

namespace TwelveLabs.Cli.Listing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TaskRow))]
[JsonSerializable(typeof(IndexRow))]
[JsonSerializable(typeof(VideoRow))]
internal sealed partial class RowContext : JsonSerializerContext;
