using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Emitted code stands where the client stands, and is seen by whoever sees the client.</summary>
public sealed class AccessibilityTests
{
    [Fact]
    public void A_client_in_the_global_namespace_gets_its_operations_there()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            {{Sources.Job}}

            /// <summary>Client.</summary>
            [MediaRequirements("Small", MaxWidth = 640)]
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")] Task<Job> RunAsync();

            {{Sources.JobMonitor}}
            }
            """).AssertClean();

        Assert.Equal(["ClientOperationExtensions.g.cs", "RunOperation.g.cs", "VideoRequirements.g.cs"], run.Result.GeneratedSources.Select(static s => s.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_internal_client_gets_internal_operations_and_a_nested_one_the_names_of_its_outer_types()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

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

                {{Sources.JobMonitor}}
                }
            }
            """).AssertClean();

        Assert.Equal(Accessibility.Internal, run.Type("N.HidingOperation").DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, run.Type("N.HiddenOperationExtensions").DeclaredAccessibility);
        Assert.Equal(Accessibility.Public, run.Type("N.OuterClientOperationExtensions").DeclaredAccessibility);
    }

    [Fact]
    public void A_class_without_an_annotated_interface_is_a_client_too()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

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
        Assert.Equal(Accessibility.Internal, run.Method("N.ClientOperationExtensions", "StartRunAsync").DeclaredAccessibility);
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
}
