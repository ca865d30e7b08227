namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Ids that are the same in each turn, so that a loop polls one job; and sets of statuses, by their types.</content>
public sealed partial class FailureNotSeenTests
{
    [Theory]
    [InlineData("", "\"fixed\"")]
    [InlineData("", "id")]
    [InlineData("", "(id)")]
    [InlineData("", "id.ToString()")]
    [InlineData("", "id.Trim()")]
    [InlineData("", "id.ToLowerInvariant()")]
    [InlineData("", "id.ToUpperInvariant()")]
    [InlineData("", "id.Substring(1)")]
    [InlineData("", "string.Format(\"{0}\", id)")]
    [InlineData("", "string.Concat(id, text)")]
    [InlineData("", "Uri.EscapeDataString(id)")]
    [InlineData("", "Guid.Parse(id).ToString()")]
    [InlineData("", "id + text")]
    [InlineData("", "$\"job-{id}\"")]
    [InlineData("", "id ?? text")]
    [InlineData("", "id?.Trim()!")]
    [InlineData("", "ids[0]")]
    [InlineData("", "array[0]")]
    [InlineData("", "array[number]")]
    [InlineData("", "((object)id).ToString()!")]
    [InlineData("", "default!")]
    [InlineData("", "_field")]
    [InlineData("", "this._field")]
    [InlineData("", "Property")]
    [InlineData("", "Shared")]
    [InlineData("", "created.Id")]
    [InlineData("", "typeof(Program).Name")]
    [InlineData("var one = id;", "one")]
    [InlineData("var one = id; var two = one;", "two")]
    [InlineData("string one = created.Id;", "one")]
    [InlineData("", "number.ToString()")]
    [InlineData("", "await later")]
    [InlineData("", "await later.ConfigureAwait(false)")]
    public Task Id_that_is_the_same_in_each_turn(string step, string id) => FileAsync(WithId(step, id, isReported: true));

    [Theory]
    [InlineData("id = Next();", "id")]
    [InlineData("number++;", "array[number]")]
    [InlineData("number--;", "ids[number]")]
    [InlineData("number += 1;", "number.ToString()")]
    [InlineData("(id, text) = (text, id);", "id")]
    [InlineData("(id, text) = (text, id);", "text")]
    [InlineData("Change(ref id);", "id")]
    [InlineData("Make(out id);", "id")]
    [InlineData("_field = Next();", "_field")]
    [InlineData("_field = Next();", "this._field")]
    [InlineData("Property = Next();", "Property")]
    [InlineData("Shared = Next();", "Program.Shared")]
    [InlineData("", "Next()")]
    [InlineData("", "queue.Dequeue()")]
    [InlineData("var one = Next();", "one")]
    [InlineData("var one = id; one = Next();", "one")]
    [InlineData("string one; one = Next();", "one")]
    [InlineData("", "$\"job-{Next()}\"")]
    [InlineData("", "id + Next()")]
    [InlineData("", "Next() + id")]
    [InlineData("", "id ?? Next()")]
    [InlineData("", "Next()?.Trim()!")]
    [InlineData("", "string.Concat(id, Next())")]
    [InlineData("", "Next().Trim()")]
    [InlineData("", "ids[Random.Shared.Next()]")]
    [InlineData("", "array[Random.Shared.Next()]")]
    [InlineData("created = Others();", "created.Id")]
    public Task Id_that_is_another_in_each_turn(string step, string id) => FileAsync(WithId(step, id, isReported: false));

    private static string WithId(string step, string id, bool isReported) => $$"""
        class Program
        {
            static string Shared = "";
            private string _field = "";
            private string Property { get; set; } = "";
            static string Next() => Environment.TickCount.ToString();
            static VideoTask Others() => new();
            static void Change(ref string id) => id = Next();
            static void Make(out string id) => id = Next();

            async Task RunAsync(IVideoApi api, string id, string text, int number, IReadOnlyList<string> ids, string[] array, Queue<string> queue, VideoTask created, Task<string> later, CancellationToken stop)
            {
                {{(isReported ? "[|while|]" : "while")}} (true)
                {
                    {{step}}
                    var t = await api.GetTaskAsync({{id}}, stop);
                    if (t.Status == "ready") break;
                    Work();
                    await Task.Delay(2000, stop);
                }
            }
            static void Work() { }
        }
        """;

    [Theory]
    [InlineData("string[]", "[\"queued\", \"indexing\"]")]
    [InlineData("string[]", "{ \"queued\", \"indexing\" }")]
    [InlineData("HashSet<string>", "new() { \"queued\", \"indexing\" }")]
    [InlineData("HashSet<string>", "new(new[] { \"queued\", \"indexing\" })")]
    [InlineData("SortedSet<string>", "new() { \"queued\", \"indexing\" }")]
    [InlineData("ISet<string>", "new HashSet<string> { \"queued\", \"indexing\" }")]
    [InlineData("IReadOnlySet<string>", "new HashSet<string> { \"queued\", \"indexing\" }")]
    [InlineData("System.Collections.Frozen.FrozenSet<string>", "System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { \"queued\", \"indexing\" })")]
    [InlineData("System.Collections.Immutable.ImmutableHashSet<string>", "System.Collections.Immutable.ImmutableHashSet.ToImmutableHashSet(new[] { \"queued\", \"indexing\" })")]
    public Task Set_of_the_statuses_of_running_jobs(string type, string value) => FileAsync($$"""
        class Program
        {
            private static readonly {{type}} Running = {{value}};
            async Task RunAsync(IVideoApi api, string id, CancellationToken stop)
            {
                {|LRO1008:while|} (true)
                {
                    var t = await api.GetTaskAsync(id, stop);
                    if (!Running.Contains(t.Status.Value)) return;
                    await Task.Delay(2000, stop);
                }
            }
        }
        """);

    [Theory]
    [InlineData("string[]", "[\"queued\", \"indexing\"]")]
    [InlineData("List<string>", "[\"queued\", \"indexing\"]")]
    [InlineData("List<string>", "new() { \"queued\", \"indexing\" }")]
    [InlineData("HashSet<string>", "new() { \"queued\", \"indexing\" }")]
    [InlineData("SortedSet<string>", "new() { \"queued\", \"indexing\" }")]
    [InlineData("ISet<string>", "new HashSet<string> { \"queued\", \"indexing\" }")]
    [InlineData("IReadOnlySet<string>", "new HashSet<string> { \"queued\", \"indexing\" }")]
    [InlineData("IReadOnlyList<string>", "[\"queued\", \"indexing\"]")]
    [InlineData("IReadOnlyCollection<string>", "[\"queued\", \"indexing\"]")]
    [InlineData("IEnumerable<string>", "[\"queued\", \"indexing\"]")]
    [InlineData("IEnumerable<string>", "new[] { \"queued\", \"indexing\" }")]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>", "[\"queued\", \"indexing\"]")]
    public Task Local_set_of_the_statuses_of_running_jobs(string type, string value) => PollsAsync($$"""
        {{type}} running = {{value}};
        {|LRO1008:while|} (true)
        {
            var t = await api.GetTaskAsync(id, stop);
            if (!running.Contains(t.Status.Value)) return;
            await Task.Delay(2000, stop);
        }
        """);
}
