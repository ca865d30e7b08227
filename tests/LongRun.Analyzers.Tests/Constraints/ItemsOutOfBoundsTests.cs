using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed class ItemsOutOfBoundsTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2008";

    protected override string Mistake => """var r = new UploadRequest { Tags = [|new List<string>()|] };""";

    [Fact]
    public Task Empty_array() => ReportsAsync("""var r = new UploadRequest { Tags = [|Array.Empty<string>()|] };""");

    [Fact]
    public Task Empty_collection_expression() => ReportsAsync("""var r = new UploadRequest { Tags = [|[]|] };""");

    [Fact]
    public Task Array_of_length_zero() => ReportsAsync("""var r = new UploadRequest(); r.Tags = [|new string[0]|];""");

    [Fact]
    public Task Too_many_in_an_array() => ReportsAsync("""var r = new UploadRequest { Tags = [|new[] { "a", "b", "c", "d" }|] };""");

    [Fact]
    public Task Too_many_in_a_collection_expression_with_a_spread() => ReportsAsync("""string[] more = text.Split(); var r = new UploadRequest { Tags = [|["a", "b", "c", "d", .. more]|] };""");

    [Fact]
    public Task Too_many_that_are_not_known() => ReportsAsync("""var r = new UploadRequest { Tags = [|new List<string> { text, text, text, text }|] };""");

    [Fact]
    public Task Repeated_constants() => ReportsAsync("""var r = new UploadRequest { Tags = [|["a", "b", "a"]|] };""");

    [Fact]
    public Task Repeated_through_a_constant() => ReportsAsync("""const string A = "a"; var r = new UploadRequest { Tags = [|new List<string>(4) { "a", A }|] };""");

    [Fact]
    public Task Too_few() => ReportsAsync("""var r = new UploadRequest { Options = [|new List<VideoOption> { VideoOption.Visual }|] };""");

    [Fact]
    public Task Too_few_in_a_local() => ReportsAsync("""var options = new[] { VideoOption.Visual }; var r = new UploadRequest { Options = [|options|] };""");

    [Fact]
    public Task Static_readonly_array() => FileAsync("""class Program { static readonly string[] Tags = { "a", "a" }; UploadRequest Request => new() { Tags = [|Tags|] }; }""");

    [Fact]
    public Task Params() => FileAsync("""class Program { void Tag([ItemsConstraint(MaxItems = 1)] params string[] tags) { } void Run() => Tag([|"a", "b"|]); }""");

    [Fact]
    public Task Statuses_of_an_open_set() => FileAsync("""class Box { [ItemsConstraint(UniqueItems = true)] public VideoStatus[]? All { get; set; } void Set() => All = [|[VideoStatus.Ready, VideoStatus.Failed, VideoStatus.Ready]|]; }""");

    [Fact]
    public Task Enum_members() => ReportsAsync("""var r = new UploadRequest { Options = [|[]|] }; var s = new UploadRequest { Options = [|[VideoOption.Logo]|] };""");

    [Fact]
    public Task Within() => SilentAsync("""var r = new UploadRequest { Tags = ["a", "b", "c"], Options = [VideoOption.Visual, VideoOption.Logo] };""");

    [Fact]
    public Task Repeated_where_that_is_allowed() => SilentAsync("""var r = new UploadRequest { Options = new[] { VideoOption.Logo, VideoOption.Logo } };""");

    [Fact]
    public Task Spread_may_bring_enough() => SilentAsync("""string[] more = text.Split(); var r = new UploadRequest { Tags = [.. more] };""");

    [Fact]
    public Task Different_case_is_another_item() => SilentAsync("""var r = new UploadRequest { Tags = ["a", "A"] };""");

    [Fact]
    public Task Unknown_items_may_differ() => SilentAsync("""var r = new UploadRequest { Tags = [text, text.Trim()] };""");

    [Fact]
    public Task Null() => SilentAsync("""var r = new UploadRequest { Tags = null };""");

    [Fact]
    public Task List_that_is_filled_afterwards() => SilentAsync("""var tags = new List<string>(); tags.Add("a"); var r = new UploadRequest { Tags = tags };""");

    [Fact]
    public Task List_that_is_filled_in_a_loop() => SilentAsync("""List<string> tags = []; foreach (char c in text) { tags.Add(c.ToString()); } var r = new UploadRequest { Tags = tags };""");

    [Fact]
    public Task List_filled_by_another_method() => SilentAsync("""var tags = new List<string>(); Fill(tags); static void Fill(List<string> list) => list.Add("a"); var r = new UploadRequest { Tags = tags };""");

    [Fact]
    public Task Copy_of_another_list() => SilentAsync("""var r = new UploadRequest { Tags = new List<string>(text.Split()) };""");

    [Fact]
    public Task Query() => SilentAsync("""var r = new UploadRequest { Tags = text.Split().Distinct().ToArray() };""");

    [Fact]
    public Task Set_drops_what_repeats() => SilentAsync("""var r = new UploadRequest { Options = new HashSet<VideoOption> { VideoOption.Logo, VideoOption.Visual } };""");

    [Fact]
    public Task Array_of_unknown_length() => SilentAsync("""var r = new UploadRequest { Tags = new string[number] };""");

    [Fact]
    public Task Empty_list_where_the_member_is_declared() => FileAsync("""class Box { [ItemsConstraint(MinItems = 1)] public List<string> Tags { get; set; } = []; [ItemsConstraint(MinItems = 1)] public IList<string> More { get; } = new List<string>(); }""");

    [Fact]
    public Task Adding_to_a_member_in_an_initialiser() => SilentAsync("""var r = new UploadRequest { Tags = ["a"] }; Console.WriteLine(string.Join(",", Array.Empty<string>()));""");

    [Fact]
    public Task Fix_removes_what_repeats() => MendsAsync<ItemsOutOfBoundsCodeFix>(
        """var r = new UploadRequest { Tags = [|["a", "b", "a"]|] }; var s = new UploadRequest { Tags = [|new[] { "x", "x" }|] };""",
        """var r = new UploadRequest { Tags = ["a", "b"] }; var s = new UploadRequest { Tags = new[] { "x" } };""");

    [Fact]
    public Task No_fix_for_a_count() => OffersNothingAsync<ItemsOutOfBoundsCodeFix>("""var r = new UploadRequest { Tags = [|["a", "b", "c", "d"]|] };""");

    [Fact]
    public Task Fix_removes_all_that_repeats_at_once() => MendsAsync<ItemsOutOfBoundsCodeFix>(
        """
        var r = new UploadRequest
                {
                    Tags = [|[
                        "a", // first
                        "b",
                        "a",
                        "b",
                    ]|],
                };
        """,
        """
        var r = new UploadRequest
                {
                    Tags = [
                        "a", // first
                        "b",
                    ],
                };
        """);

    [Fact]
    public Task No_fix_that_would_lose_a_comment() => OffersNothingAsync<ItemsOutOfBoundsCodeFix>("""var r = new UploadRequest { Tags = [|["a", /* again */ "a"]|] };""");

    [Fact]
    public Task Message_counts() => SaysAsync(
        """var r = new UploadRequest { Tags = [|[]|] };""",
        "UploadRequest.Tags gets no items, and accepts 1 to 3. The server refuses it.");

    [Fact]
    public Task Message_names_what_repeats() => SaysAsync(
        """var r = new UploadRequest { Tags = [|["a", "a"]|] };""",
        "\"a\" occurs more than once; UploadRequest.Tags accepts every item once. The server refuses it.");
}
