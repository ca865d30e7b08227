namespace TwelveLabs.V13.Tests;

/// <summary>A kind of job of v1.3: how it is started, picked up, and how it ends.</summary>
/// <param name="Name">Name of its monitor in the overlay.</param>
/// <param name="StatusPath">Path of the status call of the job "id1".</param>
/// <param name="Running">A status of a job that runs.</param>
/// <param name="Succeeded">The status of success.</param>
/// <param name="Failed">The statuses of failure.</param>
/// <param name="Start">Starts one, and gives the handle's id.</param>
/// <param name="Resume">Picks up the job "id1".</param>
public sealed record Job(
    string Name,
    string StatusPath,
    string Running,
    string Succeeded,
    string[] Failed,
    Func<TwelveLabsV13Client, CancellationToken, Task<string>> Start,
    Func<TwelveLabsV13Client, IJobHandle> Resume)
{
    public static IReadOnlyList<Job> All { get; } =
    [
        new(
            "Indexing", "tasks/id1", "indexing", "ready", ["failed"],
            static async (client, stop) => (await client.StartIndexVideoAsync(new CreateTaskRequest { IndexId = "i1", VideoUrl = new Uri("https://videos.test/a.mp4") }, stop)).Id,
            static client => new JobHandle<TasksRetrieveResponse200>(client.ResumeIndexing("id1"))),
        new(
            "AssetProcessing", "assets/id1", "processing", "ready", ["failed"],
            static async (client, stop) => (await client.StartUploadAssetAsync(new CreateAssetRequest { Method = AssetsPostRequestBodyContentMultipartFormDataSchemaMethod.Url, Url = new Uri("https://videos.test/a.mp4") }, stop)).Id,
            static client => new JobHandle<AssetDetail>(client.ResumeAssetProcessing("id1"))),
        new(
            "AssetIndexing", "indexes/ix/indexed-assets/id1", "indexing", "ready", ["failed"],
            static async (client, stop) => LongRun.OperationId.Part((await client.StartIndexAssetAsync("ix", new CreateIndexedAssetRequest { AssetId = "a1" }, stop)).Id, 1, 2),
            static client => new JobHandle<IndexedAssetDetailed>(client.ResumeAssetIndexing("ix", "id1"))),
        new(
            "KnowledgeStoreItem", "knowledge-stores/ks/items/id1", "pending", "ready", ["failed"],
            static async (client, stop) => LongRun.OperationId.Part((await client.StartAddKnowledgeStoreItemAsync("ks", new CreateKnowledgeStoreItemRequest { AssetId = "a1" }, stop)).Id, 1, 2),
            static client => new JobHandle<KnowledgeStoreItem>(client.ResumeKnowledgeStoreItem("ks", "id1"))),
        new(
            "MultipartUpload", "assets/multipart-uploads/id1", "active", "completed", ["failed", "expired"],
            static async (client, stop) => (await client.StartMultipartUploadAsync(new CreateAssetUploadRequest { Filename = "a.mp4", Type = CreateAssetUploadRequestType.Video, TotalSize = 1 }, stop)).Id,
            static client => new JobHandle<GetUploadStatusResponse>(client.ResumeMultipartUpload("id1"))),
        new(
            "VideoEmbedding", "embed/tasks/id1/status", "processing", "ready", ["failed"],
            static async (client, stop) => (await client.StartEmbedVideoAsync(new CreateEmbedTaskRequest { ModelName = "marengo3.0", VideoUrl = new Uri("https://videos.test/a.mp4"), VideoClipLength = 6 }, stop)).Id,
            static client => new JobHandle<EmbedTasksStatusResponse200>(client.ResumeVideoEmbedding("id1"))),
        new(
            "Embedding", "embed-v2/tasks/id1", "processing", "ready", ["failed"],
            static async (client, stop) => (await client.StartEmbedAsync(new CreateAsyncEmbeddingRequest { InputType = CreateAsyncEmbeddingRequestInputType.Video }, stop)).Id,
            static client => new JobHandle<EmbeddingTaskResponse>(client.ResumeEmbedding("id1"))),
        new(
            "Analysis", "analyze/tasks/id1", "queued", "ready", ["failed"],
            static async (client, stop) => (await client.StartAnalyzeAsync(new CreateAsyncAnalyzeRequest { Video = new VideoContextAssetId { AssetId = "a1" } }, stop)).Id,
            static client => new JobHandle<AnalyzeTaskResponse>(client.ResumeAnalysis("id1"))),
        new(
            "Batch", "analyze/batches/id1", "canceling", "completed", ["canceled", "expired"],
            static async (client, stop) => (await client.StartAnalyzeBatchAsync(new CreateAnalyzeBatchRequest { AnalysisMode = CreateAnalyzeBatchRequestAnalysisMode.General, Requests = [new BatchItemRequest { Video = new BatchVideoContext { AssetId = "a1" } }] }, stop)).Id,
            static client => new JobHandle<AnalyzeBatchStatusResponse>(client.ResumeBatch("id1"))),
        new(
            "Import", "connections/c1/imports/id1", "processing", "ready", ["failed"],
            static async (client, stop) => LongRun.OperationId.Part((await client.StartImportAsync("c1", new CreateImportRequest { Items = [new() { SourceId = "s1" }] }, stop)).Id, 1, 2),
            static client => new JobHandle<ImportDetail>(client.ResumeImport("c1", "id1"))),
    ];
}
