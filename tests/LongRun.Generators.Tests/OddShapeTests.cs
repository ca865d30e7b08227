using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Shapes that clients in the wild have. What is emitted for each compiles without a warning.</summary>
public sealed class OddShapeTests
{
    /// <summary>Answers for clients whose point is elsewhere.</summary>
    private const string Answers = """
        /// <summary>Answer.</summary>
        public class Job
        {
            /// <summary>Id.</summary>
            public string Id { get; set; } = "";

            /// <summary>Status.</summary>
            public string Status { get; set; } = "";
        }
        """;

    private const string Monitor = """
            /// <summary>Looks.</summary>
            [OperationMonitor("Run", "id", "Status", Succeeded = new[] { "done" })]
            Task<Job> GetAsync(string id, CancellationToken cancellationToken = default);
        """;

    [Fact]
    public void A_client_in_the_manner_of_Refit_keeps_the_attributes_of_its_sender_to_itself()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace Shop.Jobs
            {
                /// <summary>Sends.</summary>
                [AttributeUsage(AttributeTargets.Method)] public sealed class PostAttribute(string path) : Attribute { /// <summary>Path.</summary>
                    public string Path => path; }

                /// <summary>Body.</summary>
                [AttributeUsage(AttributeTargets.Parameter)] public sealed class BodyAttribute : Attribute;

                /// <summary>An answer with its head.</summary>
                /// <typeparam name="T">Body.</typeparam>
                public interface IApiResponse<out T>
                {
                    /// <summary>Body.</summary>
                    T? Content { get; }
                }

                {{Answers}}

                /// <summary>Client.</summary>
                public interface IJobsApi
                {
                    /// <summary>Starts.</summary>
                    [Post("/jobs")]
                    [StartsOperation("Render", nameof(GetJob), "Content.Id")]
                    Task<IApiResponse<Job>> PostJob([Body] Job job, [UrlConstraint(Provider = "Tube", Hosts = new[] { "tube.example" })] string source);

                    /// <summary>Looks.</summary>
                    [Post("/jobs/{id}")]
                    [OperationMonitor("Rendering", "id", "Content.Status", Succeeded = new[] { "done" }, Failed = new[] { "dead", "gone" })]
                    Task<IApiResponse<Job>> GetJob(string id);
                }
            }
            """).AssertClean();

        string text = run.AllText();
        Assert.DoesNotContain("Body]", text, StringComparison.Ordinal);
        Assert.Contains("[global::LongRun.Annotations.UrlConstraint(Provider = \"Tube\", Hosts = new string[] { \"tube.example\" })] string source", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Content?.Status,", text, StringComparison.Ordinal);
        Assert.Contains("_ => client.PostJob(job, source)", text, StringComparison.Ordinal);
        Assert.Contains("<c>dead</c> or <c>gone</c> means failure", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_values_of_every_kind_are_the_same_on_the_start()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            /// <summary>Colour.</summary>
            public enum Colour { /// <summary>R.</summary>
                Red = 1, /// <summary>B.</summary>
                @blue = 2 }

            /// <summary>Place.</summary>
            public struct Point { }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")]
                Task<Job> RunAsync(
                    string required,
                    string? nothing = null,
                    string quoted = "a \"b\" \\ \n é {0}",
                    char letter = '\'',
                    bool yes = true,
                    int number = -5,
                    long big = long.MinValue,
                    ulong bigger = ulong.MaxValue,
                    uint whole = 7,
                    byte small = 255,
                    float single = 1.5f,
                    double half = 0.5,
                    double endless = double.PositiveInfinity,
                    double odd = double.NaN,
                    decimal price = 19.90m,
                    int? maybe = 3,
                    int? none = null,
                    Colour colour = Colour.blue,
                    Colour? other = Colour.Red,
                    Colour strange = (Colour)(-9),
                    Point point = default,
                    Guid guid = default,
                    DateTimeOffset when = new(),
                    nint native = 4,
                    List<string?>? list = null,
                    (int Left, string? Right) pair = default,
                    CancellationToken cancellationToken = default);

            {{Monitor}}
            }
            """).AssertClean();

        IMethodSymbol raw = Method(run, "N.IClient", "RunAsync");
        IMethodSymbol start = Method(run, "N.ClientOperationExtensions", "StartRunAsync");
        Assert.Equal(raw.Parameters.Select(Describe), start.Parameters.Skip(1).Select(Describe));
        IMethodSymbol wait = Method(run, "N.ClientOperationExtensions", "RunAndWaitAsync");
        Assert.Equal(raw.Parameters.SkipLast(1).Select(Describe), wait.Parameters.Skip(1).SkipLast(2).Select(Describe));
        Assert.Equal(["options", "cancellationToken"], wait.Parameters.TakeLast(2).Select(static p => p.Name));
    }

    [Fact]
    public void Names_that_are_keywords_or_that_the_start_needs_itself_do_no_harm()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N.@event.@namespace;

            {{Answers}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(@lock), "Id")]
                ValueTask<Job> @do(string @event, int client, int options, int cancellationToken, int token, int answer, int startedId, int operation, int await, CancellationToken stop);

                /// <summary>Looks.</summary>
                [OperationMonitor("event", "class", "Status", Succeeded = new[] { "done" })]
                ValueTask<Job> @lock(string @class, CancellationToken stop);
            }

            /// <summary>Client.</summary>
            public interface ISecond
            {
                /// <summary>Looks.</summary>
                [OperationMonitor("Second", "client", "Status", Succeeded = new[] { "done" })]
                Task<Job> GetAsync(string client);
            }
            """).AssertClean();

        Assert.Equal("@event", Method(run, "N.event.namespace.ClientOperationExtensions", "StartRunAsync").Parameters[1].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    [Fact]
    public void A_client_in_the_global_namespace_gets_its_operations_there()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            {{Answers}}

            /// <summary>Client.</summary>
            [MediaRequirements("Small", MaxWidth = 640)]
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();

            {{Monitor}}
            }
            """).AssertClean();

        Assert.Equal(["ClientOperationExtensions.g.cs", "RunOperation.g.cs", "VideoRequirements.g.cs"], run.Result.GeneratedSources.Select(static s => s.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_internal_client_gets_internal_operations_and_a_nested_one_the_names_of_its_outer_types()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            internal interface IHidden
            {
                [StartsOperation("Hide", nameof(GetAsync), "Id")] Task<Job> RunAsync();
                [OperationMonitor("Hiding", "id", "Status", Succeeded = new[] { "done" })] Task<Job> GetAsync(string id);
            }

            /// <summary>Outer.</summary>
            public static class Outer
            {
                /// <summary>Client.</summary>
                public interface IClient
                {
                    /// <summary>Starts.</summary>
                    [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();

                {{Monitor}}
                }
            }
            """).AssertClean();

        Assert.Equal(Accessibility.Internal, run.Type("N.HidingOperation").DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, run.Type("N.HiddenOperationExtensions").DeclaredAccessibility);
        Assert.Equal(Accessibility.Public, run.Type("N.OuterClientOperationExtensions").DeclaredAccessibility);
    }

    [Fact]
    public void Generic_clients_and_generic_starts_keep_their_type_parameters_and_constraints()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            /// <summary>Status.</summary>
            public interface IHasStatus
            {
                /// <summary>Status.</summary>
                string Status { get; }
            }

            {{Answers}}

            /// <summary>Outer.</summary>
            /// <typeparam name="TKey">Key.</typeparam>
            public class Outer<TKey> where TKey : struct, IEquatable<TKey>
            {
                /// <summary>Client.</summary>
                /// <typeparam name="TJob">Job.</typeparam>
                public interface IClient<TJob> where TJob : class, IHasStatus, new()
                {
                    /// <summary>Starts.</summary>
                    [StartsOperation("Run", nameof(GetAsync), "Id")]
                    Task<Job> RunAsync<TBody, TExtra>(TKey key, TBody body, TExtra? extra = default, CancellationToken cancellationToken = default) where TBody : notnull;

                    /// <summary>Looks.</summary>
                    [OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })]
                    Task<TJob> GetAsync(string id, CancellationToken cancellationToken = default);
                }
            }
            """).AssertClean();

        INamedTypeSymbol operation = run.Type("N.RunningOperation`2");
        Assert.Equal("TJob", operation.BaseType!.TypeArguments[0].Name);
        Assert.True(operation.TypeParameters[1].HasConstructorConstraint);
    }

    [Fact]
    public void Code_without_nullable_annotations_is_read_as_if_anything_may_be_null()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            namespace N;

            /// <summary>Job.</summary>
            public class Job
            {
                /// <summary>Id.</summary>
                public string Id { get; set; }

                /// <summary>State.</summary>
                public State State { get; set; }
            }

            /// <summary>State.</summary>
            public class State
            {
                /// <summary>Name.</summary>
                public string Name { get; set; }

                /// <summary>Share.</summary>
                public int Share { get; set; }
            }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")]
                Task<Job> RunAsync(string name, string extra = null, List<string> more = null);

                /// <summary>Looks.</summary>
                [OperationMonitor("Running", "id", "State.Name", Succeeded = new[] { "done" }, Percentage = "State.Share")]
                Task<Job> GetAsync(string id, string extra = null);
            }
            """,
            NullableContextOptions.Disable).AssertClean();

        Assert.Contains("Status = value.State?.Name,", run.AllText(), StringComparison.Ordinal);
        Assert.Contains("string name, string? extra = null, global::System.Collections.Generic.List<string>? more = null", run.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_params_parameter_and_a_token_in_the_middle_keep_their_places_in_the_raw_call()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")]
                Task<Job> RunAsync(string name, CancellationToken stop, int count = 1, params string[] tags);

            {{Monitor}}
            }
            """).AssertClean();

        Assert.Contains("client.RunAsync(name, token, count, tags ?? [])", run.AllText(), StringComparison.Ordinal);
        Assert.Equal(["client", "name", "count", "tags", "cancellationToken"], Method(run, "N.ClientOperationExtensions", "StartRunAsync").Parameters.Select(static p => p.Name));
    }

    [Fact]
    public void Overloads_of_a_raw_call_are_overloads_of_the_start_and_a_status_call_never_binds_to_another()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync(string name);

                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync(Uri name);

                /// <summary>Not the one.</summary>
                Task<string> GetAsync(string id, CancellationToken cancellationToken);

                /// <summary>Looks.</summary>
                [OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })]
                Task<Job> GetAsync(string id, bool full = false, CancellationToken cancellationToken = default);
            }
            """).AssertClean();

        Assert.Equal(2, run.Type("N.ClientOperationExtensions").GetMembers("StartRunAsync").Length);
        Assert.Contains("_client.GetAsync(Id, false, cancellationToken)", run.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_read_in_every_type_that_can_mean_a_status_a_number_or_a_time()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace N;

            /// <summary>Phase.</summary>
            public enum Phase
            {
                /// <summary>1.</summary>
                [System.Text.Json.Serialization.JsonStringEnumMemberName("in-line")] Waiting,
                /// <summary>2.</summary>
                [System.Runtime.Serialization.EnumMember(Value = "at work")] Working,
                /// <summary>3.</summary>
                AllDone,
                /// <summary>4.</summary>
                Finished = AllDone,
                /// <summary>5.</summary>
                Broken,
            }

            /// <summary>Open.</summary>
            public readonly struct Open
            {
                /// <summary>Text.</summary>
                public string Value => "";
            }

            /// <summary>Answer.</summary>
            public sealed class Answer
            {
                /// <summary>1.</summary>
                public Phase Phase { get; set; }
                /// <summary>2.</summary>
                public Phase? MaybePhase { get; set; }
                /// <summary>3.</summary>
                public Open? Open { get; set; }
                /// <summary>4.</summary>
                public bool? Done { get; set; }
                /// <summary>5.</summary>
                public bool Over { get; set; }
                /// <summary>6.</summary>
                public int Code { get; set; }
                /// <summary>7.</summary>
                public Uri? Link { get; set; }
                /// <summary>8.</summary>
                public decimal Share { get; set; }
                /// <summary>9.</summary>
                public string? ShareText { get; set; }
                /// <summary>10.</summary>
                public long? Count { get; set; }
                /// <summary>11.</summary>
                public TimeSpan? Left { get; set; }
                /// <summary>12.</summary>
                public DateTime When { get; set; }
                /// <summary>13.</summary>
                public DateTime? MaybeWhen { get; set; }
                /// <summary>14.</summary>
                public string? WhenText { get; set; }
                /// <summary>15.</summary>
                public (float Share, string Name)? Pair { get; set; }
                /// <summary>16.</summary>
                public string Field = "";
            }

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>1.</summary>
                [OperationMonitor("A", "id", "Phase", Succeeded = new[] { "all_done" }, Failed = new[] { "Broken" }, FailureReason = "MaybePhase", Percentage = "Share", RemainingSeconds = "Left", EstimatedCompletion = "When")]
                Task<Answer> AAsync(Guid id);
                /// <summary>2.</summary>
                [OperationMonitor("B", "id", "MaybePhase", Succeeded = new[] { "at work" }, Percentage = "ShareText", RemainingSeconds = "Count", EstimatedCompletion = "MaybeWhen")]
                Task<Answer?> BAsync(long id);
                /// <summary>3.</summary>
                [OperationMonitor("C", "id", "Open", Succeeded = new[] { "x" }, Percentage = "Pair.Share", EstimatedCompletion = "WhenText", FailureReason = "Link")]
                ValueTask<Answer?> CAsync(string id);
                /// <summary>4.</summary>
                [OperationMonitor("D", "id", "Done", Succeeded = new[] { "true" }, FailureReason = "Code")]
                Task<Answer> DAsync(string id);
                /// <summary>5.</summary>
                [OperationMonitor("E", "id", "Over", Succeeded = new[] { "true" }, FailureReason = "Field")]
                Task<Answer> EAsync(string id);
                /// <summary>6.</summary>
                [OperationMonitor("F", "id", "", Succeeded = new[] { "done" })]
                Task<string> FAsync(string id);
            }
            """).AssertClean();

        string text = run.AllText();
        Assert.Contains("Status = TextOf(value.Phase),", text, StringComparison.Ordinal);
        Assert.Contains("FailureReason = value.MaybePhase is { } reason ? TextOf(reason) : null,", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.Waiting => \"in-line\",", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.Working => \"at work\",", text, StringComparison.Ordinal);
        Assert.Contains("global::N.Phase.AllDone => \"all_done\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain("global::N.Phase.Finished", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Open?.Value,", text, StringComparison.Ordinal);
        Assert.Contains("Status = value.Over ? \"true\" : \"false\",", text, StringComparison.Ordinal);
        Assert.Contains("Percentage = value.Pair?.Share,", text, StringComparison.Ordinal);
        Assert.Contains("RemainingSeconds = value.Left?.TotalSeconds,", text, StringComparison.Ordinal);
        Assert.Contains("_client.AAsync(global::System.Guid.Parse(Id, global::System.Globalization.CultureInfo.InvariantCulture))", text, StringComparison.Ordinal);
        Assert.Contains("Status = value,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_an_annotated_interface_is_a_client_too()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            /// <summary>Client.</summary>
            public sealed class Client : IDisposable
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")] public Task<Job> RunAsync() => throw new NotSupportedException();

                [OperationMonitor("Running", "id", "Status", Succeeded = new[] { "done" })] internal Task<Job> GetAsync(string id) => throw new NotSupportedException();

                /// <inheritdoc/>
                public void Dispose() { }
            }
            """).AssertClean();

        Assert.Equal(Accessibility.Internal, run.Type("N.RunningOperation").DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, Method(run, "N.ClientOperationExtensions", "StartRunAsync").DeclaredAccessibility);
    }

    [Fact]
    public void An_obsolete_raw_call_gives_an_obsolete_start_and_no_warning_where_it_is_called()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Answers}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [Obsolete("Use another.")]
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();

            {{Monitor}}
            }
            """).AssertClean();

        Assert.Contains(Method(run, "N.ClientOperationExtensions", "StartRunAsync").GetAttributes(), static a => a.AttributeClass!.Name == "ObsoleteAttribute");
        Assert.Contains(Method(run, "N.ClientOperationExtensions", "RunAndWaitAsync").GetAttributes(), static a => a.AttributeClass!.Name == "ObsoleteAttribute");
    }

    [Fact]
    public void An_annotated_extension_method_is_for_the_analyzers_and_emits_nothing()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public static class Extensions
            {
                [StartsOperation("Run", "GetAsync", "Id")] public static Task<string> StartRunAsync(this string client) => throw new NotSupportedException();
            }
            """);

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void A_start_says_that_it_is_one_and_a_wait_does_not()
    {
        GeneratorRun run = GeneratorRun.Of(Sources.TwelveLabs);

        AttributeData attribute = Assert.Single(Method(run, "TwelveLabs.TwelveLabsClientOperationExtensions", "StartUploadFromExternalProviderAsync").GetAttributes());
        Assert.Equal(["UploadFromExternalProvider", "RetrieveTaskAsync", "Id"], attribute.ConstructorArguments.Select(static a => a.Value));
        Assert.Empty(Method(run, "TwelveLabs.TwelveLabsClientOperationExtensions", "UploadFromExternalProviderAndWaitAsync").GetAttributes());
    }

    private static IMethodSymbol Method(GeneratorRun run, string type, string name) => run.Type(type).GetMembers(name).OfType<IMethodSymbol>().Single();

    private static string Describe(IParameterSymbol parameter) =>
        $"{parameter.Type.ToDisplayString(NullableFlowState.None)} {parameter.Name} = {(parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue ?? "null" : "required")}";
}
