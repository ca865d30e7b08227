namespace LongRun.Tests.Operations;

public sealed class StatusMonitorTests
{
    [Theory]
    [InlineData("ready", OperationState.Succeeded)]
    [InlineData("failed", OperationState.Failed)]
    [InlineData("gone", OperationState.Failed)]
    [InlineData("Ready", OperationState.Running)]
    [InlineData("indexing", OperationState.Running)]
    [InlineData("", OperationState.Running)]
    [InlineData(null, OperationState.Unknown)]
    public void Status_is_classified_exactly(string? status, OperationState state)
    {
        var monitor = new StatusMonitor("Indexing") { Succeeded = ["ready"], Failed = ["failed", "gone"] };

        Assert.Equal(state, monitor.Classify(status));
    }

    [Theory]
    [InlineData("ready", "ready,ready")]
    [InlineData("failed", "ready,failed,gone")]
    [InlineData("indexing", "failed,indexing,ready,queued")]
    [InlineData("tomorrow", "tomorrow,ready")]
    [InlineData("queued", "ready,-,queued")]
    [InlineData(null, "ready,-")]
    [InlineData(null, "")]
    [InlineData(null, null)]
    public void Parts_have_ended_together_where_each_has(string? expected, string? parts)
    {
        var monitor = new StatusMonitor("Indexing") { Succeeded = ["ready"], Failed = ["failed", "gone"] };

        Assert.Equal(expected, monitor.StatusOf(parts?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static part => part == "-" ? null : part)));
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var monitor = new StatusMonitor("Indexing");

        Assert.Equal(
            (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)),
            (monitor.MinDelay, monitor.MaxDelay, monitor.SignalledDelay, monitor.MaxWaitTime));
        Assert.Empty(monitor.Succeeded);
        Assert.Empty(monitor.Failed);
        Assert.Empty(monitor.Running);
        Assert.Empty(monitor.WebhookEvents);
        Assert.Equal("Indexing", monitor.ToString());
    }

    [Theory]
    [InlineData("indexing", false)]
    [InlineData("ready", false)]
    [InlineData(null, false)]
    [InlineData("dreaming", true)]
    [InlineData("Indexing", true)]
    public void A_status_that_the_document_does_not_list_is_news(string? status, bool isNew)
    {
        var monitor = new StatusMonitor("Indexing") { Succeeded = ["ready"], Failed = ["failed"], Running = ["indexing"] };

        Assert.Equal(isNew, monitor.IsNew(status));
    }

    [Fact]
    public void Where_no_running_status_is_listed_none_is_news() =>
        Assert.False(new StatusMonitor("Indexing") { Succeeded = ["ready"] }.IsNew("dreaming"));

    [Fact]
    public void Lists_are_copied()
    {
        var endings = new List<string> { "ready" };
        var monitor = new StatusMonitor("Indexing") { Succeeded = endings };

        endings.Clear();

        Assert.Equal(OperationState.Succeeded, monitor.Classify("ready"));
    }
}
