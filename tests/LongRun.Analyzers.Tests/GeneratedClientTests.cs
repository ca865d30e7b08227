using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests;

/// <summary>The rules on values, on the real client as its assembly says it.</summary>
public sealed class GeneratedClientTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2002";

    protected override string Mistake => """var request = new TwelveLabs.CreateExternalProviderTaskRequest { IndexId = text, Url = [|new Uri("https://vimeo.com/123456")|] };""";

    protected override IEnumerable<MetadataReference> MoreReferences => [References.TwelveLabs];

    [Fact]
    public Task Parameters_of_the_raw_calls() => ReportsAsync("""
        TwelveLabs.ITwelveLabsClient client = null!;
        await client.ListTasksAsync(page: {|LRO2005:0|}, pageLimit: {|LRO2005:51|}, indexId: {|LRO2006:""|}, duration: {|LRO2004:-1|}, cancellationToken: stop);
        await client.ListTasksAsync(1, 50, duration: 0);
        """);

    [Fact]
    public Task The_class_counts_like_its_interface() => ReportsAsync("""
        TwelveLabs.TwelveLabsClient client = null!;
        await client.RetrieveTaskAsync({|LRO2006:""|}, stop);
        """);

    [Fact]
    public Task Every_form_of_a_video_address() => SilentAsync("""
        foreach (var request in new TwelveLabs.CreateExternalProviderTaskRequest[]
        {
            new() { IndexId = text, Url = new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ") },
            new() { IndexId = text, Url = new Uri("https://youtu.be/dQw4w9WgXcQ?t=3") },
            new() { IndexId = text, Url = new Uri("https://www.youtube.com/shorts/dQw4w9WgXcQ") },
            new() { IndexId = text, Url = new Uri("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ") },
            new() { IndexId = text, Url = new Uri("http://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ#t=1") },
        })
        {
            Console.WriteLine(request.Url);
        }
        """);

    [Fact]
    public Task Key_of_the_options() => ReportsAsync("""
        var options = new TwelveLabs.TwelveLabsOptions { ApiKey = {|LRO4001:"tlk_0A1B2C3D4E5F6G7H8J"|} };
        TwelveLabs.TwelveLabsWebhook.Verify(default, text, {|LRO4001:"whsec_0A1B2C3D4E5F6G"|});
        """);

    [Fact]
    public Task Playlist_is_advice() => ReportsAsync("""
        var request = new TwelveLabs.CreateExternalProviderTaskRequest { IndexId = "x", Url = {|LRO2003:new("https://www.youtube.com/playlist?list=PL1")|} };
        """);
}
