namespace LongRun.Generators.Tests;

public sealed class CancelTests
{
    [Theory]
    [InlineData("Task StopAsync(string id)", "_client.StopAsync(id: Id);")]
    [InlineData("Task<Job> StopAsync(bool now = false, string id = \"\", CancellationToken stop = default)", "_client.StopAsync(id: Id, stop: cancellationToken);")]
    [InlineData("ValueTask StopAsync(Guid job, params int[] parts)", "_client.StopAsync(job: global::System.Guid.Parse(Id, global::System.Globalization.CultureInfo.InvariantCulture)).AsTask();")]
    public void A_method_that_takes_the_id_gives_the_handle_CancelAsync(string method, string call)
    {
        GeneratorRun run = Run(method, "StopAsync").AssertClean();

        Assert.Contains("public global::System.Threading.Tasks.Task CancelAsync(global::System.Threading.CancellationToken cancellationToken = default) =>\n        " + call, run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task StopAsync(string id)", "HaltAsync", "The CancelMethod of 'GetAsync', 'HaltAsync', cannot be called for a job: IClient has no such method")]
    [InlineData("void StopAsync(string id)", "StopAsync", "The CancelMethod of 'GetAsync', 'StopAsync', cannot be called for a job: it must return a task, and may not be generic")]
    [InlineData("Task StopAsync<T>(string id)", "StopAsync", "The CancelMethod of 'GetAsync', 'StopAsync', cannot be called for a job: it must return a task, and may not be generic")]
    [InlineData("Task StopAsync()", "StopAsync", "The CancelMethod of 'GetAsync', 'StopAsync', cannot be called for a job: it has no parameter 'id', and not exactly one that must be given")]
    [InlineData("Task StopAsync(string id, string why)", "StopAsync", "The CancelMethod of 'GetAsync', 'StopAsync', cannot be called for a job: there is nothing but the job's id to give, and 'why' must be given too")]
    [InlineData("Task StopAsync(Job id)", "StopAsync", "The CancelMethod of 'GetAsync', 'StopAsync', cannot be called for a job: 'id' is neither a string nor of a type with a static Parse(string, IFormatProvider)")]
    public void A_method_that_cannot_be_called_is_told_and_the_rest_is_emitted(string method, string name, string message)
    {
        GeneratorRun run = Run(method, name);

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("LROG016", message), (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("CancelAsync", run.AllText(), StringComparison.Ordinal);
        Assert.Contains("ResumeRun", run.AllText(), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string method, string name) => GeneratorRun.Of($$"""
        {{Sources.Job}}

        /// <summary>Client.</summary>
        public interface IClient
        {
            /// <summary>Looks.</summary>
            [OperationMonitor("Run", "id", "Status", Succeeded = new[] { "done" }, CancelMethod = "{{name}}")]
            Task<Job> GetAsync(string id);

            /// <summary>Stops.</summary>
            {{method}};
        }
        """);
}
