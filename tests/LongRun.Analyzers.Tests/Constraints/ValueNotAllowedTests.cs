using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed class ValueNotAllowedTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2007";

    protected override string Mistake => """await api.SearchAsync("cats", groupBy: [|"clips"|]);""";

    [Fact]
    public Task Another_word() => ReportsAsync("""await api.SearchAsync("cats", groupBy: [|"scene"|]);""");

    [Fact]
    public Task Wrong_case() => ReportsAsync("""await api.SearchAsync("cats", groupBy: [|"Video"|]);""");

    [Fact]
    public Task Empty() => ReportsAsync("""await api.SearchAsync("cats", groupBy: [|""|]);""");

    [Fact]
    public Task Property() => ReportsAsync("""var r = new UploadRequest(); r.Quality = [|"medium"|];""");

    [Fact]
    public Task Object_initialiser() => ReportsAsync("""var r = new UploadRequest { Quality = [|" high"|] };""");

    [Fact]
    public Task Constant() => ReportsAsync("""const string Group = "index"; await api.SearchAsync("cats", groupBy: [|Group|]);""");

    [Fact]
    public Task Interpolation_of_constants() => ReportsAsync("""const string Group = "clip"; await api.SearchAsync("cats", groupBy: [|$"{Group}_all"|]);""");

    [Fact]
    public Task Coalescing_assignment() => ReportsAsync("""var r = new UploadRequest(); r.Quality ??= [|"lo"|];""");

    [Fact]
    public Task Default_of_a_parameter() => FileAsync("""class Program { void Find([System.ComponentModel.DataAnnotations.AllowedValues("a", "b")] string by = [|"c"|]) { } }""");

    [Fact]
    public Task Static_readonly() => FileAsync("""class Program { static readonly string By = "shot"; Task Run(IVideoApi api) => api.SearchAsync("cats", groupBy: [|By|]); }""");

    [Fact]
    public Task Listed() => SilentAsync("""await api.SearchAsync("cats", groupBy: "video"); var r = new UploadRequest { Quality = "low" };""");

    [Fact]
    public Task Null_that_is_listed() => SilentAsync("""var r = new UploadRequest { Quality = null };""");

    [Fact]
    public Task Run_time() => SilentAsync("""await api.SearchAsync("cats", groupBy: text);""");

    [Fact]
    public Task Head() => SilentAsync("""await api.SearchAsync("cats", groupBy: $"clip{text}"); await api.SearchAsync("cats", groupBy: "x" + text);""");

    [Fact]
    public Task Choice() => SilentAsync("""await api.SearchAsync("cats", groupBy: flag ? "clip" : text);""");

    [Fact]
    public Task Left_out() => SilentAsync("""await api.SearchAsync("cats");""");

    [Fact]
    public Task Local_written_again() => SilentAsync("""string by = "scene"; by = text; await api.SearchAsync("cats", groupBy: by);""");

    [Fact]
    public Task Other_members() => SilentAsync("""var task = new VideoTask { Reason = "medium" };""");

    [Fact]
    public Task Comparison() => SilentAsync("""var r = new UploadRequest(); if (r.Quality is "medium" or "x") { return; }""");

    [Fact]
    public Task Values_that_are_no_texts() => FileAsync("""class Box { [System.ComponentModel.DataAnnotations.AllowedValues(1, 2)] public int Size { get; set; } void Set() => Size = 3; }""");

    [Fact]
    public Task Texts_on_a_member_of_another_type() => FileAsync("""class Box { [System.ComponentModel.DataAnnotations.AllowedValues("a")] public object? Any { get; set; } void Set() => Any = "b"; }""");

    [Fact]
    public Task Parameter_of_the_caller() => SilentAsync("""async Task Go(string by = "scene") => await api.SearchAsync("cats", groupBy: by); await Go();""");

    [Fact]
    public Task Method_result() => SilentAsync("""await api.SearchAsync("cats", groupBy: "SCENE".ToLowerInvariant());""");

    [Fact]
    public Task Fix_mends_case_and_slips_everywhere() => MendsAsync<ValueNotAllowedCodeFix>(
        """await api.SearchAsync("cats", groupBy: [|"Video"|]); var r = new UploadRequest { Quality = /* best */ [|"hihg"|] };""",
        """await api.SearchAsync("cats", groupBy: "video"); var r = new UploadRequest { Quality = /* best */ "high" };""");

    [Fact]
    public Task No_fix_for_another_word() => OffersNothingAsync<ValueNotAllowedCodeFix>("""await api.SearchAsync("cats", groupBy: [|"scene"|]);""");

    [Fact]
    public Task Message_lists_the_values() => SaysAsync(
        """await api.SearchAsync("cats", groupBy: [|"scene"|]);""",
        "SearchAsync(groupBy) accepts clip and video, and not 'scene'. The server refuses any other.");

    [Fact]
    public Task Message_asks_for_the_nearest() => SaysAsync(
        """var r = new UploadRequest { Quality = [|"High"|] };""",
        "UploadRequest.Quality accepts low and high, and not 'High'; did you mean 'high'? The server refuses any other.");
}
