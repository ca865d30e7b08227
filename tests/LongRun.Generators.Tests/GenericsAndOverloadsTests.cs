using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>What tells one method or type from another of its name is kept.</summary>
public sealed class GenericsAndOverloadsTests
{
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

            {{Sources.Job}}

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
    public void Overloads_of_a_raw_call_are_overloads_of_the_start_and_a_status_call_never_binds_to_another()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

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
}
