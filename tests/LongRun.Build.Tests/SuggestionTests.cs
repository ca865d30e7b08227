namespace LongRun.Build.Tests;

public sealed class SuggestionTests(AuthorFolder author) : IClassFixture<AuthorFolder>
{
    private string Overlay => author.At("One/spéc; of jobs.suggested.overlay.yaml");

    [Fact]
    public void A_job_that_nobody_can_wait_for_is_a_message_and_no_warning()
    {
        author.Reset();
        author.SetDocument(WithoutVocabulary());
        BuildResult result = author.Build().Succeeded();
        string found = Assert.Single(result.Log, static line => line.Contains(" LRO3", StringComparison.Ordinal));
        Assert.StartsWith($"info {author.DocumentPath}(12,7) LRO3010: GET /jobs/{{job_id}} looks like the status of a job (waiting, ready, failed), ", found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_can_be_silenced_and_raised()
    {
        author.Reset();
        author.SetDocument(WithoutVocabulary());
        BuildResult raised = author.Build("-p:WarningsAsErrors=LRO3010");
        Assert.NotEqual(0, raised.ExitCode);
        Assert.Contains("LRO3010", Assert.Single(raised.Errors), StringComparison.Ordinal);
        Assert.False(File.Exists(author.ClientPath));

        // Whether NoWarn stands alone is the project's business: it holds CS1591 there.
        BuildResult silent = author.Build("-p:NoWarn=LRO3010%3BCS1591").Succeeded();
        Assert.DoesNotContain(silent.Log, static line => line.Contains(" LRO3", StringComparison.Ordinal));
    }

    [Fact]
    public void Asked_for_suggestions_a_build_writes_an_overlay_beside_the_project_once()
    {
        author.Reset();
        File.Delete(Overlay);
        author.SetDocument(WithoutVocabulary());

        // Of all frameworks at once, as an author asks.
        BuildResult result = author.Run("build", "One/One.csproj", "--no-restore", "-t:SuggestOperations").Succeeded();
        Assert.Equal([$"info {Overlay}(1,1) LRO3010: Written, with Job (GET /jobs/{{job_id}}). Check it, and name it under 'Overlays' of the OpenApiClient item."], Findings(result));
        string text = File.ReadAllText(Overlay);
        Assert.Contains("      x-operation-monitor:\n        name: Job ", text, StringComparison.Ordinal);
        Assert.Contains("      x-long-running-operation:\n        name: CreateJob ", text, StringComparison.Ordinal);
        Assert.False(File.Exists(author.ClientPath));

        File.WriteAllText(Overlay, "mine");
        BuildResult again = author.Run("build", "One/One.csproj", "--no-restore", "-t:SuggestOperations");
        Assert.Equal([$"warning {Overlay}(1,1) LRO3010: The overlay is there already and was left as it is; rename or delete it to get a new one."], Findings(again));
        Assert.Equal("mine", File.ReadAllText(Overlay));
        File.Delete(Overlay);
    }

    [Fact]
    public void A_suggested_overlay_applied_as_it_is_makes_a_client_that_can_wait()
    {
        author.Reset();
        File.Delete(Overlay);
        author.SetDocument(WithoutVocabulary());
        author.Run("build", "One/One.csproj", "--no-restore", "-t:SuggestOperations").Succeeded();

        author.SetClient("""Overlays="spéc%3B of jobs.suggested.overlay.yaml" """);
        BuildResult result = author.Build().Succeeded();
        Assert.Empty(Findings(result));
        string client = File.ReadAllText(author.ClientPath);
        Assert.Contains("OperationMonitor(\"Job\", \"jobId\", \"Status\", Succeeded = new[] { \"ready\" }, Failed = new[] { \"failed\" }", client, StringComparison.Ordinal);
        Assert.Contains("StartsOperation(\"CreateJob\", \"GetJobAsync\", \"Id\")", client, StringComparison.Ordinal);

        File.Delete(Overlay);
        author.SetClient("");
    }

    private static string WithoutVocabulary()
    {
        string document = AuthorFolder.JobsDocument.ReplaceLineEndings("\n");
        document = document.Replace("      x-long-running-operation: { name: Run, monitor: getJob, id: $response.body#/_id }\n", "", StringComparison.Ordinal);
        int from = document.IndexOf("      x-operation-monitor:", StringComparison.Ordinal);
        return document.Remove(from, document.IndexOf("      parameters:", from, StringComparison.Ordinal) - from);
    }

    private static IEnumerable<string> Findings(BuildResult result) => result.Log.Where(static line => line.Contains(" LRO3", StringComparison.Ordinal));
}
