namespace LongRun.Analyzers.Tests.Waiting;

/// <content>Sets of texts that a status is looked up in, and comparers that say whether case counts.</content>
public sealed partial class UnknownStatusTests
{
    [Theory]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToHashSet()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToFrozenSet()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToImmutableHashSet()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToImmutableArray()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToImmutableList()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToList()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.ToArray()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.AsEnumerable()")]
    [InlineData("new[] { \"ready\", [|\"Failed\"|] }.AsSpan()")]
    [InlineData("Array.AsReadOnly(new[] { \"ready\", [|\"Failed\"|] })")]
    [InlineData("new List<string> { \"ready\", [|\"Failed\"|] }.AsReadOnly()")]
    [InlineData("ImmutableArray.Create(new[] { \"ready\", [|\"Failed\"|] })")]
    [InlineData("ImmutableHashSet.Create(new[] { \"ready\", [|\"Failed\"|] })")]
    [InlineData("ImmutableHashSet.Create(\"ready\", [|\"Failed\"|])")]
    [InlineData("new SortedSet<string> { \"ready\", [|\"Failed\"|] }")]
    [InlineData("new HashSet<string>(4) { \"ready\", [|\"Failed\"|] }")]
    [InlineData("new HashSet<string>(number) { \"ready\", [|\"Failed\"|] }")]
    [InlineData("new HashSet<string>(count) { \"ready\", [|\"Failed\"|] }")]
    [InlineData("new HashSet<string>(new[] { [|\"Failed\"|] })")]
    [InlineData("((IEnumerable<string>)(new[] { \"ready\", [|\"Failed\"|] }))")]
    [InlineData("new[] { [|\"Failed\"|] }.ToList().ToArray().ToHashSet().ToList()")]
    [InlineData("[|local|]")]
    [InlineData("[|again|]")]
    [InlineData("[|Over|]")]
    [InlineData("[|Fields.Over|]")]
    [InlineData("[|Ended|]")]
    [InlineData("[|Made|]")]
    public Task A_set_with_a_text_that_no_status_is(string set) => FileAsync(Containing(set));

    [Theory]
    [InlineData("new[] { \"ready\", \"Failed\" }.Select(s => s.ToLower())")]
    [InlineData("Own.Words.ToList(new[] { \"Failed\" })")]
    [InlineData("new Own.Set { \"Failed\" }")]
    [InlineData("new[] { \"Failed\" }.ToList().ToArray().ToHashSet().ToList().ToArray()")]
    [InlineData("Changing")]
    [InlineData("changed")]
    [InlineData("Given")]
    [InlineData("new Own.Settings().Over")]
    public Task A_set_that_may_hold_anything(string set) => FileAsync(Containing(set));

    [Theory]
    [InlineData("new HashSet<string>(StringComparer.OrdinalIgnoreCase) { \"Ready\" }")]
    [InlineData("new HashSet<string>(comparer) { \"Ready\" }")]
    [InlineData("new SortedSet<string>(StringComparer.InvariantCultureIgnoreCase) { \"Ready\" }")]
    [InlineData("new[] { \"Ready\" }.ToHashSet(StringComparer.OrdinalIgnoreCase)")]
    [InlineData("new[] { \"Ready\" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase)")]
    [InlineData("ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, \"Ready\")")]
    [InlineData("new HashSet<string>(StringComparer.Ordinal) { [|\"Ready\"|] }")]
    [InlineData("new HashSet<string>(StringComparer.InvariantCulture) { [|\"Ready\"|] }")]
    [InlineData("new HashSet<string>(StringComparer.CurrentCulture) { [|\"Ready\"|] }")]
    [InlineData("new HashSet<string>(EqualityComparer<string>.Default) { [|\"Ready\"|] }")]
    [InlineData("new SortedSet<string>(Comparer<string>.Default) { [|\"Ready\"|] }")]
    [InlineData("new HashSet<string>((IEqualityComparer<string>?)null) { [|\"Ready\"|] }")]
    [InlineData("new HashSet<string>(StringComparer.OrdinalIgnoreCase) { \"Ready\", [|\"redy\"|] }")]
    public Task A_set_and_its_comparer(string set) => FileAsync(Containing(set));

    [Theory]
    [InlineData("StringComparer.Ordinal.Equals(status, [|\"Ready\"|])")]
    [InlineData("StringComparer.InvariantCulture.Equals(status, [|\"Ready\"|])")]
    [InlineData("StringComparer.CurrentCulture.Equals([|\"Ready\"|], status)")]
    [InlineData("StringComparer.InvariantCultureIgnoreCase.Equals(status, \"Ready\")")]
    [InlineData("StringComparer.CurrentCultureIgnoreCase.Equals(status, [|\"redy\"|])")]
    [InlineData("EqualityComparer<string>.Default.Equals(status, [|\"Ready\"|])")]
    [InlineData("comparer.Equals(status, \"Ready\")")]
    [InlineData("comparer.Equals(status, [|\"redy\"|])")]
    [InlineData("status.Equals([|\"Ready\"|], StringComparison.Ordinal)")]
    [InlineData("status.Equals([|\"Ready\"|], StringComparison.InvariantCulture)")]
    [InlineData("status.Equals([|\"Ready\"|], StringComparison.CurrentCulture)")]
    [InlineData("status.Equals(\"Ready\", StringComparison.CurrentCultureIgnoreCase)")]
    [InlineData("status.Equals(\"Ready\", how)")]
    [InlineData("string.Equals([|\"Ready\"|], status, StringComparison.CurrentCulture)")]
    [InlineData("string.Equals(\"Ready\", status, StringComparison.InvariantCultureIgnoreCase)")]
    [InlineData("Own.Words.Equals(status, \"Ready\", false)")]
    [InlineData("Own.Words.Equals(status, [|\"redy\"|], false)")]
    [InlineData("Own.Words.Equals(status, \"redy\", false, false)")]
    [InlineData("Own.Words.Equals(status)")]
    public Task Equality_and_its_comparer(string test) => FileAsync(Having(test));

    [Theory]
    [InlineData("done", "\"DONE\"", true)]
    [InlineData("done", "\"dones\"", true)]
    [InlineData("done", "\"don\"", false)]
    [InlineData("done", "\"doen\"", false)]
    [InlineData("done", "\"gone\"", false)]
    [InlineData("ended", "\"ende\"", true)]
    [InlineData("ended", "\"endeed\"", true)]
    [InlineData("ended", "\"nded\"", true)]
    [InlineData("ended", "\"nedde\"", false)]
    [InlineData("ended", "\"nedED\"", true)]
    [InlineData("ended", "\"endde\"", true)]
    [InlineData("ended", "\"enned\"", false)]
    [InlineData("ended", "\"edned\"", true)]
    [InlineData("ended", "\"mended\"", true)]
    [InlineData("ended", "\"unended\"", false)]
    [InlineData("ended", "\"end\"", false)]
    [InlineData("succeeded", "\"succeded\"", true)]
    [InlineData("succeeded", "\"sucecedde\"", false)]
    [InlineData("succeeded", "\"sucexeded\"", false)]
    [InlineData("succeeded", "\"sucxceded\"", false)]
    [InlineData("succeeded", "\"succeeding\"", false)]
    [InlineData("err", "\"errs\"", false)]
    public Task A_slip_where_the_document_lists_endings_only(string ending, string text, bool isReported) => FileAsync($$"""
        public sealed class Job { public string State { get; set; } = ""; }
        public interface IJobs { [OperationMonitor("Job", "id", nameof(Job.State), Succeeded = new[] { "{{ending}}" })] Task<Job> GetAsync(string id); }
        class Program { bool Run(Job job) => job.State == {{(isReported ? $"[|{text}|]" : text)}}; }
        """);

    private static string Containing(string set) => Having(set + ".Contains(status)");

    private static string Having(string test) => $$"""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        namespace Own
        {
            public static class Words
            {
                public static List<string> ToList(string[] words) => ["ready"];
                public static bool Equals(string one, string other, bool isExact) => false;
                public static bool Equals(string one, string other, bool isExact, bool isTrimmed) => false;
                public static bool Equals(string one) => false;
            }
            public class Set : List<string> { }
            public class Settings { public IReadOnlyList<string> Over { get; } public Settings() => Over = ["done"]; }
        }
        static class Fields { public static readonly string[] Over = ["ready", "Failed"]; }
        class Program
        {
            private static readonly string[] Over = ["ready", "Failed"];
            private static readonly string[] Given;
            private static string[] Changing = ["ready", "Failed"];
            private static string[] Ended { get; } = ["ready", "Failed"];
            private static string[] Made => ["ready", "Failed"];
            static Program() => Given = ["done"];

            async Task<bool> RunAsync(IVideoApi api, int number, IEqualityComparer<string> comparer, StringComparison how)
            {
                int count = number;
                string[] local = ["ready", "Failed"];
                var again = Over;
                string[] changed = ["Failed"];
                changed = Changing;
                string status = (await api.GetTaskAsync("x")).Status.Value;
                return {{test}};
            }
        }
        """;
}
