namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Running statuses that the document does not list are those that the code names, in any form of comparing.</content>
public sealed partial class ResultReadBeforeSuccessTests
{
    [Theory]
    [InlineData("if (job.Status == \"running\") { return; }")]
    [InlineData("if (!(job.Status != \"running\")) { return; }")]
    [InlineData("if (string.Equals(job.Status, \"running\")) { return; }")]
    [InlineData("if (job.Status.Equals(\"running\")) { return; }")]
    [InlineData("if (job.Status is \"running\") { return; }")]
    [InlineData("if (job.Status is not (\"completed\" or \"gone\")) { return; }")]
    [InlineData("if (new[] { \"running\" }.Contains(job.Status)) { return; }")]
    [InlineData("string[] open = [\"running\"]; if (open.Contains(job.Status)) { return; }")]
    [InlineData("switch (job.Status) { case \"running\": return; }")]
    [InlineData("if (job.Status == Statuses.Running) { return; }")]
    public Task Running_excluded_by_its_name(string check) => FileAsync(Exporting(check, isReported: false));

    [Theory]
    [InlineData("")]
    [InlineData("Console.WriteLine(\"running\");")]
    [InlineData("string note = \"running\"; Console.WriteLine(note);")]
    [InlineData("if (job.Id == \"running\") { return; }")]
    [InlineData("if (job.Status == \"running\" && number > 5) { return; }")]
    public Task Running_not_excluded(string check) => FileAsync(Exporting(check, isReported: true));

    [Theory]
    [InlineData("if (work.State is WorkState.Pending) { return; }", true)]
    [InlineData("if (work.State == WorkState.Pending || work.State == WorkState.Running) { return; }", false)]
    [InlineData("if (work.State is WorkState.Pending or WorkState.Running) { return; }", false)]
    [InlineData("if (work.State != WorkState.Succeeded) { return; }", false)]
    [InlineData("", true)]
    public Task Members_of_an_enum(string check, bool isReported) => FileAsync($$"""
        public enum WorkState { Pending, Running, Succeeded, Failed }
        public sealed class Work { public string Id { get; set; } = ""; public WorkState State { get; set; } [AvailableWhenSucceeded] public string? Url { get; set; } }
        public interface IWorkApi { [OperationMonitor("Work", "id", nameof(Work.State), Succeeded = new[] { "Succeeded" }, Failed = new[] { "Failed" })] Task<Work> GetAsync(string id); }
        class Program
        {
            async Task RunAsync(IWorkApi api)
            {
                var work = await api.GetAsync("1");
                if (work.State == WorkState.Failed) { return; }
                {{check}}
                Console.WriteLine(work.{{(isReported ? "[|Url|]" : "Url")}}!);
            }
        }
        """);

    private static string Exporting(string check, bool isReported) => $$"""
        public static class Statuses { [StatusValue("running")] public static string Running => "running"; }
        public sealed class Export { public string Id { get; set; } = ""; public string Status { get; set; } = ""; [AvailableWhenSucceeded] public string? Url { get; set; } }
        public interface IExportApi { [OperationMonitor("Export", "id", nameof(Export.Status), Succeeded = new[] { "completed" }, Failed = new[] { "failed" })] Task<Export> GetAsync(string id); }
        class Program
        {
            async Task RunAsync(IExportApi api, int number)
            {
                var job = await api.GetAsync("1");
                if (job.Status == "failed") { return; }
                {{check}}
                Console.WriteLine(job.{{(isReported ? "[|Url|]" : "Url")}}!);
            }
        }
        """;
}
