using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Values;

/// <summary>Lists by each way to make one, and what leaves a list in a local as it was.</summary>
public sealed class KnownListsTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2008";

    protected override string Mistake => """var r = new UploadRequest { Tags = [|new List<string>()|] };""";

    [Theory]
    [InlineData("new List<string>()")]
    [InlineData("new List<string>(8)")]
    [InlineData("new List<string>(8) { \"a\", \"a\" }")]
    [InlineData("new Collection<string>()")]
    [InlineData("new ObservableCollection<string> { \"a\", \"a\" }")]
    [InlineData("Array.Empty<string>()")]
    [InlineData("Enumerable.Empty<string>().ToList()")]
    [InlineData("Enumerable.Empty<string>().ToArray()")]
    [InlineData("ImmutableArray<string>.Empty")]
    [InlineData("ImmutableList<string>.Empty")]
    [InlineData("ReadOnlyCollection<string>.Empty")]
    [InlineData("new[] { \"a\", \"b\", \"c\", \"d\" }")]
    [InlineData("new[] { \"a\", \"b\", \"c\", \"d\" }.ToList()")]
    [InlineData("new[] { \"a\", \"a\" }.ToArray()")]
    [InlineData("new string[] { }")]
    [InlineData("new string[0]")]
    [InlineData("new string[4]")]
    [InlineData("new string[4096]")]
    [InlineData("[]")]
    [InlineData("[\"a\", .. new[] { \"b\", \"c\", \"d\" }]")]
    [InlineData("[\"a\", .. new[] { \"a\" }]")]
    [InlineData("[.. new List<string> { \"a\", \"a\" }]")]
    [InlineData("[.. Array.Empty<string>()]")]
    [InlineData("[\"a\", \"a\", .. text.Split()]")]
    [InlineData("[text, text, text, text]")]
    [InlineData("[\"a\" + \"b\", \"ab\"]")]
    [InlineData("(IReadOnlyList<string>)new[] { \"a\", \"a\" }")]
    public Task Wrong(string list) => FileAsync(WithList($"[|{list}|]"));

    [Theory]
    [InlineData("new List<string> { \"a\" }")]
    [InlineData("new List<string>(text.Split())")]
    [InlineData("new List<string>(new[] { \"a\", \"a\" })")]
    [InlineData("new OwnList<string>()")]
    [InlineData("new ReadOnlyCollection<string>(new List<string>())")]
    [InlineData("text.Split().ToList()")]
    [InlineData("text.Split()")]
    [InlineData("new string[2]")]
    [InlineData("new string[4097]")]
    [InlineData("new string[number]")]
    [InlineData("Enumerable.Repeat(\"a\", 4).ToList()")]
    [InlineData("new[] { \"a\", \"b\", \"c\" }.ToList()")]
    [InlineData("new[] { \"a\", \"a\" }.Distinct().ToList()")]
    [InlineData("[.. text.Split()]")]
    [InlineData("[\"a\", .. text.Split()]")]
    [InlineData("[\"a\", .. new[] { \"b\" }, \"c\"]")]
    [InlineData("[text, text]")]
    [InlineData("Empty")]
    [InlineData("OwnList<string>.Empty")]
    [InlineData("null")]
    public Task Right_or_not_known(string list) => FileAsync(WithList(list));

    private static string WithList(string list) => $$"""
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        class OwnList<T> : List<T> { public OwnList() { Add(default!); } public static readonly OwnList<T> Empty = new(); }
        class Program
        {
            static IReadOnlyList<string> Empty => new[] { Guid.NewGuid().ToString() };
            void Run(string text, int number) { var r = new UploadRequest { Tags = {{list}} }; }
        }
        """;

    [Theory]
    [InlineData("_ = tags.Count")]
    [InlineData("_ = tags.Capacity")]
    [InlineData("_ = tags.Contains(\"a\")")]
    [InlineData("_ = tags.IndexOf(\"a\")")]
    [InlineData("_ = tags.Any()")]
    [InlineData("_ = tags.All(t => t == \"a\")")]
    [InlineData("_ = tags.First()")]
    [InlineData("_ = tags.FirstOrDefault()")]
    [InlineData("_ = tags.Last()")]
    [InlineData("_ = tags.Select(t => t)")]
    [InlineData("_ = tags.Where(t => t == \"a\")")]
    [InlineData("_ = tags.Distinct()")]
    [InlineData("_ = tags.OrderBy(t => t)")]
    [InlineData("_ = tags.Skip(1)")]
    [InlineData("_ = tags.Take(1)")]
    [InlineData("_ = tags.ToArray()")]
    [InlineData("_ = tags.ToList()")]
    [InlineData("_ = tags.ToImmutableArray()")]
    [InlineData("_ = tags.AsReadOnly()")]
    [InlineData("_ = tags.GetEnumerator()")]
    [InlineData("foreach (var t in tags) Console.WriteLine(t)")]
    [InlineData("string[] all = [.. tags]")]
    [InlineData("_ = tags[0]")]
    [InlineData("string one; one = tags[0]")]
    [InlineData("_ = tags[0].Length")]
    [InlineData("Console.WriteLine(tags[0])")]
    [InlineData("Console.WriteLine(string.Join(\", \", tags))")]
    [InlineData("_ = array.Length", "array", "string[]")]
    [InlineData("_ = fixedTags.IsEmpty", "fixedTags", "ImmutableArray<string>")]
    public Task Read_that_leaves_it_as_it_was(string use, string list = "tags", string type = "List<string>") => FileAsync(WithLocal(use, type, list, "\"a\", \"a\"", isReported: true));

    [Theory]
    [InlineData("tags.Add(\"b\")")]
    [InlineData("tags.Clear()")]
    [InlineData("tags.RemoveAt(0)")]
    [InlineData("tags.Sort()")]
    [InlineData("tags[0] = \"b\"")]
    [InlineData("tags[0] += \"b\"")]
    [InlineData("Keep(tags)")]
    [InlineData("var other = tags")]
    [InlineData("foreach (var t in Keep(tags)) Console.WriteLine(t)")]
    [InlineData("Numbers[tags] = 3")]
    [InlineData("numbers[0]++", "numbers", "int[]", "1, 1")]
    [InlineData("--numbers[0]", "numbers", "int[]", "1, 1")]
    [InlineData("ref int one = ref numbers[0]", "numbers", "int[]", "1, 1")]
    [InlineData("Change(ref numbers[0])", "numbers", "int[]", "1, 1")]
    [InlineData("Keep(array)", "array", "string[]")]
    public Task Use_after_which_it_may_be_another(string use, string list = "tags", string type = "List<string>", string items = "\"a\", \"a\"") => FileAsync(WithLocal(use, type, list, items, isReported: false));

    [Theory]
    [InlineData("Keep(array)")]
    [InlineData("array[0] = \"b\"")]
    [InlineData("var other = array")]
    public Task Array_that_keeps_its_length(string use) => FileAsync(WithLocal(use, "string[]", "array", "\"a\", \"b\", \"c\", \"d\"", isReported: true));

    private static string WithLocal(string use, string type, string list, string items, bool isReported) => $$"""
        using System.Collections.Immutable;
        class Box { [ItemsConstraint(UniqueItems = true)] public IReadOnlyList<int>? Numbers { get; set; } }
        class Program
        {
            static readonly Dictionary<object, int> Numbers = new();
            static IReadOnlyList<string> Keep(IReadOnlyList<string> list) => list;
            static void Change(ref int number) => number = 3;
            void Run()
            {
                {{type}} {{list}} = [{{items}}];
                {{use}};
                {{(type == "int[]" ? "var b = new Box { Numbers = " : "var r = new UploadRequest { Tags = ")}}{{(isReported ? $"[|{list}|]" : list)}} };
            }
        }
        """;
}
