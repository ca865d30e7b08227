namespace LongRun.Build.Tests;

public sealed class OverlayTests(AuthorFolder author) : IClassFixture<AuthorFolder>
{
    private const int BothTools = 2;
    private const string First = "Documents/första; overlay.yaml";

    [Fact]
    public void Overlays_change_the_client_and_an_edited_one_makes_it_again()
    {
        author.Write(First, Rename("firstJob"));
        author.Write("Documents/second.yaml", Rename("startJob"));
        author.SetClient("""Overlays="../Documents/första%3B overlay.yaml;../Documents/second.yaml" """);
        author.Reset();
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains("StartJobAsync", File.ReadAllText(author.ClientPath), StringComparison.Ordinal);
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);

        author.Write("Documents/second.yaml", Rename("beginJob"));
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains("BeginJobAsync", File.ReadAllText(author.ClientPath), StringComparison.Ordinal);
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);

        author.Write(First, Rename("otherJob"));
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);

        author.Write(First, "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n  - target: $.nothing\n    remove: true\n");
        BuildResult warned = author.Build("-warnAsError:LRO3011");
        Assert.Equal(
            [$"error {author.At(First)}(4,13) LRO3011: '$.nothing' matches nothing, so the action changes nothing: '$' has no 'nothing'. It has 'openapi', 'info', 'servers', 'paths', 'components'."],
            warned.Errors);

        author.SetClient("");
        author.Build().Succeeded();
        Assert.Contains("CreateJobAsync", File.ReadAllText(author.ClientPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_in_the_singular_is_an_error_and_not_ignored()
    {
        author.Reset();
        author.SetClient("""Overlay="../Documents/second.yaml" """);
        BuildResult result = author.Build();
        author.SetClient("");
        Assert.EndsWith("An OpenApiClient item has no 'Overlay'; its overlays are its 'Overlays', however many there are.", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    private static string Rename(string operationId) => $$"""
        overlay: 1.0.0
        info: { title: Names, version: '1' }
        actions:
          - target: $.paths['/jobs'].post
            update: { operationId: {{operationId}} }

        """;
}
