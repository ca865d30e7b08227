namespace LongRun.Generators.Tests;

/// <summary>Clients that several tests share. Documented throughout, because emitted documentation is judged with them.</summary>
internal static class Sources
{
    /// <summary>The shape of the client that comes out of the Twelve Labs document.</summary>
    public const string TwelveLabs = """
        namespace TwelveLabs;

        /// <summary>Client.</summary>
        [MediaRequirements("Marengo", MinDurationSeconds = 4, MaxDurationSeconds = 7200, MinHeight = 360, MaxHeight = 2160, MaxSizeBytes = 2147483648, AudioRequiredWith = "conversation", Source = "API v1.2")]
        [MediaRequirements("Pegasus", MinDurationSeconds = 30, MaxDurationSeconds = 1800, MinHeight = 360, MaxHeight = 2160, MaxSizeBytes = 2147483648, AudioRequiredWith = "conversation", Source = "API v1.2")]
        public partial interface ITwelveLabsClient
        {
            /// <summary>Starts to index a video from an external provider (YouTube).</summary>
            /// <param name="request">The index and the video's URL.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task has started.</returns>
            [StartsOperation("UploadFromExternalProvider", nameof(RetrieveTaskAsync), "Id")]
            Task<CreatedResource> CreateExternalProviderTaskAsync(CreateExternalProviderTaskRequest request, CancellationToken cancellationToken = default);

            /// <summary>Retrieves one indexing task.</summary>
            /// <param name="taskId">Id of the task.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task.</returns>
            [OperationMonitor("Indexing", "taskId", "Status", Succeeded = new[] { "ready" }, Failed = new[] { "failed" }, FailureReason = "ErrorReason", Percentage = "Process.Percentage", RemainingSeconds = "Process.RemainSeconds", EstimatedCompletion = "EstimatedTime", MinDelaySeconds = 1, MaxDelaySeconds = 120, SignalledDelaySeconds = 600, MaxWaitTimeSeconds = 14400, ListMethod = "ListTasksAsync", ListItems = "Data", ListId = "Id", ListStatus = "Status")]
            Task<IndexTask> RetrieveTaskAsync([TextConstraint(MinLength = 1)] string taskId, CancellationToken cancellationToken = default);
        }

        /// <summary>Client.</summary>
        public partial class TwelveLabsClient : ITwelveLabsClient
        {
            /// <inheritdoc />
            [StartsOperation("UploadFromExternalProvider", nameof(RetrieveTaskAsync), "Id")]
            public virtual Task<CreatedResource> CreateExternalProviderTaskAsync(CreateExternalProviderTaskRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            [OperationMonitor("Indexing", "taskId", "Status", Succeeded = new[] { "ready" }, Failed = new[] { "failed" })]
            public virtual Task<IndexTask> RetrieveTaskAsync(string taskId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        /// <summary>Answer.</summary>
        public class CreatedResource
        {
            /// <summary>Id.</summary>
            public required string Id { get; set; }
        }

        /// <summary>Request.</summary>
        public class CreateExternalProviderTaskRequest
        {
            /// <summary>URL.</summary>
            public required Uri Url { get; set; }
        }

        /// <summary>Task.</summary>
        public class IndexTask
        {
            /// <summary>Id.</summary>
            public required string Id { get; set; }

            /// <summary>Status.</summary>
            public required IndexTaskStatus Status { get; set; }

            /// <summary>Time.</summary>
            public DateTimeOffset? EstimatedTime { get; set; }

            /// <summary>Progress.</summary>
            public IndexTaskProgress? Process { get; set; }

            /// <summary>Reason.</summary>
            public string? ErrorReason { get; set; }
        }

        /// <summary>Progress.</summary>
        public class IndexTaskProgress
        {
            /// <summary>Share.</summary>
            public double? Percentage { get; set; }

            /// <summary>Time left.</summary>
            public double? RemainSeconds { get; set; }
        }

        /// <summary>Status.</summary>
        public readonly struct IndexTaskStatus
        {
            private readonly string? _value;

            /// <summary>Makes one.</summary>
            /// <param name="value">Text.</param>
            public IndexTaskStatus(string value) => _value = value;

            /// <summary>Text.</summary>
            public string Value => _value ?? "";

            /// <inheritdoc/>
            public override string ToString() => Value;
        }
        """;
}
