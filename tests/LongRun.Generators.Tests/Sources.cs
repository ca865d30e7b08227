namespace LongRun.Generators.Tests;

/// <summary>Clients that several tests share. Documented throughout, because emitted documentation is judged with them.</summary>
internal static class Sources
{
    /// <summary>An answer for clients whose point is elsewhere.</summary>
    public const string Job = """
        /// <summary>Answer.</summary>
        public class Job
        {
            /// <summary>Id.</summary>
            public string Id { get; set; } = "";

            /// <summary>Status.</summary>
            public string Status { get; set; } = "";
        }
        """;

    /// <summary>A status method for clients whose point is elsewhere.</summary>
    public const string JobMonitor = """
            /// <summary>Looks.</summary>
            [OperationMonitor("Run", "id", "Status", Succeeded = new[] { "done" })]
            Task<Job> GetAsync(string id, CancellationToken cancellationToken = default);
        """;

    /// <summary>A client whose one handle has all that a contract can give it.</summary>
    public const string Everything = """
        #pragma warning disable CS1591
        namespace Films;

        public sealed record Rendering(string Status, DateTimeOffset? ExpiresAt, string? FilmId);
        public sealed record Film(string Url);
        public sealed record Publishing(string Id, string Status);
        public sealed class PublishRequest { public required string FilmId { get; init; } public required string Channel { get; init; } public string? Title { get; init; } }

        public interface IFilmsClient
        {
            [OperationMonitor("Rendering", "id", "Status", Succeeded = ["done"], Failed = ["broken"], ExpiresAt = "ExpiresAt",
                CancelMethod = nameof(StopAsync), ResultMethod = nameof(GetFilmAsync), ResultId = "FilmId",
                ThenMethod = nameof(PublishAsync), ThenArguments = ["request.FilmId=FilmId"])]
            Task<Rendering> GetRenderingAsync(string id, CancellationToken cancellationToken = default);

            Task StopAsync(string id, CancellationToken cancellationToken = default);

            Task<Film> GetFilmAsync(string filmId, CancellationToken cancellationToken = default);

            [OperationMonitor("Publishing", "id", "Status", Succeeded = ["done"])]
            Task<Publishing> GetPublishingAsync(string id, CancellationToken cancellationToken = default);

            [StartsOperation("Publish", nameof(GetPublishingAsync), "Id")]
            Task<Publishing> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);
        }
        """;

    /// <summary>
    /// The shape of the client that comes out of the Twelve Labs document: every method that takes part in an operation,
    /// with the attributes and the members that the generator reads. The class has no attributes, as there.
    /// </summary>
    public const string TwelveLabs = """
        namespace TwelveLabs;

        using System = global::System;

        /// <summary>Twelve Labs API</summary>
        [global::LongRun.Annotations.MediaRequirements("Marengo", MinDurationSeconds = 4, MaxDurationSeconds = 7200, MinHeight = 360, MaxHeight = 2160, MaxSizeBytes = 2147483648, AudioRequiredWith = "conversation", Source = "API v1.2")]
        [global::LongRun.Annotations.MediaRequirements("Pegasus", MinDurationSeconds = 30, MaxDurationSeconds = 1800, MinHeight = 360, MaxHeight = 2160, MaxSizeBytes = 2147483648, AudioRequiredWith = "conversation", Source = "API v1.2")]
        public partial interface ITwelveLabsClient
        {
            /// <summary>Starts to index a video from a file or from a direct URL.</summary>
            /// <param name="request">The video, the index it goes into, and how it is treated.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task has started; its id is in the body.</returns>
            [global::LongRun.Annotations.StartsOperation("UploadVideo", "RetrieveTaskAsync", "Id")]
            global::System.Threading.Tasks.Task<CreatedResource> CreateTaskAsync(CreateTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Starts to index a video from an external provider (YouTube).</summary>
            /// <param name="request">The index and the video's URL.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task has started; its id is in the body.</returns>
            [global::LongRun.Annotations.StartsOperation("UploadFromExternalProvider", "RetrieveTaskAsync", "Id")]
            global::System.Threading.Tasks.Task<CreatedResource> CreateExternalProviderTaskAsync(CreateExternalProviderTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Retrieves one indexing task.</summary>
            /// <param name="taskId">Id of the task.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task.</returns>
            [global::LongRun.Annotations.OperationMonitor("Indexing", "taskId", "Status", Succeeded = new[] { "ready" }, Failed = new[] { "failed" }, FailureReason = "ErrorReason", Percentage = "Process.Percentage", RemainingSeconds = "Process.RemainSeconds", EstimatedCompletion = "EstimatedTime", MinDelaySeconds = 1, MaxDelaySeconds = 120, SignalledDelaySeconds = 600, MaxWaitTimeSeconds = 14400, ListMethod = "ListTasksAsync", ListItems = "Data", ListId = "Id", ListStatus = "Status", WebhookSucceeded = "index.task.ready", WebhookFailed = "index.task.failed", WebhookId = "Data.Id")]
            global::System.Threading.Tasks.Task<IndexTask> RetrieveTaskAsync([global::LongRun.Annotations.TextConstraint(MinLength = 1)] string taskId, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Lists indexing tasks, page by page.</summary>
            /// <param name="page">Number of the page.</param>
            /// <param name="pageLimit">Tasks of a page.</param>
            /// <param name="sortBy">What the list is in the order of.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>A page.</returns>
            global::System.Threading.Tasks.Task<IndexTaskPage> ListTasksAsync([global::LongRun.Annotations.NumberConstraint(Minimum = 1)] int? page = null, [global::LongRun.Annotations.NumberConstraint(Minimum = 1, Maximum = 50)] int? pageLimit = null, SortBy? sortBy = null, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Starts to make the embeddings of a video.</summary>
            /// <param name="request">The video, the engine, and how the video is cut into clips.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task has started; its id is in the body.</returns>
            [global::LongRun.Annotations.StartsOperation("EmbedVideo", "RetrieveEmbeddingTaskAsync", "Id")]
            global::System.Threading.Tasks.Task<CreatedResource> CreateEmbeddingTaskAsync(CreateEmbeddingTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Retrieves an embedding task with its result.</summary>
            /// <param name="taskId">Id of the task.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>The task.</returns>
            [global::LongRun.Annotations.OperationMonitor("Embedding", "taskId", "Status", Succeeded = new[] { "ready" }, Failed = new[] { "failed" }, MinDelaySeconds = 1, MaxDelaySeconds = 60, MaxWaitTimeSeconds = 7200, ListMethod = "ListEmbeddingTasksAsync", ListItems = "Data", ListId = "Id", ListStatus = "Status")]
            global::System.Threading.Tasks.Task<EmbeddingTask> RetrieveEmbeddingTaskAsync([global::LongRun.Annotations.TextConstraint(MinLength = 1)] string taskId, global::System.Threading.CancellationToken cancellationToken = default);

            /// <summary>Lists embedding tasks, page by page.</summary>
            /// <param name="page">Number of the page.</param>
            /// <param name="pageLimit">Tasks of a page.</param>
            /// <param name="cancellationToken">Ends the call early.</param>
            /// <returns>A page.</returns>
            global::System.Threading.Tasks.Task<EmbeddingTaskPage> ListEmbeddingTasksAsync([global::LongRun.Annotations.NumberConstraint(Minimum = 1)] int? page = null, [global::LongRun.Annotations.NumberConstraint(Minimum = 1, Maximum = 50)] int? pageLimit = null, global::System.Threading.CancellationToken cancellationToken = default);
        }

        /// <summary>What a list is in the order of.</summary>
        public enum SortBy
        {
            /// <summary>The time of creation.</summary>
            CreatedAt = 0,

            /// <summary>The time of the last change.</summary>
            UpdatedAt = 1,
        }

        /// <summary>A page of tasks.</summary>
        public partial class IndexTaskPage
        {
            /// <summary>The tasks.</summary>
            public System.Collections.Generic.IReadOnlyList<IndexTask>? Data { get; set; }
        }

        /// <summary>A page of tasks.</summary>
        public partial class EmbeddingTaskPage
        {
            /// <summary>The tasks.</summary>
            public System.Collections.Generic.IReadOnlyList<EmbeddingTask>? Data { get; set; }
        }

        /// <summary>Twelve Labs API</summary>
        public partial class TwelveLabsClient : ITwelveLabsClient
        {
            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<CreatedResource> CreateTaskAsync(CreateTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<CreatedResource> CreateExternalProviderTaskAsync(CreateExternalProviderTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<IndexTask> RetrieveTaskAsync(string taskId, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<IndexTaskPage> ListTasksAsync(int? page = null, int? pageLimit = null, SortBy? sortBy = null, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<CreatedResource> CreateEmbeddingTaskAsync(CreateEmbeddingTaskRequest request, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<EmbeddingTask> RetrieveEmbeddingTaskAsync(string taskId, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();

            /// <inheritdoc />
            public global::System.Threading.Tasks.Task<EmbeddingTaskPage> ListEmbeddingTasksAsync(int? page = null, int? pageLimit = null, global::System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        /// <summary>The id of what a call has made or started.</summary>
        public partial class CreatedResource
        {
            /// <summary>The id.</summary>
            [global::LongRun.Annotations.TextConstraint(MinLength = 1)]
            [global::System.Text.Json.Serialization.JsonPropertyName("_id")]
            public required string Id { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>A video from a file or a direct URL, and the index it goes into.</summary>
        public partial class CreateTaskRequest
        {
            /// <summary>Id of the index that the video goes into.</summary>
            [global::LongRun.Annotations.TextConstraint(MinLength = 1)]
            [global::System.Text.Json.Serialization.JsonPropertyName("index_id")]
            public required string IndexId { get; set; }

            /// <summary>The video itself.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("video_file")]
            public global::LongRun.Http.FileParameter? VideoFile { get; set; }

            /// <summary>URL of the raw video file.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("video_url")]
            public System.Uri? VideoUrl { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>A video of an external provider, and the index it goes into.</summary>
        public partial class CreateExternalProviderTaskRequest
        {
            /// <summary>Id of the index that the video goes into.</summary>
            [global::LongRun.Annotations.TextConstraint(MinLength = 1)]
            [global::System.Text.Json.Serialization.JsonPropertyName("index_id")]
            public required string IndexId { get; set; }

            /// <summary>URL of one YouTube video.</summary>
            [global::LongRun.Annotations.UrlConstraint(Provider = "YouTube", Schemes = new[] { "https", "http" }, Hosts = new[] { "youtube.com", "youtu.be" }, Forms = new[] { "youtu.be/{id}", "*/watch?v={id}" }, IdPattern = "^[A-Za-z0-9_-]{11}$")]
            [global::System.Text.Json.Serialization.JsonPropertyName("url")]
            public required System.Uri Url { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>A video to make embeddings of.</summary>
        public partial class CreateEmbeddingTaskRequest
        {
            /// <summary>Name of the engine.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("engine_name")]
            public required string EngineName { get; set; }

            /// <summary>The video itself.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("video_file")]
            public global::LongRun.Http.FileParameter? VideoFile { get; set; }

            /// <summary>URL of the raw video file.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("video_url")]
            public System.Uri? VideoUrl { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>The way of one video into one index.</summary>
        public partial class IndexTask
        {
            /// <summary>Id of the task.</summary>
            [global::LongRun.Annotations.TextConstraint(MinLength = 1)]
            [global::System.Text.Json.Serialization.JsonPropertyName("_id")]
            public required string Id { get; set; }

            /// <summary>Id of the video that the task made.</summary>
            [global::LongRun.Annotations.AvailableWhenSucceeded]
            [global::System.Text.Json.Serialization.JsonPropertyName("video_id")]
            public string? VideoId { get; set; }

            /// <summary>How far it is.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("status")]
            public required IndexTaskStatus Status { get; set; }

            /// <summary>When the platform expects the task to be done.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("estimated_time")]
            public System.DateTimeOffset? EstimatedTime { get; set; }

            /// <summary>How much is done.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("process")]
            public IndexTaskProgress? Process { get; set; }

            /// <summary>Why the task failed, as a rule a text.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("error_reason")]
            public System.Text.Json.JsonElement? ErrorReason { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>How much of a task is done.</summary>
        public partial class IndexTaskProgress
        {
            /// <summary>Share done, in percent.</summary>
            [global::LongRun.Annotations.NumberConstraint(Minimum = 0, Maximum = 100)]
            [global::System.Text.Json.Serialization.JsonPropertyName("percentage")]
            public double? Percentage { get; set; }

            /// <summary>Expected time left, in seconds.</summary>
            [global::LongRun.Annotations.DurationConstraint(MinSeconds = 0)]
            [global::System.Text.Json.Serialization.JsonPropertyName("remain_seconds")]
            public double? RemainSeconds { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>How far an indexing task is.</summary>
        public readonly struct IndexTaskStatus : global::System.IEquatable<IndexTaskStatus>, global::System.IEquatable<string>
        {
            private readonly string? _value;

            /// <summary>Makes a value of any text.</summary>
            /// <param name="value">The text.</param>
            public IndexTaskStatus(string value) => _value = value;

            /// <summary><c>indexing</c>.</summary>
            [global::LongRun.Annotations.StatusValue("indexing")]
            public static IndexTaskStatus Indexing { get; } = new("indexing");

            /// <summary><c>ready</c>.</summary>
            [global::LongRun.Annotations.StatusValue("ready")]
            public static IndexTaskStatus Ready { get; } = new("ready");

            /// <summary><c>failed</c>.</summary>
            [global::LongRun.Annotations.StatusValue("failed")]
            public static IndexTaskStatus Failed { get; } = new("failed");

            /// <summary>The text.</summary>
            public string Value => _value ?? "";

            /// <inheritdoc/>
            public bool Equals(IndexTaskStatus other) => Value == other.Value;

            /// <inheritdoc/>
            public bool Equals(string? other) => Value == other;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is IndexTaskStatus other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => Value;
        }

        /// <summary>The making of the embeddings of one video.</summary>
        public partial class EmbeddingTask
        {
            /// <summary>Id of the task.</summary>
            [global::LongRun.Annotations.TextConstraint(MinLength = 1)]
            [global::System.Text.Json.Serialization.JsonPropertyName("_id")]
            public required string Id { get; set; }

            /// <summary>How far it is.</summary>
            [global::System.Text.Json.Serialization.JsonPropertyName("status")]
            public required EmbeddingTaskStatus Status { get; set; }

            /// <summary>The result.</summary>
            [global::LongRun.Annotations.AvailableWhenSucceeded]
            [global::System.Text.Json.Serialization.JsonPropertyName("video_embedding")]
            public VideoEmbedding? VideoEmbedding { get; set; }

            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>The vectors of a video.</summary>
        public partial class VideoEmbedding
        {
            /// <summary>Members that the document does not describe; <see langword="null"/> if there were none.</summary>
            [global::System.Text.Json.Serialization.JsonExtensionData]
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement>? AdditionalProperties { get; set; }
        }

        /// <summary>How far an embedding task is.</summary>
        public readonly struct EmbeddingTaskStatus : global::System.IEquatable<EmbeddingTaskStatus>, global::System.IEquatable<string>
        {
            private readonly string? _value;

            /// <summary>Makes a value of any text.</summary>
            /// <param name="value">The text.</param>
            public EmbeddingTaskStatus(string value) => _value = value;

            /// <summary><c>processing</c>.</summary>
            [global::LongRun.Annotations.StatusValue("processing")]
            public static EmbeddingTaskStatus Processing { get; } = new("processing");

            /// <summary><c>ready</c>.</summary>
            [global::LongRun.Annotations.StatusValue("ready")]
            public static EmbeddingTaskStatus Ready { get; } = new("ready");

            /// <summary><c>failed</c>.</summary>
            [global::LongRun.Annotations.StatusValue("failed")]
            public static EmbeddingTaskStatus Failed { get; } = new("failed");

            /// <summary>The text.</summary>
            public string Value => _value ?? "";

            /// <inheritdoc/>
            public bool Equals(EmbeddingTaskStatus other) => Value == other.Value;

            /// <inheritdoc/>
            public bool Equals(string? other) => Value == other;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is EmbeddingTaskStatus other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => Value;
        }
        """;
}
