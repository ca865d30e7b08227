namespace LongRun.Generators.Tests;

public sealed class ResultTests
{
    [Theory]
    [InlineData("Parts", "List<string>?", "global::System.Collections.Generic.List<string>", "value.Parts ?? throw")]
    [InlineData("Parts", "List<string>", "global::System.Collections.Generic.List<string>", "(value.Parts);")]
    [InlineData("Parts.Count", "List<string>?", "int", "value.Parts?.Count ?? throw")]
    [InlineData("Parts", "double?", "double", "value.Parts ?? throw")]
    public void A_part_of_the_answer_is_the_result(string path, string type, string result, string reading)
    {
        GeneratorRun run = Run($"Result = \"{path}\"", type, "").AssertClean();

        Assert.Contains($"class RunOperation : global::LongRun.Operation<global::Job, {result}>", run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
        Assert.Contains(reading, run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
        Assert.Contains($"async global::System.Threading.Tasks.Task<{result}> GoAndWaitAsync", run.Text("ClientOperationExtensions.g.cs"), StringComparison.Ordinal);
        Assert.Contains("return await operation.WaitForResultAsync(options, cancellationToken)", run.Text("ClientOperationExtensions.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task<string> GetOutputAsync(string id);", "_client.GetOutputAsync(id: Id);")]
    [InlineData("ValueTask<string> GetOutputAsync(string id, CancellationToken stop = default);", "_client.GetOutputAsync(id: Id, stop: cancellationToken).AsTask();")]
    [InlineData("ValueTask<string?> GetOutputAsync(string id);", "return await _client.GetOutputAsync(id: Id).ConfigureAwait(false) ?? throw")]
    [InlineData("Task<string?> GetOutputAsync(string id);", "?? throw new global::System.InvalidOperationException(\"The answer of GetOutputAsync is empty.\");")]
    public void A_method_that_takes_the_id_gives_the_result(string method, string call)
    {
        GeneratorRun run = Run("ResultMethod = \"GetOutputAsync\"", "string", method).AssertClean();

        Assert.Contains("Task<string> RetrieveResultAsync(", run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
        Assert.Contains(call, run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string?", "string resultId = value.Parts ?? throw new global::System.InvalidOperationException(\"The answer of GetAsync tells of success and holds nothing at 'Parts', where its result would be.\");")]
    [InlineData("string", "string resultId = value.Parts;")]
    [InlineData("int", "string resultId = value.Parts.ToString(null, global::System.Globalization.CultureInfo.InvariantCulture);")]
    public void A_result_behind_another_id_than_the_jobs_is_asked_for_by_that(string type, string code)
    {
        string text = Run("ResultMethod = \"GetOutputAsync\", ResultId = \"Parts\"", type, "Task<string> GetOutputAsync(string part);").AssertClean().Text("RunOperation.g.cs");

        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains("return _client.GetOutputAsync(part: resultId);", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ResultMethod = \"GetOutputAsync\", ResultId = \"Nothing\"", "Task<string> GetOutputAsync(string id);", "LROG003")]
    [InlineData("Result = \"Nothing\"", "", "LROG003")]
    [InlineData("ResultMethod = \"GetOutputAsync\"", "", "LROG016")]
    [InlineData("ResultMethod = \"GetOutputAsync\"", "Task GetOutputAsync(string id);", "LROG016")]
    [InlineData("ResultMethod = \"GetOutputAsync\"", "Task<string> GetOutputAsync(string id, string part);", "LROG016")]
    public void A_result_that_cannot_be_had_is_told_and_the_answer_of_success_is_given(string argument, string method, string id)
    {
        GeneratorRun run = Run(argument, "string", method);

        Assert.Equal(id, Assert.Single(run.Result.Diagnostics).Id);
        Assert.Contains("class RunOperation : global::LongRun.Operation<global::Job>", run.Text("RunOperation.g.cs"), StringComparison.Ordinal);
        Assert.Contains("Task<global::Job> GoAndWaitAsync", run.AllText(), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string argument, string type, string method) => GeneratorRun.Of($$"""
        /// <summary>Answer.</summary>
        public class Job
        {
            /// <summary>Id.</summary>
            public string Id { get; set; } = "";

            /// <summary>Status.</summary>
            public string Status { get; set; } = "";

            /// <summary>Parts.</summary>
            public {{type}} Parts { get; set; } = default!;
        }

        /// <summary>Client.</summary>
        public interface IClient
        {
            /// <summary>Goes.</summary>
            [StartsOperation("Go", "GetAsync", "Id")]
            Task<Job> GoAsync();

            /// <summary>Looks.</summary>
            [OperationMonitor("Run", "id", "Status", Succeeded = new[] { "done" }, {{argument}})]
            Task<Job> GetAsync(string id);

            {{(method.Length == 0 ? "" : "/// <summary>Gets.</summary>")}}
            {{method}}
        }
        """);
}
