using System.Text;

namespace LongRun.Build.Tests;

public sealed class GenerationTests(AuthorFolder author) : IClassFixture<AuthorFolder>
{
    private const int BothTools = 2;

    [Fact]
    public void A_first_build_for_two_frameworks_runs_each_tool_once_and_the_second_none()
    {
        author.Reset();
        Assert.Equal(BothTools, author.Run("build", "One/One.csproj", "--no-restore", "-m:2").Succeeded().ToolRuns);
        Assert.True(File.Exists(author.Assembly));
        Assert.True(File.Exists(author.Assembly.Replace("net10.0", "net8.0", StringComparison.Ordinal)));

        // Without the outputs the compiler has to run, and it has to be given the files of the first build.
        author.Remove("One/bin");
        author.Remove("One/obj/Debug");
        author.Remove("One/obj/Release");
        Assert.Equal(0, author.Run("build", "One/One.csproj", "--no-restore", "-m:2").Succeeded().ToolRuns);
        Assert.Contains("AcmeJsonContext", Encoding.UTF8.GetString(File.ReadAllBytes(author.Assembly)), StringComparison.Ordinal);
        Assert.True(File.Exists(author.ClientPath));
    }

    [Fact]
    public void Only_a_changed_document_runs_the_tools_again()
    {
        author.Reset();
        author.Build().Succeeded();
        author.Write("One/Use.cs", File.ReadAllText(author.At("One/Use.cs")).Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);

        author.SetDocument(AuthorFolder.JobsDocument.Replace("operationId: createJob", "operationId: startJob", StringComparison.Ordinal));
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
        Assert.Contains("StartJobAsync", File.ReadAllText(author.ClientPath), StringComparison.Ordinal);
        Assert.Equal(0, author.Build().Succeeded().ToolRuns);
    }

    /// <summary>Whoever takes a newer package gets files that may have been made before the client was.</summary>
    [Fact]
    public void Another_version_of_the_tools_makes_the_client_anew_though_its_files_are_older()
    {
        author.Reset();
        author.Build().Succeeded();
        string other = author.CopyOfTheCompiler(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(BothTools, author.Build($"-p:LongRunSpecCompiler={other}").Succeeded().ToolRuns);
        Assert.Equal(0, author.Build($"-p:LongRunSpecCompiler={other}").Succeeded().ToolRuns);
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
    }

    [Fact]
    public void Clean_removes_the_generated_files_and_the_next_build_makes_them_again()
    {
        author.Reset();
        author.Build().Succeeded();
        author.Run("clean", "One/One.csproj", "-f", "net10.0").Succeeded();
        Assert.False(File.Exists(author.ClientPath));
        Assert.False(File.Exists(author.ContextPath));
        Assert.Empty(Directory.GetFiles(author.At("One/obj/openapi")));

        // Each framework cleans and builds, side by side: none may delete what the other has just made.
        Assert.Equal(BothTools, author.Run("build", "One/One.csproj", "--no-restore", "-t:Rebuild", "-m:2").Succeeded().ToolRuns);
    }

    [Fact]
    public void Deleting_obj_alone_makes_the_client_again()
    {
        author.Reset();
        author.Build().Succeeded();
        author.Remove("One/obj");
        author.Restore();
        Assert.Equal(BothTools, author.Build().Succeeded().ToolRuns);
    }

    [Fact]
    public void Packing_makes_the_client_once_for_both_frameworks()
    {
        author.Reset();
        Assert.Equal(BothTools, author.Run("pack", "One/One.csproj", "--no-restore").Succeeded().ToolRuns);
        Assert.Single(Directory.GetFiles(author.At("One/bin"), "*.nupkg", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("succeeded: [ready]", "succeeded: [redy]", 18, 21, "LRO3004", "'redy' is not a status of JobStatus; did you mean 'ready'?")]
    [InlineData("operationId: getJob", "operationId: *getJob", 13, 20, "LRO3001", "The document is not valid YAML or JSON: the alias '*getJob' has no anchor before it.")]
    public void A_broken_document_is_one_error_at_its_place_and_the_last_good_client_stays(string good, string bad, int line, int column, string id, string message)
    {
        author.Reset();
        author.Build().Succeeded();
        byte[] client = File.ReadAllBytes(author.ClientPath);
        byte[] context = File.ReadAllBytes(author.ContextPath);

        author.SetDocument(AuthorFolder.JobsDocument.Replace(good, bad, StringComparison.Ordinal));
        BuildResult broken = author.Build();
        Assert.NotEqual(0, broken.ExitCode);
        string error = Assert.Single(broken.Errors);
        Assert.Equal($"error {author.DocumentPath}({line},{column}) {id}: {message}", error);
        Assert.Equal(client, File.ReadAllBytes(author.ClientPath));
        Assert.Equal(context, File.ReadAllBytes(author.ContextPath));

        author.SetDocument(AuthorFolder.JobsDocument);
        author.Build().Succeeded();
        Assert.Equal(client, File.ReadAllBytes(author.ClientPath));
    }

    [Fact]
    public void A_broken_document_is_reported_once_though_two_frameworks_need_it()
    {
        author.Reset();
        author.SetDocument("openapi: 3.0.3\n");
        BuildResult broken = author.Run("build", "One/One.csproj", "--no-restore", "-m:2");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Equal([$"error {author.DocumentPath}(1,1) LRO3001: The document has no 'paths'."], broken.Errors);
    }

    [Fact]
    public void A_design_time_build_gives_the_generated_files_to_the_compiler()
    {
        author.Reset();
        BuildResult result = DesignTimeBuild();
        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(author.ClientPath));
        Assert.Contains("AcmeClient.g.cs", result.Output, StringComparison.Ordinal);
        Assert.Contains("AcmeClient.JsonContext.g.cs", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(author.Assembly));
    }

    [Theory]
    [InlineData("LongRunSpecCompiler")]
    [InlineData("LongRunBuildTasks")]
    public void A_design_time_build_before_the_tools_are_built_does_nothing_and_gives_no_error(string tool)
    {
        author.Reset();
        BuildResult result = DesignTimeBuild($"-p:{tool}={author.At("nowhere.dll")}");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("AcmeClient", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(author.At("One/obj/openapi")));
    }

    [Fact]
    public void Two_projects_build_side_by_side_from_one_document_and_odd_shapes_compile()
    {
        // The older framework: its JSON generator is the more fragile one.
        author.Reset();
        Assert.Equal(3 * BothTools, author.Run("build", "All.slnx", "--no-restore", "-m:2", "-p:TargetFramework=net8.0").Succeeded().ToolRuns);
        Assert.Equal(File.ReadAllText(author.ClientPath), File.ReadAllText(author.At("Two/obj/openapi/AcmeClient.g.cs")));

        string[] lines = File.ReadAllLines(author.At("Two/obj/openapi/OddClient.g.cs"));
        for (int i = 1; i < lines.Length; i++)
        {
            Assert.False(lines[i].Length > 0 && char.IsWhiteSpace(lines[i][^1]), $"line {i + 1} ends in white space");
            Assert.False(lines[i].Length == 0 && (lines[i - 1].Length == 0 || lines[i - 1].TrimStart() == "{"), $"line {i + 1} is a stray blank line");
            Assert.False(lines[i].TrimStart() == "}" && lines[i - 1].Length == 0, $"line {i} is a stray blank line");
        }
    }

    // As an editor asks. A build that prints items loads no logger, so these tests look at files.
    private BuildResult DesignTimeBuild(params string[] arguments) => author.Run(
    [
        "msbuild", "One/One.csproj", "-t:ResolveAssemblyReferences;Compile", "-p:TargetFramework=net10.0", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true",
        "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:Compile", .. arguments,
    ]);
}
