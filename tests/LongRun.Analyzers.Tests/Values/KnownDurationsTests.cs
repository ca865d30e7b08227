using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Values;

/// <summary>Durations by each way to make one, on both sides of a bound of 4 seconds and one of 2 hours.</summary>
public sealed class KnownDurationsTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2004";

    protected override string Mistake => """var r = new UploadRequest { Length = [|TimeSpan.FromHours(3)|] };""";

    [Theory]
    [InlineData("new TimeSpan()")]
    [InlineData("new TimeSpan(39_999_999)")]
    [InlineData("new TimeSpan(3, 0, 0)")]
    [InlineData("new TimeSpan(0, 121, 0)")]
    [InlineData("new TimeSpan(0, 0, 3)")]
    [InlineData("new TimeSpan(1, 0, 0, 0)")]
    [InlineData("new TimeSpan(0, 0, 0, 3, 999)")]
    [InlineData("new TimeSpan(0, 0, 0, 3, 999, 999)")]
    [InlineData("new TimeSpan(seconds: 1, hours: 2, minutes: 0)")]
    [InlineData("TimeSpan.FromDays(1)")]
    [InlineData("TimeSpan.FromHours(2.01)")]
    [InlineData("TimeSpan.FromMinutes(121)")]
    [InlineData("TimeSpan.FromSeconds(3.9)")]
    [InlineData("TimeSpan.FromMilliseconds(3999)")]
    [InlineData("TimeSpan.FromMicroseconds(3_999_999)")]
    [InlineData("TimeSpan.FromTicks(39_999_999)")]
    [InlineData("TimeSpan.FromHours(1) + TimeSpan.FromMinutes(61)")]
    [InlineData("TimeSpan.FromHours(4) - TimeSpan.FromHours(1)")]
    [InlineData("TimeSpan.FromSeconds(5) - TimeSpan.FromSeconds(2)")]
    [InlineData("TimeSpan.FromHours(1) * 3")]
    [InlineData("3 * TimeSpan.FromHours(1)")]
    [InlineData("TimeSpan.FromHours(1) * 2.5")]
    [InlineData("-TimeSpan.FromHours(1)")]
    [InlineData("-(-TimeSpan.FromHours(3))")]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("TimeSpan.MinValue")]
    [InlineData("-TimeSpan.MaxValue")]
    [InlineData("default")]
    public Task Outside(string duration) => ReportsAsync($"var r = new UploadRequest {{ Length = [|{duration}|] }};");

    [Theory]
    [InlineData("new TimeSpan(40_000_000)")]
    [InlineData("new TimeSpan(2, 0, 0)")]
    [InlineData("new TimeSpan(0, 120, 0)")]
    [InlineData("new TimeSpan(0, 0, 4)")]
    [InlineData("new TimeSpan(0, 2, 0, 0)")]
    [InlineData("new TimeSpan(0, 0, 0, 3, 1000)")]
    [InlineData("new TimeSpan(0, 0, 0, 3, 999, 1000)")]
    [InlineData("new TimeSpan(0, 0, number)")]
    [InlineData("TimeSpan.FromDays(0.05)")]
    [InlineData("TimeSpan.FromHours(2)")]
    [InlineData("TimeSpan.FromMinutes(120)")]
    [InlineData("TimeSpan.FromSeconds(4)")]
    [InlineData("TimeSpan.FromMilliseconds(4000)")]
    [InlineData("TimeSpan.FromMicroseconds(4_000_000)")]
    [InlineData("TimeSpan.FromTicks(40_000_000)")]
    [InlineData("TimeSpan.Parse(\"3:00:00\")")]
    [InlineData("TimeSpan.FromHours(1) + TimeSpan.FromMinutes(60)")]
    [InlineData("TimeSpan.FromHours(3) - TimeSpan.FromHours(1)")]
    [InlineData("TimeSpan.FromHours(1) * 2")]
    [InlineData("2 * TimeSpan.FromHours(1)")]
    [InlineData("TimeSpan.FromHours(5) / 2")]
    [InlineData("TimeSpan.FromHours(number) + TimeSpan.FromHours(3)")]
    [InlineData("TimeSpan.FromHours(3) + TimeSpan.FromHours(number)")]
    [InlineData("-TimeSpan.FromHours(-1)")]
    [InlineData("TimeSpan.MaxValue + TimeSpan.FromTicks(1)")]
    [InlineData("TimeSpan.MinValue - TimeSpan.FromTicks(1)")]
    [InlineData("TimeSpan.MaxValue * 2")]
    [InlineData("-TimeSpan.MinValue")]
    [InlineData("TimeSpan.FromHours(3).Negate().Duration()")]
    [InlineData("TimeSpan.FromHours(3).Add(TimeSpan.FromHours(1))")]
    [InlineData("Environment.TickCount > 3 ? TimeSpan.FromHours(3) : TimeSpan.Zero")]
    [InlineData("Own.TimeSpan.FromHours(3)")]
    public Task Within_or_not_known(string duration) => FileAsync($$"""
        namespace Own { struct TimeSpan { public static System.TimeSpan FromHours(int hours) => default; } }
        class Program { void Run(int number) { var r = new UploadRequest { Length = {{duration}} }; } }
        """);

    [Theory]
    [InlineData("[|TimeSpan.FromHours(3).TotalSeconds|]")]
    [InlineData("TimeSpan.FromHours(2).TotalSeconds")]
    [InlineData("[|TimeSpan.FromSeconds(7.3).TotalMilliseconds|]")]
    [InlineData("TimeSpan.FromSeconds(7.2).TotalMilliseconds")]
    [InlineData("[|TimeSpan.FromMinutes(7201).TotalMinutes|]")]
    [InlineData("TimeSpan.FromMinutes(7200).TotalMinutes")]
    [InlineData("[|TimeSpan.FromHours(7201).TotalHours|]")]
    [InlineData("[|TimeSpan.FromDays(7201).TotalDays|]")]
    [InlineData("[|TimeSpan.FromMilliseconds(7.3).TotalMicroseconds|]")]
    [InlineData("TimeSpan.FromMilliseconds(7.3).TotalNanoseconds")]
    [InlineData("TimeSpan.FromHours(3).Ticks")]
    [InlineData("TimeSpan.FromDays(8000).Days")]
    [InlineData("TimeSpan.FromHours(number).TotalSeconds")]
    public Task Number_of_a_duration(string start) => ReportsAsync($"""await api.SearchAsync("cats", start: {start});""");
}
