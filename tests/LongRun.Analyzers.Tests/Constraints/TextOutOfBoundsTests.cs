using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed class TextOutOfBoundsTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2006";

    protected override string Mistake => """await api.SearchAsync([|"a"|]);""";

    [Fact]
    public Task Empty() => ReportsAsync("""var r = new UploadRequest { Name = [|""|] };""");

    [Fact]
    public Task Empty_by_name() => ReportsAsync("""var r = new UploadRequest { Name = [|string.Empty|] };""");

    [Fact]
    public Task Too_long() => ReportsAsync("""var r = new UploadRequest { Name = [|"twelve chars"|] };""");

    [Fact]
    public Task Too_long_by_its_head() => ReportsAsync("""var r = new UploadRequest { Name = [|$"all videos of {text}"|] };""");

    [Fact]
    public Task Pattern_not_matched() => ReportsAsync("""await api.ThumbnailAsync([|"zzzz"|]);""");

    [Fact]
    public Task Pattern_matched_only_in_another_case() => ReportsAsync("""await api.ThumbnailAsync(id: [|"00FF"|]);""");

    [Fact]
    public Task Raw_text() => ReportsAsync("""var r = new UploadRequest(); r.Name = [|@"twelve chars"|];""");

    [Fact]
    public Task Concatenation_of_constants() => ReportsAsync("""const string Part = "video"; var r = new UploadRequest { Name = [|Part + " " + Part|] };""");

    [Fact]
    public Task Interpolation_of_numbers() => ReportsAsync("""const int Year = 2024; var r = new UploadRequest { Name = [|$"year {Year} ok"|] };""");

    [Fact]
    public Task nameof() => ReportsAsync("""var r = new UploadRequest { Name = [|nameof(UploadRequest)|] };""");

    [Fact]
    public Task Constant_of_an_interface() => FileAsync("""interface INames { const string Long = "twelve chars"; } class Program { UploadRequest Request() => new() { Name = [|INames.Long|] }; }""");

    [Fact]
    public Task Code_points_are_counted() => ReportsAsync("""var r = new UploadRequest { Name = [|"\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"|] };""");

    [Fact]
    public Task Bounds_themselves() => SilentAsync("""var r = new UploadRequest { Name = "a" }; r.Name = "0123456789"; await api.SearchAsync("ab");""");

    [Fact]
    public Task Ten_emoji_are_ten_characters() => SilentAsync("""var r = new UploadRequest { Name = "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600" };""");

    [Fact]
    public Task Null() => SilentAsync("""var r = new UploadRequest { Name = null };""");

    [Fact]
    public Task Pattern_matched() => SilentAsync("""await api.ThumbnailAsync("00ff");""");

    [Fact]
    public Task Short_head() => SilentAsync("""var r = new UploadRequest { Name = $"v{text}" }; r.Name = $"{text}a very long tail";""");

    [Fact]
    public Task Run_time() => SilentAsync("""var r = new UploadRequest { Name = text }; await api.SearchAsync(text.Trim());""");

    [Fact]
    public Task Empty_text_where_the_member_is_declared() => FileAsync("""class Box { [TextConstraint(MinLength = 1)] public string Name { get; set; } = ""; [TextConstraint(MinLength = 1)] private string _other = string.Empty; }""");

    [Fact]
    public Task Pattern_that_does_not_parse() => FileAsync("""class Box { [TextConstraint(Pattern = "[")] public string? Name { get; set; } void Set() => Name = "x"; }""");

    [Fact]
    public Task Pattern_that_takes_too_long() => FileAsync("""class Box { [TextConstraint(Pattern = "^(a+)+$")] public string? Name { get; set; } void Set() => Name = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"; }""");

    [Fact]
    public Task Text_of_a_url() => FileAsync("""class Box { [TextConstraint(MaxLength = 20)] public Uri? Link { get; set; } void Set() { Link = [|new Uri("https://a.example/long")|]; Link = new("https://a.example/"); } }""");

    [Fact]
    public Task Pattern_anywhere_in_the_text() => FileAsync("""class Box { [TextConstraint(Pattern = "b")] public string? Name { get; set; } void Set() => Name = "abc"; }""");

    [Fact]
    public Task Unconstrained_members() => SilentAsync("""await api.GetTaskAsync(""); await api.DeleteTaskAsync("");""");

    [Fact]
    public Task Local_given_a_value_twice() => SilentAsync("""string name = "twelve chars"; if (flag) { name = "short"; } var r = new UploadRequest { Name = name };""");

    [Fact]
    public Task Interpolation_with_a_format() => SilentAsync("""const int Year = 2024; var r = new UploadRequest { Name = $"{Year:N}" };""");

    [Fact]
    public Task Culture_dependent_number() => SilentAsync("""const double Share = 0.123456789012; var r = new UploadRequest { Name = $"{Share}" };""");

    [Fact]
    public Task Message_counts_and_names_the_bounds() => SaysAsync(
        """await api.SearchAsync([|""|]);""",
        "The text has no characters; SearchAsync(query) accepts 2 to 20 characters. The server refuses it.");

    [Fact]
    public Task Message_shows_the_pattern_on_one_line() => SaysAsync(
        """await api.ThumbnailAsync([|"00\nff"|]);""",
        "'00\\nff' does not match the pattern '^[0-9a-f]{4}$' of ThumbnailAsync(id). The server refuses it.");
}
