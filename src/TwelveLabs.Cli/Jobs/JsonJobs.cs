using System.Text.Json;
using System.Text.Json.Serialization;
using TwelveLabs.Cli.Output;

namespace TwelveLabs.Cli.Jobs;

/// <summary>One JSON object a line for each report, for programs.</summary>
/// <param name="output">Takes the lines.</param>
internal sealed class JsonJobs(TextWriter output) : IJobsReporter
{
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public Task<int> WhileAsync(Func<Task<int>> work) => work();

    /// <inheritdoc />
    public void Report(JobState job)
    {
        string line = JsonSerializer.Serialize(
            new Line(job.IsOver ? "ended" : "progress", job.Label, job.TaskId, job.Status, job.Fraction * 100, job.Remaining?.TotalSeconds, job.VideoId, job.Reason),
            JobLineContext.Default.Line);
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    /// <inheritdoc />
    public void Say(string text)
    {
        // For people only.
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure)
    {
        lock (_lock)
        {
            new JsonLinesReporter(output).Failed(failure);
        }
    }

    internal sealed record Line(string Event, string Job, string? TaskId, string Status, double? Percentage, double? RemainingSeconds, string? VideoId, string? Reason);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonJobs.Line))]
internal sealed partial class JobLineContext : JsonSerializerContext;
