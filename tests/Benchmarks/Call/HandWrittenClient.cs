using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks.Call;

/// <summary>The measure of the generated client: the same call as a careful person writes it for this one API.</summary>
internal sealed class HandWrittenClient(HttpClient http)
{
    public async Task<TaskDto> RetrieveTaskAsync(string taskId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"tasks/{Uri.EscapeDataString(taskId)}");
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(body, HandWrittenJson.Default.TaskDto, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The body is null.");
        }
    }
}

[JsonSerializable(typeof(TaskDto))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;

internal sealed class TaskDto
{
    [JsonPropertyName("_id")]
    public required string Id { get; set; }

    [JsonPropertyName("index_id")]
    public string? IndexId { get; set; }

    [JsonPropertyName("video_id")]
    public string? VideoId { get; set; }

    [JsonPropertyName("status")]
    public required string Status { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("estimated_time")]
    public DateTimeOffset? EstimatedTime { get; set; }

    [JsonPropertyName("metadata")]
    public MetadataDto? Metadata { get; set; }

    [JsonPropertyName("hls")]
    public HlsDto? Hls { get; set; }

    [JsonPropertyName("process")]
    public ProgressDto? Process { get; set; }

    [JsonPropertyName("error_reason")]
    public JsonElement? ErrorReason { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

internal sealed class MetadataDto
{
    [JsonPropertyName("duration")]
    public double? Duration { get; set; }

    [JsonPropertyName("filename")]
    public string? Filename { get; set; }

    [JsonPropertyName("width")]
    public int? Width { get; set; }

    [JsonPropertyName("height")]
    public int? Height { get; set; }
}

internal sealed class HlsDto
{
    [JsonPropertyName("video_url")]
    public Uri? VideoUrl { get; set; }

    [JsonPropertyName("thumbnail_urls")]
    public IReadOnlyList<Uri>? ThumbnailUrls { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }
}

internal sealed class ProgressDto
{
    [JsonPropertyName("percentage")]
    public double? Percentage { get; set; }

    [JsonPropertyName("remain_seconds")]
    public double? RemainSeconds { get; set; }
}
