namespace LongRun.Build.Tests;

/// <summary>The codes of the document's rules obey the properties that the C# compiler's codes obey.</summary>
public sealed class SeverityTests(AuthorFolder author) : IClassFixture<AuthorFolder>
{
    private const string UnknownKey = "(16,9) LRO3008: 'x-operation-monitor' has no key 'faild'; it is ignored. Did you mean 'failed'?";

    [Fact]
    public void A_warning_is_a_warning_and_the_client_is_made()
    {
        BuildResult result = BuildWithUnknownKey("-p:TreatWarningsAsErrors=false");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal([$"warning {author.DocumentPath}{UnknownKey}"], Findings(result));
        Assert.True(File.Exists(author.ClientPath));
    }

    [Fact]
    public void A_code_under_NoWarn_is_not_reported()
    {
        BuildResult result = BuildWithUnknownKey("-p:TreatWarningsAsErrors=false", "-p:NoWarn=LRO3008");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Findings(result));
    }

    [Theory]
    [InlineData("-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=LRO3008")]
    [InlineData("-p:TreatWarningsAsErrors=false", "-p:MSBuildWarningsAsErrors=LRO3008")]
    [InlineData("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=LRO3006")]
    public void A_warning_raised_to_an_error_stops_the_build_before_the_client_is_touched(params string[] properties)
    {
        author.Reset();
        author.Build().Succeeded();
        byte[] client = File.ReadAllBytes(author.ClientPath);
        byte[] context = File.ReadAllBytes(author.ContextPath);

        author.SetDocument(WithUnknownKey().Replace("operationId: createJob", "operationId: startJob", StringComparison.Ordinal));
        BuildResult result = author.Build(properties);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal([$"error {author.DocumentPath}{UnknownKey}"], Findings(result));
        Assert.Equal([$"error {author.DocumentPath}{UnknownKey}"], result.Errors);
        Assert.Equal(1, result.ToolRuns);
        Assert.Equal(client, File.ReadAllBytes(author.ClientPath));
        Assert.Equal(context, File.ReadAllBytes(author.ContextPath));

        // Said again until it is mended.
        Assert.Equal(result.Errors, author.Build(properties).Errors);
    }

    [Fact]
    public void A_code_under_WarningsNotAsErrors_stays_a_warning()
    {
        BuildResult result = BuildWithUnknownKey("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=LRO3008");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal([$"warning {author.DocumentPath}{UnknownKey}"], Findings(result));
    }

    [Fact]
    public void An_error_cannot_be_silenced()
    {
        author.Reset();
        author.SetDocument("openapi: 3.0.3\n");
        BuildResult result = author.Build("-p:NoWarn=LRO3001");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal([$"error {author.DocumentPath}(1,1) LRO3001: The document has no 'paths'."], result.Errors);
    }

    private BuildResult BuildWithUnknownKey(params string[] properties)
    {
        author.Reset();
        author.SetDocument(WithUnknownKey());
        return author.Build(properties);
    }

    private static string WithUnknownKey() =>
        AuthorFolder.JobsDocument.ReplaceLineEndings("\n").Replace("        name: Running\n", "        name: Running\n        faild: [failed]\n", StringComparison.Ordinal);

    private static IEnumerable<string> Findings(BuildResult result) => result.Log.Where(static line => line.Contains(" LRO3", StringComparison.Ordinal));
}
