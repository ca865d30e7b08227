using System.Reflection;
using LongRun;
using LongRun.Annotations;
using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.Client.Tests;

/// <summary>Which waits an event is for, and which events are news.</summary>
public sealed class WebhookReceiverTests : IDisposable
{
    private const string TaskId = "66f0a2c4d5e6f708192a3b4c";

    private readonly FakeTimeProvider _clock = new();
    private readonly WebhookReceiver _receiver;

    public WebhookReceiverTests() => _receiver = new WebhookReceiver(_clock);

    /// <summary>Each monitor of the client with a webhook, as the document has it; the receiver reads the id where the document says.</summary>
    public static TheoryData<string, string> MonitorsWithWebhooks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (OperationMonitorAttribute monitor in Monitors().Where(static m => m.WebhookId is not null))
            {
                Assert.Equal("Data.Id", monitor.WebhookId);
                data.Add(monitor.Name, monitor.WebhookSucceeded!);
                data.Add(monitor.Name, monitor.WebhookFailed!);
            }

            return data;
        }
    }

    public void Dispose() => _receiver.Dispose();

    [Theory]
    [MemberData(nameof(MonitorsWithWebhooks))]
    public void Every_event_that_the_document_names_leads_to_its_operation(string operation, string type) =>
        Assert.Equal(new OperationToken(operation, TaskId), WebhookReceiver.OperationOf(Event(type)));

    [Fact]
    public void Waits_are_connected_exactly_where_the_document_has_webhooks()
    {
        foreach (OperationMonitorAttribute monitor in Monitors())
        {
            using var probe = new ProbeWait(monitor.Name, _receiver);
            Assert.Equal(monitor.WebhookId is not null, probe.IsConnected);
        }
    }

    [Theory]
    [InlineData("analyze.task.ready", TaskId)]
    [InlineData("index.task.ready", null)]
    [InlineData("index.task.ready", "")]
    public void An_event_of_another_type_or_without_a_task_is_new_and_leads_nowhere(string type, string? taskId)
    {
        WebhookEvent happened = Event(type, taskId: taskId);

        Assert.Null(WebhookReceiver.OperationOf(happened));
        Assert.True(_receiver.Receive(happened));
        Assert.False(_receiver.Receive(happened));
    }

    [Fact]
    public void An_event_without_data_leads_nowhere() =>
        Assert.Null(WebhookReceiver.OperationOf(new WebhookEvent { Id = "whe_1", Type = WebhookEventType.IndexTaskReady }));

    [Fact]
    public void An_event_is_news_once_in_a_day()
    {
        Assert.True(_receiver.Receive(Event()));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.False(_receiver.Receive(Event()));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(_receiver.Receive(Event()));
    }

    [Fact]
    public void An_event_that_was_forgotten_is_news_again()
    {
        _receiver.Receive(Event());
        _receiver.Forget(Event());

        Assert.True(_receiver.Receive(Event()));
    }

    [Fact]
    public void An_event_without_an_id_is_always_news()
    {
        Assert.True(_receiver.Receive(Event(id: "")));
        _receiver.Forget(Event(id: ""));
        Assert.True(_receiver.Receive(Event(id: "")));
    }

    private static WebhookEvent Event(string type = "index.task.ready", string id = "whe_1", string? taskId = TaskId) =>
        new() { Id = id, Type = new WebhookEventType(type), Data = new WebhookEventData { Id = taskId } };

    private static IEnumerable<OperationMonitorAttribute> Monitors()
    {
        OperationMonitorAttribute[] monitors = [.. typeof(ITwelveLabsClient).GetMethods().SelectMany(static m => m.GetCustomAttributes<OperationMonitorAttribute>())];
        Assert.Equal(2, monitors.Length);
        return monitors;
    }

    /// <summary>A wait that goes on until it is disposed.</summary>
    private sealed class ProbeWait : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly WebhookReceiver _receiver;
        private readonly int _before;

        internal ProbeWait(string operation, WebhookReceiver receiver)
        {
            _receiver = receiver;
            _before = receiver.ConnectedWaits;
            _ = new Endless(operation).WaitForOutcomeAsync(new WaitOptions { Signal = receiver, TimeProvider = new FakeTimeProvider() }, _stop.Token);
        }

        internal bool IsConnected => _receiver.ConnectedWaits > _before;

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    private sealed class Endless(string name) : Operation<object>(new StatusMonitor(name), "1")
    {
        protected override Task<object> RetrieveAsync(CancellationToken cancellationToken) => Task.FromResult(new object());

        protected override OperationReading Read(object value) => new() { Status = "running" };
    }
}
