using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LongRun;

namespace TwelveLabs.Cli.Output;

/// <summary>One JSON object a line, for programs. Each has <c>event</c>; the rest depends on it and absent values are left out.</summary>
/// <param name="output">Takes the lines.</param>
internal sealed class JsonLinesReporter(TextWriter output) : IReporter
{
    // Titles in other scripts stay readable; the output is no part of a web page.
    private static readonly LineContext Readable = new(new JsonSerializerOptions(LineContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <inheritdoc />
    public void Step(string name, string text) => Write(new Line { Event = name, Message = text });

    /// <inheritdoc />
    public Task<T> WaitAsync<T>(Func<IProgress<OperationProgress>, Task<T>> wait) =>
        wait(new ImmediateProgress(progress => Write(new Line
        {
            Event = "progress",
            TaskId = progress.Id,
            Status = progress.Status,
            Percentage = progress.Fraction * 100,
            RemainingSeconds = progress.Remaining?.TotalSeconds,
        })));

    /// <inheritdoc />
    public void Finished(VideoSummary video) => Write(new Line
    {
        Event = "finished",
        TaskId = video.TaskId,
        Status = video.Status,
        VideoId = video.VideoId,
        Title = video.Title,
        DurationSeconds = video.DurationSeconds,
        Width = video.Width,
        Height = video.Height,
    });

    /// <inheritdoc />
    public void Failed(JobFailure failure) => Write(new Line
    {
        Event = "failed",
        TaskId = failure.TaskId,
        Status = failure.Status,
        Reason = failure.Reason,
        Message = failure.Message,
    });

    private void Write(Line line) => output.WriteLine(JsonSerializer.Serialize(line, Readable.Line));

    internal sealed record Line
    {
        public required string Event { get; init; }

        public string? TaskId { get; init; }

        public string? Status { get; init; }

        public double? Percentage { get; init; }

        public double? RemainingSeconds { get; init; }

        public string? VideoId { get; init; }

        public string? Title { get; init; }

        public double? DurationSeconds { get; init; }

        public int? Width { get; init; }

        public int? Height { get; init; }

        public string? Reason { get; init; }

        public string? Message { get; init; }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonLinesReporter.Line))]
internal sealed partial class LineContext : JsonSerializerContext;
