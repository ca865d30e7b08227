using LongRun.Analyzers.Tests.Verification;
using LongRun.CodeFixes.Constraints;
using LongRun.CodeFixes.Waiting;

namespace LongRun.Analyzers.Tests.Waiting.Edits;

/// <summary>By which title and key a value is replaced.</summary>
public sealed class ReplaceValueTests : FixTests
{
    [Fact]
    public Task Case_of_a_status() => OffersAsync<UnknownStatusCodeFix>(
        """
        var task = await api.GetTaskAsync(id, stop);
        Console.WriteLine(task.Status == "Ready");
        """,
        new Offer("Use 'ready'", "LRO1009", """
        var task = await api.GetTaskAsync(id, stop);
        Console.WriteLine(task.Status == "ready");
        """));

    [Fact]
    public Task Https() => OffersAsync<WrongUrlPlaceCodeFix>(
        """
        await api.ImportAsync("http://youtu.be/dQw4w9WgXcQ");
        """,
        new Offer("Use https", "LRO2002", """
        await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ");
        """));

    [Fact]
    public Task Number() => OffersAsync<NumberOutOfRangeCodeFix>(
        """
        await api.ListTasksAsync(100);
        """,
        new Offer("Use 50", "LRO2005", """
        await api.ListTasksAsync(50);
        """));

    [Fact]
    public Task Duration() => OffersAsync<DurationOutOfRangeCodeFix>(
        """
        await api.SearchAsync("cats", window: TimeSpan.FromSeconds(100));
        """,
        new Offer("Use 1 min", "LRO2004", """
        await api.SearchAsync("cats", window: TimeSpan.FromMinutes(1));
        """));

    [Fact]
    public Task Items() => OffersAsync<ItemsOutOfBoundsCodeFix>(
        """
        var request = new UploadRequest { Tags = new[] { "a", "b", "a" } };
        """,
        new Offer("Remove the repeated \"a\"", "LRO2008", """
        var request = new UploadRequest { Tags = new[] { "a", "b" } };
        """));

    [Fact]
    public Task Listed_value() => OffersAsync<ValueNotAllowedCodeFix>(
        """
        await api.SearchAsync("cats", groupBy: "Video");
        """,
        new Offer("Use 'video'", "LRO2007", """
        await api.SearchAsync("cats", groupBy: "video");
        """));

    [Fact]
    public Task Scheme() => OffersAsync<UnusableUrlCodeFix>(
        """
        var request = new UploadRequest { Url = new Uri("youtu.be/dQw4w9WgXcQ") };
        """,
        new Offer("Begin the URL with https://", "LRO2001", """
        var request = new UploadRequest { Url = new Uri("https://youtu.be/dQw4w9WgXcQ") };
        """));
}
