using System.Text.Json.Serialization;

namespace TwelveLabs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UploadRecord))]
internal sealed partial class UploadRecordContext : JsonSerializerContext;
