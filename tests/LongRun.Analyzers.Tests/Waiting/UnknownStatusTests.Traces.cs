namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Where a status comes from: through tasks, functions, choices and collections, and where the trace ends.</content>
public sealed partial class UnknownStatusTests
{
    [Theory]
    [InlineData("await NextAsync().ConfigureAwait(false)")]
    [InlineData("NextAsync().GetAwaiter().GetResult()")]
    [InlineData("await NextValueAsync().AsTask()")]
    [InlineData("await NextAsync().WaitAsync(stop)")]
    [InlineData("NextAsync().Result")]
    [InlineData("await Task.FromResult(task.Status.Value)")]
    [InlineData("await ValueTask.FromResult(task.Status.Value)")]
    [InlineData("next()")]
    [InlineData("other()")]
    [InlineData("task.Status.Value.Trim()")]
    [InlineData("(flag ? task.Status.Value : second.Status.Value)")]
    [InlineData("(flag ? task.Status.Value : \"none\")")]
    [InlineData("(flag ? task.Status.Value : default)")]
    [InlineData("(number switch { 1 => task.Status.Value, 2 => second.Status.Value, _ => throw new NotSupportedException() })")]
    [InlineData("(maybe?.Status.Value ?? second.Status.Value)")]
    [InlineData("(maybe?.Status.Value ?? throw new NotSupportedException())")]
    [InlineData("new[] { task.Status.Value, second.Status.Value }.First()")]
    [InlineData("new[] { task.Status.Value, second.Status.Value }[0]")]
    [InlineData("both[1]")]
    [InlineData("list[1]")]
    [InlineData("copy.State")]
    [InlineData("pair.State")]
    [InlineData("later.State")]
    [InlineData("(number, task.Status.Value).Item2")]
    [InlineData("copied")]
    [InlineData("filled")]
    [InlineData("(filled = task.Status.Value)")]
    public Task Comes_from_a_status(string status) => ReportsAsync(Comparing(status, "[|\"Ready\"|]"));

    [Theory]
    [InlineData("await NextTextAsync().ConfigureAwait(false)")]
    [InlineData("await Task.FromResult(text)")]
    [InlineData("changing()")]
    [InlineData("(flag ? task.Status.Value : text)")]
    [InlineData("(flag ? text : task.Status.Value)")]
    [InlineData("(flag ? task.Status.Value : task.Status.Value.ToLowerInvariant())")]
    [InlineData("(flag ? task.Status.Value : job.State.ToString())")]
    [InlineData("(number switch { 1 => task.Status.Value, _ => text })")]
    [InlineData("(maybe?.Status.Value ?? text)")]
    [InlineData("(text ?? task.Status.Value)")]
    [InlineData("new[] { task.Status.Value, text }.First()")]
    [InlineData("mixed[1]")]
    [InlineData("spread[1]")]
    [InlineData("copy.Id")]
    [InlineData("pair.Id")]
    [InlineData("later.Id")]
    [InlineData("(number, task.Status.Value, text).Item3")]
    [InlineData("longer")]
    [InlineData("given")]
    [InlineData("task.Status.Value.Trim('x')")]
    [InlineData("task.Status.Value.Replace(\"a\", \"b\")")]
    public Task May_come_from_elsewhere(string status) => ReportsAsync(Comparing(status, "\"Ready\""));

    [Theory]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToLowerInvariant()", "none")]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToLower()", "none")]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToUpperInvariant()", "NONE")]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToUpper()", "NONE")]
    [InlineData("(maybe?.Status.Value ?? \"None\").Trim()", "None")]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToString()", "None")]
    [InlineData("task.Status.Value.ToUpperInvariant()", "READY")]
    [InlineData("task.Status.Value.ToLower()", "ready")]
    public Task Words_in_another_case(string status, string word) => ReportsAsync(Comparing(status, $"\"{word}\""));

    [Theory]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToLowerInvariant()", "None")]
    [InlineData("(maybe?.Status.Value ?? \"None\").ToUpperInvariant()", "none")]
    [InlineData("task.Status.Value.ToUpperInvariant()", "ready")]
    [InlineData("task.Status.Value.ToLower()", "READY")]
    [InlineData("(flag ? task.Status.Value.ToUpper() : second.Status.Value.ToUpper())", "ready")]
    public Task Words_in_a_case_that_never_is(string status, string word) => ReportsAsync(Comparing(status, $"[|\"{word}\"|]"));

    [Theory]
    [InlineData("var word = \"Ready\"; _ = [|word|] == task.Status.Value;")]
    [InlineData("var word = \"Ready\"; _ = task.Status.Value == [|word|];")]
    [InlineData("var word = \"Ready\"; _ = [|word|].Equals(task.Status.Value);")]
    [InlineData("var word = \"Ready\"; _ = [|word|] == task.Status.ToString();")]
    [InlineData("var word = \"Ready\"; _ = word == task.Id;")]
    [InlineData("var word = \"Ready\"; if (flag) { word = \"ready\"; } _ = word == task.Status.Value;")]
    [InlineData("_ = \"Ready\" == \"ready\" && task.Status.Value == \"ready\";")]
    public Task A_name_for_the_text(string statements) => ReportsAsync("var task = await api.GetTaskAsync(text); " + statements);

    [Theory]
    [InlineData("object state = task.Status; _ = state.Equals(\"Ready\");")]
    [InlineData("_ = task.Status.Equals((object)\"Ready\");")]
    [InlineData("_ = Equals(task.Status, \"Ready\");")]
    [InlineData("object state = flag ? task.Status.Value : task.Status; _ = state.Equals([|\"Ready\"|]);")]
    [InlineData("object state = flag ? task.Status : task.Status.Value; _ = state.Equals([|\"Ready\"|]);")]
    [InlineData("_ = Equals(task.Status.Value, [|\"Ready\"|]);")]
    [InlineData("_ = task.Status.Value.Equals((object)[|\"Ready\"|]);")]
    public Task A_status_type_is_no_object_of_the_text(string statements) => ReportsAsync("var task = await api.GetTaskAsync(text); " + statements);

    [Theory]
    [InlineData("_ = statuses is [[|\"Ready\"|], ..];")]
    [InlineData("if (statuses is [_, ..] all && all[0] == [|\"Ready\"|]) { return; }")]
    [InlineData("if (statuses is [_, .. var rest] && rest[0] == [|\"Ready\"|]) { return; }")]
    [InlineData("if (statuses is [var first, ..] && first == [|\"Ready\"|]) { return; }")]
    [InlineData("if (statuses[0] is string first && first == [|\"Ready\"|]) { return; }")]
    [InlineData("if (statuses[0] is { } first && first == [|\"Ready\"|]) { return; }")]
    [InlineData("foreach (var one in statuses) { _ = one == [|\"Ready\"|]; }")]
    [InlineData("foreach (object one in statuses) { _ = one.Equals([|\"Ready\"|]); }")]
    [InlineData("switch (statuses[0]) { case string one when one == [|\"Ready\"|]: return; }")]
    [InlineData("_ = statuses[0] switch { string one when one == [|\"Ready\"|] => 1, _ => 2 };")]
    [InlineData("_ = statuses.Any(Is); bool Is(string one) => one == [|\"Ready\"|];")]
    [InlineData("Func<string, bool> isDone = one => one == [|\"Ready\"|]; _ = statuses.Any(isDone);")]
    [InlineData("_ = statuses.Where((one, at) => one == [|\"Ready\"|]).Count();")]
    [InlineData("bool Is(int at, string one) => one == [|\"Ready\"|]; _ = Is(one: statuses[0], at: 1);")]
    [InlineData("Func<int, string, bool> isDone = (at, one) => one == [|\"Ready\"|]; _ = isDone(1, statuses[0]);")]
    [InlineData("_ = Array.FindAll(statuses, _ => flag).Any(one => one == [|\"Ready\"|]);")]
    [InlineData("_ = Array.Find(statuses, one => one == [|\"Ready\"|]);")]
    [InlineData("_ = Array.Exists(statuses, one => one == [|\"Ready\"|]);")]
    [InlineData("_ = Array.Find(statuses, _ => flag) == [|\"Ready\"|];")]
    [InlineData("_ = statuses.Contains([|\"Ready\"|]);")]
    [InlineData("_ = statuses.ToList().Contains([|\"Ready\"|]);")]
    [InlineData("_ = statuses.Contains([|\"READY\"|], StringComparer.Ordinal);")]
    [InlineData("string[] copy = [statuses[0], statuses[1]]; _ = copy.Any(one => one == [|\"Ready\"|]);")]
    [InlineData("_ = (await Task.WhenAll(statuses.Select(s => Task.FromResult(s)))).Any(one => one == [|\"Ready\"|]);")]
    [InlineData("_ = page.Data.Select(StateOf).Any(one => one == [|\"Ready\"|]); string StateOf(VideoTask task) => task.Status.Value;")]
    [InlineData("_ = page.Data.Select((t, at) => t.Status.Value).Any(one => one == [|\"Ready\"|]);")]
    [InlineData("_ = page.Data.Select(t => { if (flag) { Func<string> word = () => text; string Word() => word(); Console.WriteLine(Word()); return t.Status.Value; } return t.Status.ToString(); }).Any(one => one == [|\"Ready\"|]);")]
    public Task Items_that_are_statuses(string statements) => ReportsAsync(Items + statements);

    [Theory]
    [InlineData("foreach (var one in text.Split()) { _ = one == \"Ready\"; }")]
    [InlineData("_ = statuses.Concat(text.Split()).Any(one => one == \"Ready\");")]
    [InlineData("_ = statuses.Select((one, at) => at.ToString()).Any(one => one == \"Ready\");")]
    [InlineData("bool Is(in string one) => one == \"Ready\"; _ = Is(statuses[0]);")]
    [InlineData("bool Is(string one) { one = text; return one == \"Ready\"; } _ = Is(statuses[0]);")]
    [InlineData("bool Is(string one) => one == \"Ready\"; _ = statuses.Any(Is) || text.Split().Any(Is);")]
    [InlineData("bool Is(string one) => one == \"Ready\"; Func<string, bool> kept = Is; _ = statuses.Any(Is);")]
    [InlineData("Func<string, bool> isDone = one => one == \"Ready\"; _ = statuses.Any(isDone) || isDone(text);")]
    [InlineData("Func<string, bool> isDone = one => one == \"Ready\"; _ = statuses.Any(isDone); Keep(isDone); void Keep(object kept) { }")]
    [InlineData("bool Is(string word, string one) => word == \"Ready\"; _ = Is(one: statuses[0], word: text);")]
    [InlineData("_ = statuses.Aggregate((sum, one) => sum == \"Ready\" ? sum : text);")]
    [InlineData("_ = statuses.ToDictionary(one => one, one => text).Select(one => one.Value).Any(one => one == \"Ready\");")]
    [InlineData("_ = page.Data.Select(t => { if (flag) { return t.Status.Value; } return text; }).Any(one => one == \"Ready\");")]
    [InlineData("_ = page.Data.Select(WordOf).Any(one => one == \"Ready\"); string WordOf(VideoTask task) => task.Id;")]
    [InlineData("_ = page.Data.SelectMany(t => new[] { t.Status.Value, text }).Any(one => one == \"Ready\");")]
    [InlineData("_ = statuses.Contains(\"READY\", StringComparer.OrdinalIgnoreCase);")]
    public Task Items_that_may_be_anything(string statements) => ReportsAsync(Items + statements);

    [Theory]
    [InlineData("Own.Linq")]
    [InlineData("System.Own")]
    [InlineData("Own")]
    public Task Methods_of_another_library_with_the_same_names(string space) => FileAsync($$"""
        namespace {{space}} { public static class Words { public static string First(this string[] words, int at) => "Ready"; public static bool Any(this string[] words, Func<string, bool> test, int at) => test("Ready"); } }
        class Program
        {
            async Task<bool> RunAsync(IVideoApi api)
            {
                string[] statuses = (await api.ListTasksAsync()).Data.Select(t => t.Status.Value).ToArray();
                return {{space}}.Words.First(statuses, 0) == "Ready" || {{space}}.Words.Any(statuses, s => s == "Ready", 0);
            }
        }
        """);

    [Fact]
    public Task Local_that_somebody_writes_by_another_name() => FileAsync("""
        class Program
        {
            bool IsDone(VideoTask task, ref string text, Span<string> texts)
            {
                ref string status = ref text;
                foreach (ref string one in texts) { if (one == "Ready") { return true; } }
                string mine = task.Status.Value;
                ref string alias = ref mine;
                alias = text;
                return status == "Ready" || alias == "Ready";
            }

            unsafe bool IsDone(VideoTask task)
            {
                string status = task.Status.Value;
                Change(&status);
                return status == "Ready";
                static void Change(string* to) => *to = "Ready";
            }
        }
        """);

    private const string Items = """
        var page = await api.ListTasksAsync();
        string[] statuses = page.Data.Select(t => t.Status.Value).ToArray();

        """;

    private static string Comparing(string status, string word) => $$"""
        Clients.RenderJob job = await ((Clients.IRenderApi)null!).GetAsync(text);
        var task = await api.GetTaskAsync(text);
        var second = await api.GetTaskAsync(text);
        VideoTask? maybe = flag ? task : null;
        async Task<string> NextAsync() => (await api.GetTaskAsync(text)).Status.Value;
        async ValueTask<string> NextValueAsync() => (await api.GetTaskAsync(text)).Status.Value;
        async Task<string> NextTextAsync() => (await api.GetTaskAsync(text)).Id;
        Func<string> next = () => task.Status.Value;
        Func<string> other = () => { Func<string> word = () => text; Console.WriteLine(word()); return task.Status.Value; };
        Func<string> changing = () => task.Status.Value;
        changing = () => text;
        string[] both = [task.Status.Value, second.Status.Value];
        string[] mixed = [task.Status.Value, text];
        string[] spread = [task.Status.Value, .. text.Split()];
        List<string> list = both.ToList();
        var copy = new { task.Id, State = task.Status.Value };
        var later = copy;
        var pair = (task.Id, State: task.Status.Value);
        string copied = task.Status.Value;
        copied = copied;
        string? filled = null;
        filled ??= task.Status.Value;
        string longer = task.Status.Value;
        longer += text;
        void Fill(out string to) => to = text;
        Fill(out var given);
        _ = ({{status}}) == {{word}};
        """;
}
