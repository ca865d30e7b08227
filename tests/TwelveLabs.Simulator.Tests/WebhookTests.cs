using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Webhooks;

namespace TwelveLabs.Simulator.Tests;

public sealed class WebhookTests
{
    private const string Secret = "whsec_test_secret";

    [Theory]
    [InlineData(VideoCatalogue.Demo, "index.task.ready")]
    [InlineData(VideoCatalogue.TooShort, "index.task.failed")]
    [InlineData(VideoCatalogue.Private, "index.task.failed")]
    public async Task The_end_of_a_task_is_told_in_a_signed_event_as_the_document_says(string videoId, string type)
    {
        Contract contract = await Contract.LoadAsync();
        await using Receiver receiver = await Receiver.StartAsync();
        await using World world = await World.StartAsync(o => o with { Webhooks = [new WebhookEndpoint(receiver.Url, Secret)] });
        string task = await world.UploadAsync(await world.CreateIndexAsync(), videoId);

        world.Clock.Advance(World.LongEnough);
        (string body, string signature) = await receiver.NextAsync();

        Assert.Empty(contract.CheckSchema("WebhookEvent", body));
        JsonNode happened = JsonNode.Parse(body)!;
        Assert.Equal(type, (string)happened["type"]!);
        Assert.StartsWith("whe_", (string)happened["id"]!, StringComparison.Ordinal);
        Assert.Equal(task, (string)happened["data"]!["id"]!);
        Assert.Equal(type["index.task.".Length..], (string)happened["data"]!["status"]!);
        Assert.Equal(type["index.task.".Length..], await world.StatusOfAsync(task));
        Assert.Equal("marengo2.6", (string)happened["data"]!["engines"]![0]!["name"]!);

        string[] parts = signature.Split(',');
        Assert.Equal($"t={world.Clock.GetUtcNow().ToUnixTimeSeconds()}", parts[0]);
        byte[] signed = Encoding.UTF8.GetBytes($"{parts[0][2..]}.{body}");
        Assert.Equal("v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)), parts[1]);
    }

    [Fact]
    public void The_signature_is_the_one_of_the_published_vector() => Assert.Equal(
        "t=1659342128,v1=90f876c9c50377ef4087bff5db5dbcce52b2522ea43357caf673581150d7e374",
        WebhookSignature.Of("""{"name":"test"}"""u8.ToArray(), Secret, DateTimeOffset.FromUnixTimeSeconds(1659342128)));

    [Fact]
    public async Task An_endpoint_that_does_not_answer_2xx_gets_the_same_event_again()
    {
        await using Receiver receiver = await Receiver.StartAsync(500, 302, 204);
        await using World world = await World.StartAsync(o => o with { Webhooks = [new WebhookEndpoint(receiver.Url, Secret)] });
        await world.UploadAsync(await world.CreateIndexAsync());
        world.Clock.Advance(World.LongEnough);

        (string first, string firstSignature) = await receiver.NextAsync();
        await world.SkipPausesUntilAsync(receiver.WaitAsync());
        (string second, string secondSignature) = await receiver.NextAsync();
        await world.SkipPausesUntilAsync(receiver.WaitAsync());
        (string third, _) = await receiver.NextAsync();

        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.NotEqual(firstSignature, secondSignature);
        await world.Simulator.Webhooks.WaitForDeliveriesAsync(3, TestContext.Current.CancellationToken);
        Assert.Equal([(1, 500, false), (2, 302, false), (3, 204, true)], world.Simulator.Webhooks.Deliveries.Select(static d => (d.Attempt, d.Status!.Value, d.Succeeded)));
    }

    [Fact]
    public async Task After_the_last_attempt_it_is_given_up()
    {
        await using Receiver receiver = await Receiver.StartAsync(500, 500, 500);
        await using World world = await World.StartAsync(o => o with
        {
            Webhooks = [new WebhookEndpoint(receiver.Url, Secret)],
            WebhookRetryDelays = [TimeSpan.FromSeconds(1)],
        });
        await world.UploadAsync(await world.CreateIndexAsync());
        world.Clock.Advance(World.LongEnough);

        await receiver.NextAsync();
        await world.SkipPausesUntilAsync(receiver.WaitAsync());
        await receiver.NextAsync();
        await world.Simulator.Webhooks.WaitForDeliveriesAsync(2, TestContext.Current.CancellationToken);
        world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, world.Simulator.Webhooks.Deliveries.Count);
    }

    [Fact]
    public async Task A_webhook_can_be_registered_over_http_while_a_task_runs()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using World world = await World.StartAsync();
        string task = await world.UploadAsync(await world.CreateIndexAsync());
        string webhooks = new Uri(world.Simulator.RootUrl, "__simulator/webhooks").ToString();

        Reply registered = await world.PostAsync(webhooks, new JsonObject { ["url"] = receiver.Url.ToString(), ["secret"] = Secret });
        Assert.Equal(HttpStatusCode.Created, registered.Status);
        world.Clock.Advance(World.LongEnough);

        Assert.Contains(task, (await receiver.NextAsync()).Body, StringComparison.Ordinal);
        await world.Simulator.Webhooks.WaitForDeliveriesAsync(1, TestContext.Current.CancellationToken);
        Reply listed = await world.GetAsync(webhooks);
        Assert.Single(listed.Data);
        Assert.Equal(task, (string)listed.Json["deliveries"]![0]!["task_id"]!);
        Assert.DoesNotContain(Secret, listed.Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await world.DeleteAsync(webhooks)).Status);
        Assert.Empty(world.Simulator.Webhooks.Endpoints);
    }

    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("http://10.0.0.1/hook")]
    [InlineData("http://localhost.example.com/hook")]
    [InlineData("file:///tmp/hook")]
    [InlineData("/hook")]
    public async Task Events_never_leave_this_machine(string url)
    {
        await using World world = await World.StartAsync();
        Reply reply = await world.PostAsync(new Uri(world.Simulator.RootUrl, "__simulator/webhooks").ToString(), new JsonObject { ["url"] = url, ["secret"] = Secret });
        reply.Refuses(HttpStatusCode.BadRequest, "parameter_invalid");
        Assert.Empty(world.Simulator.Webhooks.Endpoints);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_an_endpoint_that_is_not_there()
    {
        World world = await World.StartAsync(static o => o with { Webhooks = [new WebhookEndpoint(new Uri("http://127.0.0.1:9/"), Secret)] });
        await world.UploadAsync(await world.CreateIndexAsync());
        world.Clock.Advance(World.LongEnough);
        await world.Simulator.Webhooks.WaitForDeliveriesAsync(1, TestContext.Current.CancellationToken);
        Assert.Null(world.Simulator.Webhooks.Deliveries[0].Status);
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_webhook_a_task_costs_no_timer_and_with_one_exactly_one()
    {
        var clock = new CountingClock();
        await using TwelveLabsSimulator simulator = await TwelveLabsSimulator.StartAsync(new SimulatorOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl, DefaultRequestHeaders = { { "x-api-key", "any" } } };
        string index = (await PostAsync("indexes", """{"index_name":"a","engines":[{"engine_name":"marengo2.6","engine_options":["visual"]}]}""")).Text("_id");
        string upload = $$"""{"index_id":"{{index}}","url":"{{VideoCatalogue.UrlOf(VideoCatalogue.TooLongForPegasus)}}"}""";

        await PostAsync("tasks/external-provider", upload);
        Assert.Equal(0, clock.Timers);

        simulator.Webhooks.Register(new WebhookEndpoint(new Uri("http://127.0.0.1:9/"), Secret));
        simulator.Webhooks.Register(new WebhookEndpoint(new Uri("http://127.0.0.1:9/"), Secret));
        Assert.Equal(1, clock.Live);

        await PostAsync("tasks/external-provider", upload);
        Assert.Equal(2, clock.Live);

        async Task<Reply> PostAsync(string path, string body)
        {
            using HttpContent content = World.JsonContent(JsonNode.Parse(body)!);
            using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            return await Reply.ReadAsync(response, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Stands still and counts the timers it was asked for.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private int _timers;
        private int _live;

        public int Timers => _timers;

        public int Live => _live;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _timers);
            Interlocked.Increment(ref _live);
            return new Counted(this);
        }

        private sealed class Counted(CountingClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => Interlocked.Decrement(ref clock._live);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }

    /// <summary>A server that takes events and answers the statuses it was told, then 200.</summary>
    private sealed class Receiver(WebApplication app, Channel<(string Body, string Signature)> events) : IAsyncDisposable
    {
        public Uri Url => new(app.Urls.Single() + "/hook");

        public static async Task<Receiver> StartAsync(params int[] statuses)
        {
            var answers = new ConcurrentQueue<int>(statuses);
            var events = Channel.CreateUnbounded<(string, string)>();
            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            builder.Services.AddRoutingCore();
            WebApplication app = builder.Build();
            app.MapPost("/hook", async (HttpContext context) =>
            {
                using var body = new StreamReader(context.Request.Body);
                string text = await body.ReadToEndAsync();
                context.Response.StatusCode = answers.TryDequeue(out int status) ? status : StatusCodes.Status200OK;
                await events.Writer.WriteAsync((text, context.Request.Headers["TL-Signature"].ToString()));
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Receiver(app, events);
        }

        public async Task<(string Body, string Signature)> NextAsync() => await events.Reader.ReadAsync(TestContext.Current.CancellationToken);

        /// <summary>Over when an event is there to be read.</summary>
        public Task WaitAsync() => events.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }
}
