using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Waiting;
using LongRun.CodeFixes.Waiting;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Tests.Waiting;

public sealed partial class UnknownStatusTests : RuleTests<UnknownStatus>
{
    protected override string Id => "LRO1009";

    protected override string Mistake => """
        var task = await api.GetTaskAsync(text, stop);
        if (task.Status == [|"Ready"|]) { return; }
        """;

    protected override IEnumerable<MetadataReference> MoreReferences => [References.TwelveLabs];

    protected override string Support => References.OtherClientsSource;

    [Fact]
    public Task Loop_that_waits_for_what_never_comes() => ReportsAsync("""
        var task = await api.CreateTaskAsync(new());
        while (task.Status.Value != [|"completed"|])
        {
            await Task.Delay(1000, stop);
            task = await api.GetTaskAsync(task.Id, stop);
        }
        """);

    [Fact]
    public Task Equals_in_all_its_forms() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        _ = task.Status.Equals([|"READY"|])
            || [|"Ready"|].Equals(task.Status.ToString(), StringComparison.Ordinal)
            || string.Equals(task.Status.Value, [|"succeeded"|], StringComparison.OrdinalIgnoreCase)
            || StringComparer.Ordinal.Equals([|"FAILED"|], task.Status.Value);
        """);

    [Fact]
    public Task Patterns() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        if (task is { Status.Value: "ready" or [|"finished"|] } || task.Status.Value is not ([|"Failed"|] or "canceled")) { return; }
        if ((await api.ListTasksAsync()).Data.ToArray() is [{ Status: { Value: [|"redy"|] } }, ..]) { return; }
        """);

    [Fact]
    public Task Switch_statement_and_expression() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        switch (task.Status.Value)
        {
            case [|"Ready"|]:
            case "failed":
                return;
            case var other when other == [|"cancelled"|]:
                return;
        }
        var step = (task.Status.Value, flag) switch { ([|"queud"|], true) => 1, ("indexing", _) => 2, _ => 3 };
        """);

    [Fact]
    public Task Sets_written_in_place() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        _ = new[] { "ready", [|"Failed"|] }.Contains(task.Status.Value);
        _ = new HashSet<string> { "ready", [|"done"|] }.Contains(task.Status.ToString());
        _ = new List<VideoStatus> { VideoStatus.Ready, new VideoStatus([|"canceld"|]) }.Contains(task.Status);
        """);

    [Fact]
    public Task Sets_with_a_name_are_reported_where_they_are_used() => FileAsync("""
        class Program
        {
            private static readonly string[] Done = ["ready", "Failed"];

            async Task<bool> RunAsync(IVideoApi api)
            {
                HashSet<string> over = ["ready", "stopped"];
                var status = (await api.GetTaskAsync("x")).Status.Value;
                return [|Done|].Contains(status) || [|over|].Contains(status);
            }
        }
        """);

    [Fact]
    public Task Locals_tuples_and_pattern_variables() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        string status = "";
        status = task.Status.Value;
        var (id, second) = (task.Id, task.Status.Value);
        var pair = (Id: id, State: second.Trim());
        if (status == [|"Ready"|] || second == [|"Ready"|] || pair.State == [|"Ready"|]) { return; }
        if (task is { Status.Value: { Length: > 0 } third } && third == [|"Ready"|]) { return; }
        """);

    [Fact]
    public Task Lambdas_on_lists() => ReportsAsync("""
        var page = await api.ListTasksAsync();
        _ = page.Data.Where(t => t.Status == [|"Ready"|]).ToList();
        _ = page.Data.Select(t => t.Status.Value).All(s => s is [|"error"|] or "failed");
        _ = page.Data.Select(t => new { t.Id, State = t.Status.ToString() }).Count(x => x.State == [|"redy"|] && x.Id == "redy");
        _ = from t in page.Data where t.Status == [|"Queued"|] select t.Id;
        _ = page.Data.Select(t => t.Status.Value).Contains([|"Ready"|]);
        foreach (var (id, status) in page.Data.Select(t => (t.Id, t.Status.Value))) { _ = status == [|"Ready"|] && id == "Ready"; }
        """);

    [Fact]
    public Task Local_functions_and_lambdas_that_get_or_give_a_status() => ReportsAsync("""
        async Task<string> NextAsync() => (await api.GetTaskAsync(text)).Status.Value;
        bool IsDone(string status) => status == [|"Ready"|];
        Func<string, bool> isBroken = status => status is [|"Failed"|];
        string now = await NextAsync();
        if (IsDone(now) || isBroken(now) || await NextAsync() == [|"done"|]) { return; }
        """);

    [Fact]
    public Task Starts_handles_and_outcomes() => ReportsAsync("""
        if ((await api.CreateTaskAsync(new())).Status == [|"Queued"|]) { return; }
        var operation = await api.StartUploadAsync(new(), stop);
        if ((await operation.UpdateStatusAsync(stop)).Status == [|"Ready"|] || operation.Current?.Status.Value == [|"Ready"|]) { return; }
        var outcome = await operation.WaitForOutcomeAsync();
        if (outcome.LastValue!.Status == [|"Canceled"|]) { return; }
        """);

    [Fact]
    public Task Constants_are_reported_where_they_are_used() => FileAsync("""
        class Program
        {
            private const string Ready = "redy";
            private static readonly string Failed = "Failed";

            async Task<bool> RunAsync(IVideoApi api)
            {
                const string Queued = "Queued";
                var canceled = "cancelled";
                var task = await api.GetTaskAsync("x");
                return task.Status == [|Ready|] || task.Status == [|Failed|] || task.Status == [|Queued|] || task.Status == [|canceled|]
                    || task.Status == [|nameof(VideoStatus.Ready)|] || task.Status == new VideoStatus([|"re" + "dy"|]);
            }
        }
        """);

    [Fact]
    public Task Statuses_from_elsewhere() => FileAsync("""
        class Program
        {
            private VideoTask? _last;

            bool IsDone(VideoTask task) => task.Status == [|"redy"|];

            bool IsDone(VideoStatus status) => status == [|"redy"|] || status.Value is [|"Failed"|];

            bool IsDone() => _last!.Status == [|"redy"|];

            System.Linq.Expressions.Expression<Func<VideoTask, bool>> Filter => task => task.Status.Value == [|"redy"|];
        }
        """);

    [Fact]
    public Task Lower_and_upper_case() => ReportsAsync("""
        var task = await api.GetTaskAsync(text);
        _ = task.Status.Value.ToLowerInvariant() == [|"Ready"|] || task.Status.Value.ToUpper() is "READY" or [|"failed"|];
        """);

    [Fact]
    public Task Status_or_a_word_instead() => ReportsAsync("""
        VideoTask? task = flag ? await api.GetTaskAsync(text) : null;
        string status = task?.Status.Value ?? "none";
        if (status == "none" || status == [|"None"|]) { return; }
        """);

    [Fact]
    public Task Enum_by_its_text() => ReportsAsync("""
        Clients.IRenderApi renders = null!;
        var job = await renders.GetAsync(text);
        if (job.State.ToString() == [|"done"|] || job.State.ToString() == "Done" || job.State is Clients.RenderState.Done) { return; }
        switch (job.State.ToString().ToUpperInvariant()) { case "DONE": case "ERROR": case [|"FAILED"|]: return; }
        """);

    [Fact]
    public Task Plain_text_in_the_wrong_case_or_with_a_slip() => ReportsAsync("""
        Clients.IExportApi exports = null!;
        var job = await exports.GetAsync(text);
        if (job.Status is [|"Completed"|] or [|"complete"|] or [|"canceled"|] or [|"faield"|] or [|"failled"|]) { return; }
        if (await exports.GetAsync(text) is (_, [|"Completed"|], _)) { return; }
        var (id, status, url) = job;
        if (status == [|"FAILED"|] || id == "FAILED" || (await exports.ListAsync()).Select(j => j.Status).Any(s => s == [|"Cancelled"|])) { return; }
        if ((await exports.StartAsync(text)).Status == [|"Failed"|]) { return; }
        """);

    [Fact]
    public Task Text_at_the_end_of_a_path_and_from_a_closed_list() => ReportsAsync("""
        Clients.IReportApi reports = null!;
        var answer = await reports.GetAsync(text);
        var phase = answer.Content.Phase;
        if (answer.Content.Phase.Name == [|"Finished"|] || phase.Name is [|"Broken"|] || answer is { Content.Phase.Name: [|"finishd"|] }) { return; }
        if ((await reports.GetClosedAsync(text)).Closed is "busy" or [|"running"|]) { return; }
        """);

    [Fact]
    public Task Generated_client() => ReportsAsync("""
        TwelveLabs.ITwelveLabsClient client = null!;
        var task = await client.RetrieveTaskAsync(text, stop);
        if (task.Status == [|"Ready"|] || task.Status == (TwelveLabs.IndexTaskStatus)[|"done"|]) { return; }
        _ = (await client.ListTasksAsync()).Data.Count(t => t.Status.Value is "failed" or [|"error"|]);
        if ((await client.RetrieveEmbeddingTaskStatusAsync(text)).Status == [|"Ready"|]) { return; }
        """);

    [Fact]
    public Task Top_level_program() => ProgramAsync("""
        IVideoApi api = null!;
        again:
        var task = await api.GetTaskAsync("x");
        if (task.Status != [|"Ready"|]) { await Task.Delay(1000); goto again; }
        """);

    [Fact]
    public Task Listed_statuses() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        if (task.Status == "ready" || task.Status.Value is "failed" or "canceled" || task.Status == VideoStatus.Queued || task.Status.Value != VideoStatus.Names.Indexing) { return; }
        switch (task.Status.ToString()) { case "queued": case "indexing": return; }
        TwelveLabs.IndexTask other = null!;
        if (other.Status == "validating" || other.Status == TwelveLabs.IndexTaskStatus.Pending || !other.Status.IsKnown) { return; }
        """);

    [Fact]
    public Task Case_that_does_not_count() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        var how = flag ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _ = task.Status.Value.Equals("READY", StringComparison.OrdinalIgnoreCase)
            || string.Equals("Ready", task.Status.Value, StringComparison.InvariantCultureIgnoreCase)
            || task.Status.Value.Equals("READY", how)
            || StringComparer.OrdinalIgnoreCase.Equals(task.Status.Value, "Failed")
            || new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "READY", "Failed" }.Contains(task.Status.Value)
            || new[] { "READY" }.Contains(task.Status.Value, StringComparer.OrdinalIgnoreCase)
            || task.Status.Value.ToLowerInvariant() == "ready";
        Clients.IPatientApi patients = null!;
        if ((await patients.GetAsync(text)).Mood == "FINE") { return; }
        """);

    [Fact]
    public Task No_status_at_all() => SilentAsync("""
        VideoTask? task = await api.GetTaskAsync(text);
        if (task?.Status.Value is null or "" || task.Status.Value == string.Empty) { return; }
        """);

    [Fact]
    public Task Other_members_and_other_types() => FileAsync("""
        class Order { public string Status { get; set; } = ""; public string State { get; set; } = ""; }

        class Program
        {
            bool Look(Order order, VideoTask task, Clients.ExportJob job, Clients.Envelope<Clients.Report> report, TwelveLabs.EngineName engine) =>
                order.Status == "Ready" || order.State is "Done" || task.Id == "Ready" || task.Reason == "Failed"
                || job.Stage.Status == "Completed" || report.Content.Printer.Name == "Broken" || engine == "marengo9";
        }
        """);

    [Fact]
    public Task Locals_that_may_hold_something_else() => SilentAsync("""
        string status = flag ? text : (await api.GetTaskAsync(text)).Status.Value;
        string later = (await api.GetTaskAsync(text)).Status.Value;
        later = text;
        string changed = (await api.GetTaskAsync(text)).Status.Value;
        void Change(ref string s) => s = "Ready";
        Change(ref changed);
        string louder = (await api.GetTaskAsync(text)).Status.Value;
        louder = louder.ToUpper();
        if (status == "Started" || later == "Ready" || changed == "Ready" || louder == "READY") { return; }
        """);

    [Fact]
    public Task Word_that_stands_for_nothing_seen_yet() => SilentAsync("""
        string last = "starting";
        while (last != "ready")
        {
            if (last == "starting") { Console.WriteLine("The first turn."); }
            last = (await api.GetTaskAsync(text)).Status.Value;
        }
        """);

    [Fact]
    public Task Words_for_people() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        string label = task.Status.Value switch { "ready" => "Ready", "failed" => "Failed", _ => "Busy" };
        string Label(VideoTask t) => t.Status == "ready" ? "Done" : "Busy";
        if (label == "Ready" || Label(task) == "Done" || $"{task.Id}: {task.Status}" == "x: Ready") { return; }
        """);

    [Fact]
    public Task Texts_that_are_no_whole_status() => SilentAsync("""
        var task = await api.GetTaskAsync(text);
        if (task.Status.Value.Contains("Ready") || "READY,FAILED".Contains(task.Status.Value) || task.Status.Value.StartsWith("Fail")) { return; }
        """);

    [Fact]
    public Task Functions_that_others_call_too() => FileAsync("""
        class Program
        {
            static bool IsDone(string status) => status == "Ready";

            async Task RunAsync(IVideoApi api, string[] words)
            {
                var task = await api.GetTaskAsync("x");
                bool Is(string status) => status == "Ready";
                if (IsDone(task.Status.Value) || Is(task.Status.Value) || words.Any(Is)) { return; }
            }
        }
        """);

    [Fact]
    public Task Statuses_that_are_set_and_not_compared() => SilentAsync("""
        var task = new VideoTask { Status = new VideoStatus("paused") };
        task.Status = new VideoStatus("Ready");
        var counts = new Dictionary<string, int> { ["Ready"] = 0 };
        if (counts.TryGetValue(task.Status.Value, out int count) && counts.ContainsKey("Ready")) { return; }
        """);

    [Fact]
    public Task Running_statuses_that_the_document_does_not_list() => SilentAsync("""
        Clients.IExportApi exports = null!;
        var job = await exports.GetAsync(text);
        if (job.Status is "processing" or "queued" or "done" or "sailed" or "incomplete" or "cancelling" || job.Status == Clients.ExportStatuses.Running) { return; }
        if ((await exports.StartAsync(text)).Status == "accepted") { return; }
        """);

    [Fact]
    public Task Flags_as_texts() => SilentAsync("""
        Clients.IPatientApi patients = null!;
        if ((await patients.GetVisitAsync(text)).Done.ToString() == "True") { return; }
        """);

    [Fact]
    public Task Set_that_serves_several_clients() => FileAsync("""
        class Program
        {
            private static readonly HashSet<string> Over = ["ready", "failed", "canceled", "completed", "succeeded", "error"];

            bool IsOver(VideoTask task) => Over.Contains(task.Status.Value);
        }
        """);

    [Fact]
    public Task States_of_a_handle() => SilentAsync("""
        var operation = await api.StartUploadAsync(new());
        if (operation.State == OperationState.Succeeded || operation.State.ToString() == "Succeded") { return; }
        try { await operation.WaitForCompletionAsync(); } catch (OperationFailedException e) when (e.Status == "Failed") { }
        """);

    [Fact]
    public Task Fix_mends_every_form() => MendsAsync<UnknownStatusCodeFix>(
        """
                var task = await api.GetTaskAsync(text);
                if (task.Status == /* the end */ [|"Ready"|] || task.Status.Value.Equals([|@"REDY"|])) { return; }
                if (task is { Status.Value: "ready" or [|"faild"|] } || task.Status == new VideoStatus([|"Queued"|])) { return; }
                switch (task.Status.Value) { case [|"cancelled"|]: return; case [|"Failed"|]: return; }
                _ = new[] { "ready", [|"Failed"|] }.Contains(task.Status.Value);
        """,
        """
                var task = await api.GetTaskAsync(text);
                if (task.Status == /* the end */ "ready" || task.Status.Value.Equals("ready")) { return; }
                if (task is { Status.Value: "ready" or "failed" } || task.Status == new VideoStatus("queued")) { return; }
                switch (task.Status.Value) { case "canceled": return; case "failed": return; }
                _ = new[] { "ready", "failed" }.Contains(task.Status.Value);
        """);

    [Fact]
    public Task Fix_mends_a_constant_where_it_is_declared() => MendsAsync<UnknownStatusCodeFix>(
        """
                const string Ready = "Ready"; // as in the guide
                string[] over = [Ready.ToLowerInvariant(), "Failed"];
                var task = await api.GetTaskAsync(text);
                if (task.Status == [|Ready|] || [|over|].Contains(task.Status.Value)) { return; }
        """,
        """
                const string Ready = "ready"; // as in the guide
                string[] over = [Ready.ToLowerInvariant(), "failed"];
                var task = await api.GetTaskAsync(text);
                if (task.Status == Ready || over.Contains(task.Status.Value)) { return; }
        """);

    [Fact]
    public Task No_fix_for_another_word_or_a_second_label() => OffersNothingAsync<UnknownStatusCodeFix>("""
        var task = await api.GetTaskAsync(text);
        if (task.Status == [|"succeeded"|]) { return; }
        switch (task.Status.Value) { case "ready": return; case [|"Ready"|]: return; }
        """);

    [Theory]
    [InlineData("""var task = await api.GetTaskAsync(text); _ = task.Status == [|"redy"|];""", "'redy' is not a status of Indexing; did you mean 'ready'? It lists queued, indexing, ready, failed, canceled; the comparison is never true.")]
    [InlineData("""var task = await api.GetTaskAsync(text); _ = task.Status != [|"done"|];""", "'done' is not a status of Indexing. It lists queued, indexing, ready, failed, canceled; the comparison is always true.")]
    [InlineData("""var job = await ((Clients.IExportApi)null!).GetAsync(text); _ = job.Status is [|"Failed"|];""", "'Failed' is not a status of Export; did you mean 'failed'? It ends as completed, failed, cancelled; no status ever matches it.")]
    [InlineData("""var job = await ((Clients.IRenderApi)null!).GetAsync(text); _ = job.State.ToString() == [|"error"|];""", "'error' is not the name of a status of Render, which ToString() gives; did you mean 'Error'? It lists Queued, InProgress, Done, Error, Cancelled; the comparison is never true.")]
    public Task The_message_says_what_is_wrong_and_what_was_meant(string statements, string message) => SaysAsync(statements, message);
}
