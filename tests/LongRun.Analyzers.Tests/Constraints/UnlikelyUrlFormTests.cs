using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed class UnlikelyUrlFormTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2003";

    protected override string Mistake => """await api.ImportAsync([|"https://www.youtube.com/playlist?list=PL1234567890"|]);""";

    [Fact]
    public Task Channel() => ReportsAsync("""await api.CreateTaskAsync(new UploadRequest { Url = [|new Uri("https://www.youtube.com/@somebody")|] });""");

    [Fact]
    public Task Search() => ReportsAsync("""await api.ImportAsync([|"https://www.youtube.com/results?search_query=cats"|]);""");

    [Fact]
    public Task Home_page() => ReportsAsync("""await api.ImportAsync([|"https://www.youtube.com/"|]);""");

    [Fact]
    public Task Home_page_without_slash() => ReportsAsync("""await api.ImportAsync([|"https://youtu.be"|]);""");

    [Fact]
    public Task Id_that_is_too_short() => ReportsAsync("""await api.ImportAsync([|"https://youtu.be/abc"|]);""");

    [Fact]
    public Task Id_with_other_characters_in_the_query() => ReportsAsync("""await api.ImportAsync([|"https://www.youtube.com/watch?v=dQw4w9WgXc!"|]);""");

    [Fact]
    public Task Watch_page_without_an_id() => ReportsAsync("""await api.ImportAsync([|"https://www.youtube.com/watch?list=PL1"|]);""");

    [Fact]
    public Task Form_of_another_host() => ReportsAsync("""await api.ImportAsync([|"https://www.youtube.com/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Another_port() => ReportsAsync("""await api.ImportAsync([|"https://youtu.be:8443/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Constant_in_a_local_function() => ReportsAsync("""async Task Go() { const string Link = "https://youtu.be/channel/x"; await api.ImportAsync([|Link|]); } await Go();""");

    [Fact]
    public Task Lambda() => ReportsAsync("""Func<Task> go = () => api.ImportAsync([|"https://www.youtube.com/feed"|]); await go();""");

    [Fact]
    public Task Short_form() => SilentAsync("""await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ");""");

    [Fact]
    public Task Trailing_slash() => SilentAsync("""await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ/");""");

    [Fact]
    public Task Fragment() => SilentAsync("""await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ#t=10");""");

    [Fact]
    public Task Other_parameters_before_the_id() => SilentAsync("""await api.ImportAsync("https://www.youtube.com/watch?list=PL1&index=2&v=dQw4w9WgXcQ");""");

    [Fact]
    public Task Other_parameters_after_the_id() => SilentAsync("""await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ?si=abc&t=42");""");

    [Fact]
    public Task Shorts() => SilentAsync("""var r = new UploadRequest { Url = new Uri("https://youtube.com/shorts/dQw4w9WgXcQ") };""");

    [Fact]
    public Task Mobile_host() => SilentAsync("""await api.ImportAsync("https://m.youtube.com/watch?v=dQw4w9WgXcQ");""");

    [Fact]
    public Task Escaped_id() => SilentAsync("""await api.ImportAsync("https://youtu.be/%64Qw4w9WgXcQ");""");

    [Fact]
    public Task Head_of_an_interpolation() => SilentAsync("""await api.ImportAsync($"https://youtu.be/{text}"); await api.ImportAsync($"https://www.youtube.com/playlist?list={text}");""");

    [Fact]
    public Task Head_of_a_concatenation() => SilentAsync("""await api.ImportAsync("https://www.youtube.com/@" + text);""");

    [Fact]
    public Task Constraint_without_forms() => SilentAsync("""var r = new UploadRequest { Callback = "https://a.example/" }; var c = new ClipRequest("https://youtu.be/");""");

    [Fact]
    public Task Id_from_constants() => SilentAsync("""const string Video = "dQw4w9WgXcQ"; await api.ImportAsync($"https://youtu.be/{Video}");""");

    [Fact]
    public Task Unknown_form_in_a_comment_or_log() => SilentAsync("""Console.WriteLine("https://www.youtube.com/playlist?list=PL1"); await api.ImportAsync(text);""");

    [Fact]
    public Task Message_shows_what_an_address_looks_like() => SaysAsync(
        """await api.ImportAsync([|"https://www.youtube.com/@somebody"|]);""",
        "'https://www.youtube.com/@somebody' does not look like the address of one YouTube item; it may be refused. One looks like youtu.be/{id}.");

    [Fact]
    public Task Message_names_the_id() => SaysAsync(
        """await api.ImportAsync([|"https://youtu.be/abc"|]);""",
        "'abc' in 'https://youtu.be/abc' does not look like a YouTube id; it may be refused.");
}
