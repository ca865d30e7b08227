using LongRun;
using LongRun.Constraints;
using LongRun.Http;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>A client that judges requests before it sends them: nothing reaches the server, and everything is listed.</summary>
public sealed class ValidateRequestsTests
{
    private static readonly CreateExternalProviderTaskRequest Wrong = new() { IndexId = "", Url = new Uri("https://vimeo.com/1084537") };

    private readonly ScriptedServer _server = new(Answer(200, """{"_id":"t1","data":[]}"""));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<ITwelveLabsClient, Task>, string[]> Calls => new()
    {
        { "a raw call with a body", client => client.CreateExternalProviderTaskAsync(Wrong, Stop), ["IndexId", "Url"] },
        { "a start", client => client.StartUploadFromExternalProviderAsync(Wrong, Stop), ["IndexId", "Url"] },
        { "a start and a wait", client => client.UploadFromExternalProviderAndWaitAsync(Wrong, cancellationToken: Stop), ["IndexId", "Url"] },
        { "parameters of a query", client => client.ListTasksAsync(page: 0, pageLimit: 51, indexId: "", duration: -1, cancellationToken: Stop), ["page", "pageLimit", "indexId", "duration"] },
        { "a parameter of the path and a body", client => client.UpdateIndexAsync("", new UpdateIndexRequest { IndexName = "" }, Stop), ["indexId", "IndexName"] },
        { "a form", client => client.CreateTaskAsync(new CreateTaskRequest { IndexId = "", VideoFile = File }, Stop), ["IndexId"] },
        { "a start with a form", client => client.StartUploadVideoAsync(new CreateTaskRequest { IndexId = "", VideoFile = File }, Stop), ["IndexId"] },
        { "a form, and a wait", client => client.EmbedVideoAndWaitAsync(new CreateEmbeddingTaskRequest { EngineName = EmbeddingEngineName.MarengoRetrieval2_6, VideoFile = File, VideoClipLength = 1, VideoStartOffsetSec = -1 }, cancellationToken: Stop), ["VideoStartOffsetSec", "VideoClipLength"] },
        { "a stream", client => ReadAsync(client.GenerateTextStreamAsync(new GenerateTextRequest { VideoId = "", Prompt = "", Temperature = 2 }, Stop)), ["VideoId", "Prompt", "Temperature"] },
        { "what a body holds", client => client.CreateIndexAsync(new CreateIndexRequest { IndexName = "", Engines = [new IndexEngine { EngineName = "e", EngineOptions = [] }] }, Stop), ["IndexName", "Engines[0].EngineOptions"] },
    };

    private static FileParameter File => new(new MemoryStream([1, 2, 3]), "a.mp4");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_is_sent_and_everything_is_listed(string kind, Func<ITwelveLabsClient, Task> call, string[] subjects)
    {
        using TestHost host = Host(validates: true);
        ConstraintViolationException exception = await Assert.ThrowsAsync<ConstraintViolationException>(() => call(host.Client));

        Assert.Equal(subjects, exception.Violations.Select(static violation => violation.Subject));
        Assert.All(exception.Violations, violation => Assert.Contains(violation.Message, exception.Message, StringComparison.Ordinal));
        Assert.Equal(0, _server.Count);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public async Task The_server_decides_unless_the_caller_asks()
    {
        using TestHost host = Host(validates: null);
        await host.Client.CreateExternalProviderTaskAsync(Wrong, Stop);
        await host.Client.ListTasksAsync(page: 0, pageLimit: 51, cancellationToken: Stop);

        Assert.Equal(2, _server.Count);
    }

    [Fact]
    public async Task What_fits_is_sent_and_so_is_what_only_advice_speaks_against()
    {
        using TestHost host = Host(validates: true);
        await host.Client.CreateExternalProviderTaskAsync(new CreateExternalProviderTaskRequest { IndexId = "i", Url = new Uri("https://www.youtube.com/playlist?list=PL1234567890") }, Stop);
        IndexingOperation operation = await host.Client.StartUploadFromExternalProviderAsync(new CreateExternalProviderTaskRequest { IndexId = "i", Url = new Uri("https://youtu.be/dQw4w9WgXcQ") }, Stop);
        await host.Client.ListTasksAsync(page: 1, pageLimit: 50, cancellationToken: Stop);
        await host.Client.CreateTaskAsync(new CreateTaskRequest { IndexId = "i", VideoFile = File }, Stop);

        Assert.Equal("t1", operation.Id);
        Assert.Equal(4, _server.Count);
    }

    [Fact]
    public async Task A_client_without_a_container_does_the_same()
    {
        var client = new TwelveLabsClient(new TwelveLabsOptions { ApiKey = TestHost.Key, BaseAddress = new Uri("http://127.0.0.1:9/"), ValidateRequests = true });
        var own = new TwelveLabsClient(new HttpClient(_server) { BaseAddress = new Uri("https://api.example/v1.2/") }) { ValidateRequests = true };

        await Assert.ThrowsAsync<ConstraintViolationException>(() => client.StartUploadFromExternalProviderAsync(Wrong, Stop));
        await Assert.ThrowsAsync<ConstraintViolationException>(() => own.StartUploadFromExternalProviderAsync(Wrong, Stop));
        Assert.False(new TwelveLabsClient(TestHost.Key).ValidateRequests);
        Assert.Equal(0, _server.Count);
    }

    [Fact]
    public async Task A_request_that_is_missing_is_said_before_anything_is_judged()
    {
        using TestHost host = Host(validates: true);

        await Assert.ThrowsAsync<ArgumentNullException>(() => host.Client.CreateIndexAsync(null!, Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => ReadAsync(host.Client.GenerateTextStreamAsync(null!, Stop)));
    }

    private static async Task ReadAsync(IAsyncEnumerable<GenerateStreamEvent> events)
    {
        await foreach (GenerateStreamEvent _ in events)
        {
        }
    }

    private TestHost Host(bool? validates) => new(_server, TimeProvider.System, options => options.ValidateRequests = validates ?? options.ValidateRequests);
}
