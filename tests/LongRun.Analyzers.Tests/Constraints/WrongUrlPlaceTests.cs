using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed partial class WrongUrlPlaceTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2002";

    protected override string Mistake => """await api.CreateTaskAsync(new() { Url = [|new Uri("https://vimeo.com/123456")|] }, stop);""";

    [Fact]
    public Task Wrong_host_in_an_argument() => ReportsAsync("""await api.ImportAsync([|"https://vimeo.com/123456"|]);""");

    [Fact]
    public Task Wrong_scheme() => ReportsAsync("""await api.ImportAsync([|"http://youtu.be/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Host_that_only_begins_like_the_right_one() => ReportsAsync("""await api.ImportAsync([|"https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Host_that_only_ends_like_the_right_one() => ReportsAsync("""await api.ImportAsync([|"https://notyoutube.com/watch?v=dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Right_host_as_user_name() => ReportsAsync("""await api.ImportAsync([|"https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Interpolation_whose_head_holds_the_whole_host() => ReportsAsync("""await api.ImportAsync([|$"https://vimeo.com/{number}"|]);""");

    [Fact]
    public Task Concatenation_whose_head_holds_the_whole_host() => ReportsAsync("""await api.ImportAsync([|"https://vimeo.com/videos/" + text|]);""");

    [Fact]
    public Task Constant_host_in_an_interpolation() => ReportsAsync("""const string Host = "vimeo.com"; await api.ImportAsync([|$"https://{Host}/{text}"|]);""");

    [Fact]
    public Task Uri_from_an_interpolation() => ReportsAsync("""var request = new UploadRequest { Url = [|new Uri($"ftp://youtube.com/{text}")|] };""");

    [Fact]
    public Task File_address_in_a_local() => ReportsAsync("""var file = new Uri("file://server/clip.mp4"); var request = new UploadRequest { Url = [|file|] };""");

    [Fact]
    public Task Static_readonly_field_in_another_class() => FileAsync("""
        static class Links { public static readonly Uri Start = new("https://dailymotion.com/video/x1"); }
        class Program { UploadRequest Request() => new() { Url = [|Links.Start|] }; }
        """);

    [Fact]
    public Task Return_value_of_an_implementation() => FileAsync("""
        abstract class Api : IVideoApi
        {
            public Task<Uri> ThumbnailAsync(string id) => throw new NotSupportedException();
            public abstract Task<VideoTask> CreateTaskAsync(UploadRequest request, CancellationToken cancellationToken = default);
            public Task<VideoTask> ImportAsync(string url = [|"https://vimeo.com/1"|], string? key = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public abstract Task<VideoTask> GetTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task<TaskPage> ListTasksAsync(int? limit = null, CancellationToken cancellationToken = default);
            public abstract Task DeleteTaskAsync(string id, CancellationToken cancellationToken = default);
            public abstract Task SearchAsync(string query, double threshold = 0.5, int step = 5, TimeSpan? window = null, double? start = null, string groupBy = "clip", CancellationToken cancellationToken = default);
            [return: UrlConstraint(Hosts = new[] { "cdn.example" })] async Task<Uri> Cdn() { await Task.Yield(); return [|new Uri("https://other.example/x")|]; }
        }
        """);

    [Fact]
    public Task Record_in_a_collection() => ReportsAsync("""var clips = new List<ClipRequest> { new([|"https://youtube.com/watch?v=dQw4w9WgXcQ"|], 5), new("https://youtu.be/dQw4w9WgXcQ") };""");

    [Fact]
    public Task Host_below_an_accepted_one() => SilentAsync("""await api.ImportAsync("https://m.youtube.com/watch?v=dQw4w9WgXcQ"); await api.ImportAsync("https://www.youtube.com/watch?v=dQw4w9WgXcQ");""");

    [Fact]
    public Task Upper_case_host_and_scheme() => SilentAsync("""await api.ImportAsync("HTTPS://YOUTU.BE/dQw4w9WgXcQ");""");

    [Fact]
    public Task Own_port_of_the_scheme() => SilentAsync("""await api.ImportAsync("https://youtu.be:443/dQw4w9WgXcQ");""");

    [Fact]
    public Task Head_that_ends_within_the_host() => SilentAsync("""await api.ImportAsync($"https://vimeo.com{text}");""");

    [Fact]
    public Task Head_that_ends_before_the_host() => SilentAsync("""await api.ImportAsync($"https://{text}/dQw4w9WgXcQ");""");

    [Fact]
    public Task Head_with_the_right_host() => SilentAsync("""await api.ImportAsync($"https://youtu.be/{text}");""");

    [Fact]
    public Task Constraint_without_hosts() => SilentAsync("""var request = new UploadRequest { Callback = "https://anything.example/hook" };""");

    [Fact]
    public Task Local_written_in_a_loop() => SilentAsync("""string link = "https://vimeo.com/1"; for (int i = 0; i < number; i++) { link = text; } await api.ImportAsync(link);""");

    [Fact]
    public Task Local_with_two_branches() => SilentAsync("""string link; if (flag) { link = "https://vimeo.com/1"; } else { link = "https://youtu.be/dQw4w9WgXcQ"; } await api.ImportAsync(link);""");

    [Fact]
    public Task Same_member_name_on_another_type() => SilentAsync("""var other = new { Url = new Uri("https://vimeo.com/1") };""");

    [Fact]
    public Task Value_read_from_a_configuration() => SilentAsync("""await api.ImportAsync(Environment.GetEnvironmentVariable("VIDEO") ?? "https://vimeo.com/1");""");

    [Fact]
    public Task Comparing_is_not_giving() => SilentAsync("""var request = new UploadRequest(); if (request.Callback == "http://a.example/") { Console.WriteLine("https://vimeo.com/1"); }""");

    [Fact]
    public Task Result_of_the_call() => SilentAsync("""Uri picture = await api.ThumbnailAsync("00ff"); Console.WriteLine(picture);""");

    [Fact]
    public Task Fix_uses_https() => MendsAsync<WrongUrlPlaceCodeFix>(
        """await api.ImportAsync([|"http://youtu.be/dQw4w9WgXcQ"|]);""",
        """await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ");""");

    [Fact]
    public Task Fix_mends_a_slip_in_the_host_everywhere() => MendsAsync<WrongUrlPlaceCodeFix>(
        """
        var a = new UploadRequest { Url = [|new Uri("https://www.yuotube.com/watch?v=dQw4w9WgXcQ")|] }; // first
                await api.ImportAsync([|"https://youtub.be/dQw4w9WgXcQ?t=1"|]);
        """,
        """
        var a = new UploadRequest { Url = new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ") }; // first
                await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ?t=1");
        """);

    [Fact]
    public Task No_fix_for_another_site() => OffersNothingAsync<WrongUrlPlaceCodeFix>("""await api.ImportAsync([|"https://vimeo.com/123456"|]);""");

    [Fact]
    public Task Fix_mends_the_beginning_of_an_interpolation_and_of_a_sum() => MendsAsync<WrongUrlPlaceCodeFix>(
        """await api.ImportAsync([|$"http://youtu.be/{text}"|]); await api.ImportAsync([|"https://www.yuotube.com/watch?v=" /* the video */ + text|]);""",
        """await api.ImportAsync($"https://youtu.be/{text}"); await api.ImportAsync("https://www.youtube.com/watch?v=" /* the video */ + text);""");

    [Fact]
    public Task No_fix_for_a_scheme_that_means_another_place() => OffersNothingAsync<WrongUrlPlaceCodeFix>("""await api.ImportAsync([|"ftp://youtu.be/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Message_names_the_provider_the_member_and_its_hosts() => SaysAsync(
        """var r = new UploadRequest { Url = [|new Uri("https://vimeo.com/1")|] };""",
        "'vimeo.com' is not a YouTube host; UploadRequest.Url accepts youtube.com and youtu.be. The server refuses any other.");

    [Fact]
    public Task Message_names_the_schemes() => SaysAsync(
        """await api.ImportAsync([|$"http://youtu.be/{text}"|]);""",
        "'http' is not accepted in a YouTube URL; ImportAsync(url) accepts https. The server refuses any other.");
}
