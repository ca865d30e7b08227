namespace LongRun.Generators.Tests;

public sealed class ThenTests
{
    [Theory]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=Id" }""", "Task<Job> GoAsync(string jobId, string index, int? size = null, CancellationToken stop = default)",
        "ThenGo(string index, int? size = null) => new(\n        this,\n        global::SecondOperation.StatusMonitor,\n        async (value, token) => await _client.StartGoAsync(\n            jobId: value.Id,\n            index: index,\n            size: size,\n            cancellationToken: token).ConfigureAwait(false));")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=" }""", "Task<Job> GoAsync(string jobId)", "jobId: Id,")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId = Link" }""", "Task<Job> GoAsync(string jobId)", "jobId: value.Link ?? throw new global::System.InvalidOperationException(\"The answer of GetAsync tells of success and holds nothing at 'Link', which Go takes.\"),")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "count=Count" }""", "Task<Job> GoAsync(long count)", "count: value.Count ?? throw")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "value=Id" }""", "Task<Job> GoAsync(string value, string token)", "value: value_.Id,\n            token: token,\n            cancellationToken: token_)")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "request.JobId=Id" }""", "Task<Job> GoAsync(Request request, string name)",
        "ThenGo([global::LongRun.Annotations.TextConstraint(MinLength = 1)] string index, string name, string? name_ = null) => new(")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "request.JobId=Id" }""", "Task<Job> GoAsync(Request request)",
        "request: new global::Request\n            {\n                JobId = value.Id,\n                Index = index,\n                Name = name,\n            },\n            cancellationToken: token)")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=Id" }""", "Task<Job> GoAsync(string jobId, [IdempotencyKey] string? key = null)", "ThenGo() => new(")]
    [InlineData("""ThenMonitor = "LookAsync" """, "Task<Job> GoAsync()", "ThenSecond() => new(\n        this,\n        global::SecondOperation.StatusMonitor,\n        (_, _) => global::System.Threading.Tasks.Task.FromResult<global::LongRun.Operation<global::Job>>(new global::SecondOperation(_client, Id, justStarted: true)));")]
    public void A_job_that_follows_gives_the_first_handle_a_method(string argument, string start, string code) =>
        Assert.Contains(code, Run(argument, start).AssertClean().Text("FirstOperation.g.cs"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=" }""", "jobId: global::LongRun.OperationId.Part(Id, 1, 2),\n            indexId: indexId,")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=", "indexId=@indexId" }""", "indexId: global::LongRun.OperationId.Part(Id, 0, 2),")]
    public void A_job_that_is_part_of_something_gives_what_its_id_holds(string argument, string code) =>
        Assert.Contains(code, Run(argument, "Task<Job> GoAsync(string jobId, string indexId)", "string indexId, string id").AssertClean().Text("FirstOperation.g.cs"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=@area" }""", "'GoAsync' cannot follow the job of 'GetAsync': '@area' is no part of the job's id")]
    [InlineData("""ThenMonitor = "LookAsync" """, "'LookAsync' cannot follow the job of 'GetAsync': its id has other parts than this one's")]
    public void A_part_that_is_not_there_is_told(string argument, string message) =>
        Assert.Equal(message, Assert.Single(Run(argument, "Task<Job> GoAsync(string jobId)", "string indexId, string id").Result.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("""ThenMethod = "Went" """, "Task<Job> GoAsync()", "'Went' cannot follow the job of 'GetAsync': it is no method of the client with [StartsOperation], or not the only one of that name")]
    [InlineData("""ThenMonitor = "GoAsync" """, "Task<Job> GoAsync()", "'GoAsync' cannot follow the job of 'GetAsync': it is no method of the client with [OperationMonitor], or not the only one of that name")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId" }""", "Task<Job> GoAsync(string jobId)", "'GoAsync' cannot follow the job of 'GetAsync': 'jobId' is not of the form 'parameter=Path' or 'parameter.Member=Path', or says it twice")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "job=Id" }""", "Task<Job> GoAsync(string jobId)", "'GoAsync' cannot follow the job of 'GetAsync': it takes no 'job'")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "count=Status" }""", "Task<Job> GoAsync(int count)", "'GoAsync' cannot follow the job of 'GetAsync': 'Status' is no int")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "count=" }""", "Task<Job> GoAsync(int count)", "'GoAsync' cannot follow the job of 'GetAsync': the id of a job is a text")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "jobId=Nothing" }""", "Task<Job> GoAsync(string jobId)", "The path 'Nothing' does not resolve: Job has no readable member 'Nothing'; it has Count, Id, Link, Status")]
    [InlineData("""ThenMethod = "GoAsync", ThenArguments = new[] { "request.JobId=Id" }""", "Task<Job> GoAsync(Positional request)", "'GoAsync' cannot follow the job of 'GetAsync': Positional has no constructor without parameters, so no request can be made of its members")]
    [InlineData("""ThenMethod = "GoAsync" """, "Task<Job> GoAsync<T>(T request)", "'GoAsync' cannot follow the job of 'GetAsync': nothing says what its type parameters are")]
    public void Jobs_that_cannot_be_chained_are_told_and_the_rest_is_emitted(string argument, string start, string message)
    {
        GeneratorRun run = Run(argument, start);

        Assert.Equal(message, Assert.Single(run.Result.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain("ChainedOperation", run.AllText(), StringComparison.Ordinal);
        Assert.Contains("ResumeFirst", run.AllText(), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string argument, string start, string parameters = "string id") => GeneratorRun.Of($$"""
        #pragma warning disable CS1591
        public class Job { public string Id { get; set; } = ""; public string Status { get; set; } = ""; public string? Link { get; set; } public int? Count { get; set; } }
        public class Request { public required string JobId { get; set; } [TextConstraint(MinLength = 1)] public required string Index { get; init; } public string? Name { get; set; } public int Size { get; set; } = 5; }
        public record Positional(string JobId);

        public interface IClient
        {
            [OperationMonitor("First", "id", "Status", Succeeded = new[] { "done" }, {{argument}})]
            Task<Job> GetAsync({{parameters}});

            [OperationMonitor("Second", "id", "Status", Succeeded = new[] { "done" })]
            Task<Job> LookAsync(string id);

            [StartsOperation("Go", "LookAsync", "Id")]
            {{start}};
        }
        """);
}
