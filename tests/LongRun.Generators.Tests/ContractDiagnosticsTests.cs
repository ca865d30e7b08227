using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Mistakes in a contract are told at the attribute, and everything else is emitted all the same.</summary>
public sealed class ContractDiagnosticsTests
{
    private const string Answers = """

        public class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; public List<int> Parts { get; set; } = new(); public Phase Phase { get; set; } }
        public enum Phase { Running, Done }
        """;

    private const string Monitor = """[OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })] Task<Job> GetAsync(string id);""";

    [Theory]
    [InlineData("LROG001", """[StartsOperation("Run", "GetIt", "Id")] Task<Job> RunAsync();""", "'GetIt' is no method of IClient with [OperationMonitor]; it has GetAsync")]
    [InlineData("LROG003", """[StartsOperation("Run", nameof(GetAsync), "id")] Task<Job> RunAsync();""", "did you mean 'Id'?")]
    [InlineData("LROG003", """[StartsOperation("Run", nameof(GetAsync), "Id.Nothing")] Task<Job> RunAsync();""", "string has no readable member 'Nothing'; it has Length")]
    [InlineData("LROG004", """[StartsOperation("Run", nameof(GetAsync), "Parts")] Task<Job> RunAsync();""", "List<int>, which cannot be read as a text")]
    [InlineData("LROG004", """[StartsOperation("Run", nameof(GetAsync), "Phase")] Task<Job> RunAsync();""", "cannot be read as an id")]
    [InlineData("LROG005", """[StartsOperation("Run", nameof(GetAsync), "Id")] Task RunAsync();""", "must return Task<T> or ValueTask<T>")]
    [InlineData("LROG005", """[StartsOperation("Run", nameof(GetAsync), "Id")] Job Run();""", "must return Task<T> or ValueTask<T>")]
    [InlineData("LROG008", """[StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync(ref int x);""", "because of 'x'")]
    [InlineData("LROG008", """[StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync(ReadOnlySpan<byte> x);""", "because of 'x'")]
    [InlineData("LROG009", """[StartsOperation("Run it", nameof(GetAsync), "Id")] Task<Job> RunAsync();""", "'Run it' cannot be part of a C# name")]
    [InlineData("LROG005", """[OperationMonitor("X", "id", "", Succeeded = new[] { "done" })] Task<int> XAsync(string id);""", "'int' is not known to be a class")]
    [InlineData("LROG006", """[OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })] Task<Job> XAsync(string id);""", "'RunningOperation' would be emitted twice in IClient")]
    [InlineData("LROG007", """[OperationMonitor("X", "key", "Status", Succeeded = new[] { "done" })] Task<Job> XAsync(string id);""", "'key', does not exist; there is id")]
    [InlineData("LROG007", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" })] Task<Job> XAsync(Job id);""", "is neither a string nor")]
    [InlineData("LROG008", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" })] Task<Job> XAsync(string id, Job area);""", "because of 'area'")]
    [InlineData("LROG008", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" })] Task<Job> XAsync<T>(string id);""", "because of 'T'")]
    [InlineData("LROG011", """[OperationMonitor("X", "id", "Status")] Task<Job> XAsync(string id);""", "Succeeded names no status")]
    [InlineData("LROG011", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" }, Failed = new[] { "bad", "done" })] Task<Job> XAsync(string id);""", "'done' is listed as success and as failure")]
    [InlineData("LROG012", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" }, MinDelaySeconds = 0)] Task<Job> XAsync(string id);""", "MinDelaySeconds is 0")]
    [InlineData("LROG012", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" }, MaxDelaySeconds = double.NaN)] Task<Job> XAsync(string id);""", "MaxDelaySeconds is NaN")]
    [InlineData("LROG012", """[OperationMonitor("X", "id", "Status", Succeeded = new[] { "done" }, MaxWaitTimeSeconds = -1)] Task<Job> XAsync(string id);""", "MaxWaitTimeSeconds is -1")]
    [InlineData("LROG013", """[OperationMonitor("X", "id", "Phase", Succeeded = new[] { "done" }, Failed = new[] { "broken" })] Task<Job> XAsync(string id);""", "stands for the status 'broken'")]
    public void A_mistake_is_told_at_its_attribute_and_the_rest_is_emitted(string id, string member, string message)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            public interface IClient
            {
                {{Monitor}}
                {{member}}
            }
            {{Answers}}
            """);

        Diagnostic diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal("Client.cs", place.Path);
        Assert.Equal(3, place.StartLinePosition.Line);
        Assert.Equal(5, place.StartLinePosition.Character);
        Assert.Contains("ResumeRunning", run.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("Percentage", "Statu", "LROG003")]
    [InlineData("Percentage", "Parts", "LROG004")]
    [InlineData("EstimatedCompletion", "Phase", "LROG004")]
    [InlineData("ExpiresAt", "Phase", "LROG004")]
    [InlineData("RemainingSeconds", "Id.Chars", "LROG003")]
    public void A_mistake_in_an_optional_path_costs_that_path_only(string argument, string path, string id)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            public interface IClient
            {
                [OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" }, {{argument}} = "{{path}}")] Task<Job> GetAsync(string id);
            }
            {{Answers}}
            """);

        Assert.Equal(id, Assert.Single(run.Result.Diagnostics).Id);
        Assert.Contains("Status = value.Status,", run.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain(argument + " =", run.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_of_a_monitor_with_a_mistake_is_left_out_without_a_second_message()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            public interface IClient
            {
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();
                [OperationMonitor("Running", "id", "Nothing", Succeeded = new[] { "done" })] Task<Job> GetAsync(string id);
            }
            {{Answers}}
            """);

        Assert.Equal("LROG003", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void A_start_that_could_mean_two_monitors_is_refused()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            public interface IClient
            {
                {{Monitor}}
                [OperationMonitor("Walking", "id", "Status", Succeeded = new[] { "done" })] Task<Job> GetAsync(int id);
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();
            }
            {{Answers}}
            """);

        Assert.Equal("LROG002", Assert.Single(run.Result.Diagnostics).Id);
    }

    [Fact]
    public void Two_starts_of_one_name_that_nothing_tells_apart_are_one_too_many()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            public interface IClient
            {
                {{Monitor}}
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync(string? a);
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> GoAsync(string b, CancellationToken stop);
            }
            {{Answers}}
            """);

        Diagnostic diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("LROG006", diagnostic.Id);
        Assert.Equal(4, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Single(run.Type("ClientOperationExtensions").GetMembers("StartRunAsync"));
    }

    [Fact]
    public void Two_clients_of_a_namespace_cannot_emit_the_same_type()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            [MediaRequirements("A")] public interface IOne { {{Monitor}} }
            [MediaRequirements("B")] public interface ITwo { {{Monitor}} }
            {{Answers}}
            """);

        Assert.Equal(["LROG006", "LROG006"], run.Result.Diagnostics.Select(static d => d.Id));
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("class Outer { private interface IClient { MONITOR } }")]
    [InlineData("file interface IClient { MONITOR }")]
    [InlineData("public class Client { [OperationMonitor(\"Running\", \"id\", \"Status\", Succeeded = new[] { \"done\" })] private Task<Job> GetAsync(string id) => null!; }")]
    [InlineData("class Outer { [MediaRequirements(\"A\")] private interface IClient { } }")]
    public void What_emitted_code_cannot_reach_is_refused(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source.Replace("MONITOR", Monitor, StringComparison.Ordinal) + Answers);

        Assert.Equal("LROG010", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Theory]
    [InlineData("""[MediaRequirements("Good"), MediaRequirements("Good")]""")]
    [InlineData("""[MediaRequirements("Good"), MediaRequirements("All")]""")]
    [InlineData("""[MediaRequirements("Good"), MediaRequirements("VideoRequirements")]""")]
    [InlineData("""[MediaRequirements("Good"), MediaRequirements("no name")]""")]
    public void A_media_profile_that_cannot_be_a_property_is_left_out(string attributes)
    {
        GeneratorRun run = GeneratorRun.Of($"{attributes} public interface IClient {{ }}");

        Assert.Equal("LROG014", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Single(run.Type("VideoRequirements").GetMembers("Good"));
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_type_that_does_not_exist_is_the_compilers_to_tell()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public interface IClient
            {
                [OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })] Task<Missing> GetAsync(string id);
            }
            """);

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Every_kind_of_problem_has_an_id_of_its_own()
    {
        Assert.Equal(Enum.GetValues<Model.ProblemKind>().Length, Descriptors().Select(static d => d.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("ListMethod = \"ListAsync\", ListItems = \"Items\", ListId = \"Id\"", "", "has no such method")]
    [InlineData("ListMethod = \"ListAsync\", ListItems = \"Items\", ListId = \"Id\"", "/// <summary>Lists.</summary>\n Task<Page> ListAsync(string folder);", "has parameters for which there is nothing to give")]
    [InlineData("ListMethod = \"ListAsync\", ListItems = \"Things\", ListId = \"Id\"", "/// <summary>Lists.</summary>\n Task<Page> ListAsync();", "it has Items")]
    [InlineData("ListMethod = \"ListAsync\", ListItems = \"Items\"", "/// <summary>Lists.</summary>\n Task<Page> ListAsync();", "nothing says where an item's id is")]
    public void A_list_that_cannot_be_watched_costs_only_the_watcher(string list, string method, string reason)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

            /// <summary>Page.</summary>
            public class Page
            {
                /// <summary>Items.</summary>
                public Job[] Items { get; set; } = [];
            }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Looks.</summary>
                [OperationMonitor("Run", "id", "Status", Succeeded = new[] { "done" }, {{list}})]
                Task<Job> GetAsync(string id);

                {{method}}
            }
            """);

        Diagnostic problem = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("LROG015", problem.Id);
        Assert.Contains(reason, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(run.Result.GeneratedSources, static s => s.HintName == "N.RunOperation.g.cs");
        Assert.DoesNotContain(run.Result.GeneratedSources, static s => s.HintName == "N.RunWatcher.g.cs");
    }

    [Fact]
    public void Every_problem_links_to_its_paragraph_on_the_page()
    {
        string[] page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Pages", "README.md"));

        Assert.All(Descriptors(), d =>
        {
            // The anchor of a heading is its text in lower case.
            Assert.Equal($"https://github.com/longrun/longrun/blob/main/generators/LongRun.Generators/README.md#{d.Id.ToLowerInvariant()}", d.HelpLinkUri);
            int heading = Array.IndexOf(page, $"## {d.Id}");
            Assert.True(heading >= 0, $"{d.Id} has no heading.");
            Assert.StartsWith($"{d.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}. ", page[heading + 2], StringComparison.Ordinal);
        });
        Assert.Equal(Descriptors().Count(), page.Count(static l => l.StartsWith("## LROG", StringComparison.Ordinal)));
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => typeof(ContractDiagnostics)
        .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
        .Select(static f => f.GetValue(null))
        .OfType<DiagnosticDescriptor>();
}
