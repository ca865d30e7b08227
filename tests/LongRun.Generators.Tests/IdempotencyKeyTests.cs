namespace LongRun.Generators.Tests;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("Request request, [IdempotencyKey] string? key = null", "Request request, [global::LongRun.Annotations.IdempotencyKey] string? key = null", "string keyed = string.IsNullOrEmpty(key) ? global::System.Guid.NewGuid().ToString() : key;")]
    [InlineData("[IdempotencyKey] string key, Request request", "Request request, [global::LongRun.Annotations.IdempotencyKey] string? key = null", "_ => client.GoAsync(keyed, request), keyed, cancellationToken)")]
    [InlineData("[IdempotencyKey] Guid key, Request request", "Request request, [global::LongRun.Annotations.IdempotencyKey] global::System.Guid? key = null", "global::System.Guid keyed = key.GetValueOrDefault() == default ? global::System.Guid.NewGuid() : key.GetValueOrDefault();")]
    [InlineData("Request request, [IdempotencyKey] Guid? key = null", "[global::LongRun.Annotations.IdempotencyKey] global::System.Guid? key = null", "client.GoAsync(request, keyed), keyed.ToString(), cancellationToken)")]
    [InlineData("string keyed, [IdempotencyKey] string key", "string keyed, [global::LongRun.Annotations.IdempotencyKey] string? key = null", "string keyed_ = ")]
    public void A_parameter_may_always_be_left_out_and_is_filled(string parameters, string declared, string code)
    {
        string text = Run(parameters).AssertClean().Text("ClientOperationExtensions.g.cs");

        Assert.Contains(declared, text, StringComparison.Ordinal);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains("a call whose answer was lost is repeated a few times", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keyed request", "keyed = new global::Keyed\n            {\n                Text = request.Text,\n                Name = request.Name,\n                Key = global::System.Guid.NewGuid().ToString(),\n            };")]
    [InlineData("KeyedRecord request", "keyed = request with { Key = global::System.Guid.NewGuid() };")]
    [InlineData("Keyed? request = null", "client.GoAsync(keyed), keyed?.Key, cancellationToken)")]
    [InlineData("KeyedRecord request", "keyed?.Key?.ToString(), cancellationToken)")]
    public void A_member_is_filled_in_a_copy(string parameters, string code) =>
        Assert.Contains(code, Run(parameters).AssertClean().Text("ClientOperationExtensions.g.cs"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[IdempotencyKey] int key", "A start whose answer was lost is not repeated by 'GoAsync', because its idempotency key 'key' cannot be filled: it is neither a string nor a Guid")]
    [InlineData("Closed request", "A start whose answer was lost is not repeated by 'GoAsync', because its idempotency key 'request.Key' cannot be filled: it cannot be set")]
    [InlineData("Unmade request", "A start whose answer was lost is not repeated by 'GoAsync', because its idempotency key 'request.Key' cannot be filled: Unmade has no constructor without parameters, so it cannot be copied")]
    [InlineData("Numbered request", "A start whose answer was lost is not repeated by 'GoAsync', because its idempotency key 'request.Key' cannot be filled: it is neither a string nor a Guid")]
    [InlineData("Small request", "A start whose answer was lost is not repeated by 'GoAsync', because its idempotency key 'request.Key' cannot be filled: Small is no class")]
    public void A_key_that_cannot_be_filled_is_told_and_the_start_is_sent_once(string parameters, string message)
    {
        GeneratorRun run = Run(parameters);

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("LROG017", message), (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("a call whose answer was lost is not repeated", run.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    private static GeneratorRun Run(string parameters) => GeneratorRun.Of($$"""
        #pragma warning disable CS1591
        {{Sources.Job}}

        public class Request { public string? Name { get; set; } }
        public class Base { public string? Name { get; init; } public int Count => 1; }
        public class Keyed : Base { [IdempotencyKey] public string? Key { get; set; } public required string Text { get; set; } }
        public record KeyedRecord(string Text) { [IdempotencyKey] public Guid? Key { get; init; } }
        public class Closed { [IdempotencyKey] public string? Key { get; } }
        public class Unmade { public Unmade(int x) { } [IdempotencyKey] public string? Key { get; set; } }
        public class Numbered { [IdempotencyKey] public int Key { get; set; } }
        public struct Small { [IdempotencyKey] public string? Key { get; set; } }

        public interface IClient
        {
            [StartsOperation("Go", "GetAsync", "Id")]
            Task<Job> GoAsync({{parameters}});

            {{Sources.JobMonitor}}
        }
        """);
}
