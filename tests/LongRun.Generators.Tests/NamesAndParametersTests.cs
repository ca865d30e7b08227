using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Tests;

/// <summary>Names and parameters that clients in the wild have arrive on the start as they are.</summary>
public sealed class NamesAndParametersTests
{
    [Fact]
    public void Default_values_of_every_kind_are_the_same_on_the_start()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

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

            {{Sources.JobMonitor}}
            }
            """).AssertClean();

        IMethodSymbol raw = run.Method("N.IClient", "RunAsync");
        IMethodSymbol start = run.Method("N.ClientOperationExtensions", "StartRunAsync");
        Assert.Equal(raw.Parameters.Select(Describe), start.Parameters.Skip(1).Select(Describe));
        IMethodSymbol wait = run.Method("N.ClientOperationExtensions", "RunAndWaitAsync");
        Assert.Equal(raw.Parameters.SkipLast(1).Select(Describe), wait.Parameters.Skip(1).SkipLast(2).Select(Describe));
        Assert.Equal(["options", "cancellationToken"], wait.Parameters.TakeLast(2).Select(static p => p.Name));
    }

    [Fact]
    public void Names_that_are_keywords_or_that_the_start_needs_itself_do_no_harm()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N.@event.@namespace;

            {{Sources.Job}}

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

        Assert.Equal("@event", run.Method("N.event.namespace.ClientOperationExtensions", "StartRunAsync").Parameters[1].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    [Fact]
    public void A_params_parameter_and_a_token_in_the_middle_keep_their_places_in_the_raw_call()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            namespace N;

            {{Sources.Job}}

            /// <summary>Client.</summary>
            public interface IClient
            {
                /// <summary>Starts.</summary>
                [StartsOperation("Run", nameof(GetAsync), "Id")]
                Task<Job> RunAsync(string name, CancellationToken stop, int count = 1, params string[] tags);

            {{Sources.JobMonitor}}
            }
            """).AssertClean();

        Assert.Contains("client.RunAsync(name, token, count, tags ?? [])", run.AllText(), StringComparison.Ordinal);
        Assert.Equal(["client", "name", "count", "tags", "cancellationToken"], run.Method("N.ClientOperationExtensions", "StartRunAsync").Parameters.Select(static p => p.Name));
    }

    private static string Describe(IParameterSymbol parameter) =>
        $"{parameter.Type.ToDisplayString(NullableFlowState.None)} {parameter.Name} = {(parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue ?? "null" : "required")}";
}
