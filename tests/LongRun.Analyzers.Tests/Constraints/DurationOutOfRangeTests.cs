using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed partial class DurationOutOfRangeTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2004";

    protected override string Mistake => """var r = new UploadRequest { Length = [|TimeSpan.FromHours(3)|] };""";

    [Fact]
    public Task Too_short() => ReportsAsync("""var r = new UploadRequest { Length = [|TimeSpan.FromSeconds(3.9)|] };""");

    [Fact]
    public Task Constructor_of_TimeSpan() => ReportsAsync("""var r = new UploadRequest(); r.Length = [|new TimeSpan(2, 0, 1)|];""");

    [Fact]
    public Task Target_typed_constructor_with_named_arguments() => ReportsAsync("""var r = new UploadRequest { Length = [|new(days: 1, hours: 0, minutes: 0, seconds: 0)|] };""");

    [Fact]
    public Task Ticks() => ReportsAsync("""var r = new UploadRequest { Length = [|TimeSpan.FromTicks(1)|] };""");

    [Fact]
    public Task Zero_and_MaxValue() => ReportsAsync("""await api.SearchAsync("cats", window: [|TimeSpan.Zero|]); await api.SearchAsync("cats", window: [|TimeSpan.MaxValue|]);""");

    [Fact]
    public Task Default() => ReportsAsync("""var r = new UploadRequest { Length = [|default(TimeSpan)|] };""");

    [Fact]
    public Task Number_of_seconds_from_constants() => ReportsAsync("""const int Hour = 60 * 60; await api.SearchAsync("cats", start: [|3 * Hour|]);""");

    [Fact]
    public Task Negative_number() => ReportsAsync("""await api.SearchAsync("cats", start: [|-1|]);""");

    [Fact]
    public Task Sum_of_durations() => ReportsAsync("""await api.SearchAsync("cats", window: [|TimeSpan.FromSeconds(30) + TimeSpan.FromMinutes(1)|]);""");

    [Fact]
    public Task Product_of_a_duration() => ReportsAsync("""await api.SearchAsync("cats", window: [|TimeSpan.FromSeconds(31) * 2|]);""");

    [Fact]
    public Task Negated_duration() => ReportsAsync("""await api.SearchAsync("cats", window: [|-TimeSpan.FromSeconds(5)|]);""");

    [Fact]
    public Task Iso_text() => ReportsAsync("""var r = new UploadRequest { Timeout = [|"PT10M1S"|] };""");

    [Fact]
    public Task Static_readonly_duration() => FileAsync("""class Program { private static readonly TimeSpan Long = TimeSpan.FromDays(1); UploadRequest Request => new() { Length = [|Long|] }; }""");

    [Fact]
    public Task Record_default_and_argument() => ReportsAsync("""var c = new ClipRequest("https://youtu.be/dQw4w9WgXcQ", [|90|]); c = c with { Seconds = [|61.5|] };""");

    [Fact]
    public Task Local_of_several() => ReportsAsync("""TimeSpan a = TimeSpan.FromMinutes(2), b = a; await api.SearchAsync("cats", window: [|b|]);""");

    [Fact]
    public Task Bounds_themselves() => SilentAsync("""var r = new UploadRequest { Length = TimeSpan.FromSeconds(4) }; r.Length = TimeSpan.FromHours(2);""");

    [Fact]
    public Task Within() => SilentAsync("""await api.SearchAsync("cats", window: TimeSpan.FromMilliseconds(1500), start: 7200);""");

    [Fact]
    public Task Null_and_left_out() => SilentAsync("""await api.SearchAsync("cats", window: null, start: null); await api.SearchAsync("cats");""");

    [Fact]
    public Task For_ever() => SilentAsync("""await api.SearchAsync("cats", window: Timeout.InfiniteTimeSpan);""");

    [Fact]
    public Task Known_at_run_time_only() => SilentAsync("""await api.SearchAsync("cats", window: TimeSpan.FromHours(number)); await api.SearchAsync("cats", start: number * 3600);""");

    [Fact]
    public Task Iso_text_within() => SilentAsync("""var r = new UploadRequest { Timeout = "PT10M" };""");

    [Fact]
    public Task Fraction_of_a_tick_is_cut_off_as_at_run_time() => ReportsAsync("""var r = new UploadRequest { Length = [|TimeSpan.FromSeconds(3.99999999)|] }; var s = new UploadRequest { Length = [|TimeSpan.FromMilliseconds(3999.99999)|] }; s = new() { Length = [|TimeSpan.FromSeconds(2) * 1.99999997|] };""");

    [Fact]
    public Task Product_is_rounded_to_a_tick_as_at_run_time() => SilentAsync("""var r = new UploadRequest { Length = TimeSpan.FromSeconds(2) * 1.99999999 }; r.Length = TimeSpan.FromMinutes(240) * 0.5;""");

    [Fact]
    public Task Text_that_is_no_duration() => SilentAsync("""var r = new UploadRequest { Timeout = "soon" }; r.Timeout = "P1M"; r.Timeout = "";""");

    [Fact]
    public Task Local_that_grows() => SilentAsync("""var window = TimeSpan.FromMinutes(2); window -= TimeSpan.FromMinutes(1.5); await api.SearchAsync("cats", window: window);""");

    [Fact]
    public Task Counter_of_a_loop() => SilentAsync("""for (double start = 9000; start > 8000; start--) { } for (int s = -1; s < 1; s++) { await api.SearchAsync("cats", start: s); }""");

    [Fact]
    public Task Overflow() => SilentAsync("""unchecked { int big = int.MaxValue; await api.SearchAsync("cats", start: number + big); }""");

    [Fact]
    public Task Difference_of_dates() => SilentAsync("""await api.SearchAsync("cats", window: DateTime.UtcNow - DateTime.UnixEpoch);""");

    [Fact]
    public Task Comparison() => SilentAsync("""var r = new UploadRequest(); if (r.Length > TimeSpan.FromDays(1)) { Console.WriteLine(TimeSpan.FromDays(1)); }""");

    [Fact]
    public Task Element_of_an_array() => SilentAsync("""TimeSpan[] all = { TimeSpan.FromDays(1) }; await api.SearchAsync("cats", window: all[0]);""");

    [Fact]
    public Task Cast_that_loses() => SilentAsync("""await api.SearchAsync("cats", start: (int)(number * 1e9));""");

    [Fact]
    public Task Fix_uses_the_nearest_bound_of_a_duration_everywhere() => MendsAsync<DurationOutOfRangeCodeFix>(
        """var r = new UploadRequest { Length = [|TimeSpan.FromHours(3)|] /* long */ }; var s = new UploadRequest { Length = [|new TimeSpan(0, 0, 1)|] };""",
        """var r = new UploadRequest { Length = TimeSpan.FromHours(2) /* long */ }; var s = new UploadRequest { Length = TimeSpan.FromSeconds(4) };""");

    [Fact]
    public Task Fix_uses_the_nearest_bound_of_a_number_and_a_text() => MendsAsync<DurationOutOfRangeCodeFix>(
        """await api.SearchAsync("cats", start: [|10_000|]); var r = new UploadRequest { Timeout = [|"PT1H"|] };""",
        """await api.SearchAsync("cats", start: 7200); var r = new UploadRequest { Timeout = "PT10M" };""");

    [Fact]
    public Task No_fix_where_a_name_stands_for_the_value() => OffersNothingAsync<DurationOutOfRangeCodeFix>("""TimeSpan day = TimeSpan.FromDays(1); await api.SearchAsync("cats", window: [|day|]);""");

    [Fact]
    public Task Fix_keeps_the_name_of_the_type_as_written() => MendsAsync<DurationOutOfRangeCodeFix>(
        """var r = new UploadRequest { Length = [|System.TimeSpan.FromHours(3)|] }; var s = new UploadRequest { Length = [|new(3, 0, 0)|] };""",
        """var r = new UploadRequest { Length = System.TimeSpan.FromHours(2) }; var s = new UploadRequest { Length = TimeSpan.FromHours(2) };""");

    [Fact]
    public Task No_fix_that_would_lose_a_comment() => OffersNothingAsync<DurationOutOfRangeCodeFix>("""await api.SearchAsync("cats", start: [|3 /* hours */ * 3600|]);""");

    [Fact]
    public Task No_fix_for_what_is_no_number() => OffersNothingAsync<DurationOutOfRangeCodeFix>("""await api.SearchAsync("cats", start: [|double.NaN|]);""");

    [Fact]
    public Task Message_names_value_member_and_range() => SaysAsync(
        """var r = new UploadRequest { Length = [|TimeSpan.FromHours(3)|] };""",
        "3 h is longer than UploadRequest.Length accepts (4 s to 2 h). The server refuses it.");

    [Fact]
    public Task Message_of_a_number_speaks_of_time() => SaysAsync(
        """await api.SearchAsync("cats", start: [|9000.5|]);""",
        "2 h 30 min 0.5 s is longer than SearchAsync(start) accepts (0 s to 2 h). The server refuses it.");
}
