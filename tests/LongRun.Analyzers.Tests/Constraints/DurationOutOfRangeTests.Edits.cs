using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

/// <content>What the nearest duration looks like, in each form of writing one.</content>
public sealed partial class DurationOutOfRangeTests
{
    [Theory]
    [InlineData("new UploadRequest { Length = [|TimeSpan.FromDays(1)|] }", "new UploadRequest { Length = TimeSpan.FromHours(2) }")]
    [InlineData("new UploadRequest { Length = [|TimeSpan.Zero|] }", "new UploadRequest { Length = TimeSpan.FromSeconds(4) }")]
    [InlineData("new UploadRequest { Length = [|new System.TimeSpan(1, 0, 0, 0)|] }", "new UploadRequest { Length = System.TimeSpan.FromHours(2) }")]
    [InlineData("new UploadRequest { Length = [|TimeSpan.FromHours(1) * 3|] }", "new UploadRequest { Length = TimeSpan.FromHours(2) }")]
    [InlineData("new UploadRequest { Timeout = [|\"P1D\"|] }", "new UploadRequest { Timeout = \"PT10M\" }")]
    [InlineData("new ClipRequest(\"https://youtu.be/dQw4w9WgXcQ\", [|90|])", "new ClipRequest(\"https://youtu.be/dQw4w9WgXcQ\", 60)")]
    [InlineData("api.SearchAsync(\"cats\", window: [|TimeSpan.FromMilliseconds(200)|])", "api.SearchAsync(\"cats\", window: TimeSpan.FromSeconds(1))")]
    [InlineData("api.SearchAsync(\"cats\", window: [|TimeSpan.FromHours(2)|])", "api.SearchAsync(\"cats\", window: TimeSpan.FromMinutes(1))")]
    [InlineData("api.SearchAsync(\"cats\", start: [|-0.5|])", "api.SearchAsync(\"cats\", start: 0)")]
    [InlineData("api.SearchAsync(\"cats\", start: [|7200.5|])", "api.SearchAsync(\"cats\", start: 7200)")]
    public Task Is_mended(string before, string after) => MendsAsync<DurationOutOfRangeCodeFix>($"var x = {before};", $"var x = {after};");

    [Theory]
    [InlineData("MinSeconds = 5400", "TimeSpan", "TimeSpan.FromSeconds(1)", "TimeSpan.FromMinutes(90)")]
    [InlineData("MinSeconds = 90", "TimeSpan", "TimeSpan.FromSeconds(1)", "TimeSpan.FromSeconds(90)")]
    [InlineData("MinSeconds = 1.5", "TimeSpan", "TimeSpan.FromSeconds(1)", "TimeSpan.FromSeconds(1.5)")]
    [InlineData("MinSeconds = 0", "TimeSpan", "TimeSpan.FromSeconds(-1)", "TimeSpan.FromSeconds(0)")]
    [InlineData("MinSeconds = 1.5", "double", "1", "1.5")]
    [InlineData("MinSeconds = 1.5", "float", "1", "1.5f")]
    [InlineData("MinSeconds = 2", "float", "1", "2")]
    [InlineData("MinSeconds = 1.5", "decimal", "1", "1.5m")]
    [InlineData("MinSeconds = 2", "decimal", "1", "2")]
    [InlineData("MinSeconds = 2", "long", "1", "2")]
    [InlineData("MinSeconds = 90", "string", "\"PT1S\"", "\"PT1M30S\"")]
    public Task Is_mended_to_a_bound(string bounds, string type, string before, string after) => MendsAsync<DurationOutOfRangeCodeFix>(
        $"Go([|{before}|]); void Go([DurationConstraint({bounds})] {type} time) {{ }}",
        $"Go({after}); void Go([DurationConstraint({bounds})] {type} time) {{ }}");

    [Theory]
    [InlineData("MinSeconds = 1.5", "int", "1")]
    [InlineData("MaxSeconds = -5", "string", "\"PT1S\"")]
    public Task Is_not_mended(string bounds, string type, string value) => OffersNothingAsync<DurationOutOfRangeCodeFix>(
        $"Go([|{value}|]); void Go([DurationConstraint({bounds})] {type} time) {{ }}");
}
