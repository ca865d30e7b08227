using LongRun.Analyzers.Tests.Verification;
using LongRun.Analyzers.Values;
using LongRun.CodeFixes.Constraints;

namespace LongRun.Analyzers.Tests.Constraints;

public sealed partial class UnusableUrlTests : RuleTests<ValueAnalyzer>
{
    protected override string Id => "LRO2001";

    protected override string Mistake => """await api.ImportAsync([|"youtu.be/dQw4w9WgXcQ"|]);""";

    [Fact]
    public Task Empty_text_in_an_argument() => ReportsAsync("""await api.ImportAsync([|""|], cancellationToken: stop);""");

    [Fact]
    public Task Relative_uri_in_an_object_initialiser() => ReportsAsync("""await api.CreateTaskAsync(new() { Url = [|new Uri("/watch?v=dQw4w9WgXcQ", UriKind.Relative)|] });""");

    [Fact]
    public Task No_host_assigned_to_a_property() => ReportsAsync("""var request = new UploadRequest(); request.Url = [|new Uri("https:///watch")|];""");

    [Fact]
    public Task White_space_inside_a_named_argument() => ReportsAsync("""await api.ImportAsync(key: "k", url: [|"https://youtu.be/dQw4 w9WgXcQ"|]);""");

    [Fact]
    public Task Local_assigned_once_reports_where_it_is_used() => ReportsAsync("""string link = "youtube"; await api.ImportAsync([|link|]);""");

    [Fact]
    public Task Local_assigned_after_its_declaration() => ReportsAsync("""string link; link = "not a url"; await api.ImportAsync([|link|]);""");

    [Fact]
    public Task Constant_of_a_class() => FileAsync("""
        static class Links { public const string Start = "www.youtube.com/watch?v=dQw4w9WgXcQ"; }
        class Program { Task Run(IVideoApi api) => api.ImportAsync([|Links.Start|]); }
        """);

    [Fact]
    public Task Static_readonly_field_with_a_uri() => FileAsync("""
        class Program
        {
            private static readonly Uri Link = new("https://", UriKind.RelativeOrAbsolute);
            Task Run(IVideoApi api) => api.CreateTaskAsync(new UploadRequest { Url = [|Link|] });
        }
        """);

    [Fact]
    public Task Interpolation_of_constants() => ReportsAsync("""const string Host = "youtu.be"; await api.ImportAsync([|$"{Host}/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task Concatenation_of_constants() => ReportsAsync("""await api.ImportAsync([|"https:/" + "youtu.be/dQw4w9WgXcQ"|]);""");

    [Fact]
    public Task With_expression_on_a_record() => ReportsAsync("""var clip = new ClipRequest("https://youtu.be/x") with { Source = [|"x"|] };""");

    [Fact]
    public Task Positional_record_argument() => ReportsAsync("""var clip = new ClipRequest([|"clip.mp4"|]);""");

    [Fact]
    public Task Implementation_of_an_annotated_interface() => FileAsync("""
        interface ISource { Task Open([UrlConstraint] string url); [UrlConstraint] string Place { get; set; } }
        sealed class Source : ISource { public Task Open(string url) => Task.CompletedTask; public string Place { get; set; } = [|"somewhere"|]; }
        class Program { Task Run(Source source) { source.Place = [|"nowhere"|]; return source.Open([|"file.mp4"|]); } }
        """);

    [Fact]
    public Task Return_of_an_annotated_member_default_value_and_attribute_argument() => FileAsync("""
        sealed class LinkAttribute : Attribute { public LinkAttribute([UrlConstraint] string url) { } [UrlConstraint] public string? Mirror { get; set; } }
        class Program
        {
            [UrlConstraint] string Home => [|"home"|];
            [return: UrlConstraint] string Find() { return [|"search"|]; }
            void Open([UrlConstraint] string url = [|"start"|]) { }
            [Link([|"doc"|], Mirror = [|"doc2"|])] void Documented() { }
        }
        """);

    [Fact]
    public Task Null_coalescing_assignment() => ReportsAsync("""var request = new UploadRequest(); request.Callback ??= [|"hook"|];""");

    [Fact]
    public Task Top_level_program_with_a_real_client() => ReportsAsync("""Uri link = new("youtu.be/dQw4w9WgXcQ", UriKind.RelativeOrAbsolute); var request = new UploadRequest { Url = [|link|] };""");

    [Fact]
    public Task Fitting_url_is_silent() => SilentAsync("""await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ");""");

    [Fact]
    public Task Url_from_outside_is_silent() => SilentAsync("""await api.ImportAsync(text);""");

    [Fact]
    public Task Local_written_again_is_silent() => SilentAsync("""string link = ""; link = text; await api.ImportAsync(link);""");

    [Fact]
    public Task Local_written_in_a_lambda_is_silent() => SilentAsync("""string link = ""; Action set = () => link = text; set(); await api.ImportAsync(link);""");

    [Fact]
    public Task Local_given_by_reference_is_silent() => SilentAsync("""string link = ""; Interlocked.Exchange(ref link, text); await api.ImportAsync(link);""");

    [Fact]
    public Task Local_written_by_deconstruction_is_silent() => SilentAsync("""string link = ""; (link, number) = (text, 1); await api.ImportAsync(link);""");

    [Fact]
    public Task Head_of_an_interpolation_is_silent() => SilentAsync("""await api.ImportAsync($"{text}/dQw4w9WgXcQ"); await api.ImportAsync($"youtu{text}");""");

    [Fact]
    public Task Relative_to_a_base_is_silent() => SilentAsync("""var request = new UploadRequest { Url = new Uri(new Uri("https://youtu.be/"), "dQw4w9WgXcQ") };""");

    [Fact]
    public Task Null_is_silent() => SilentAsync("""var request = new UploadRequest { Url = null, Callback = null }; await api.ImportAsync(null!);""");

    [Fact]
    public Task Static_readonly_field_set_in_the_static_constructor_is_silent() => FileAsync("""
        class Program
        {
            private static readonly string Link = "";
            static Program() => Link = Environment.GetEnvironmentVariable("LINK") ?? "https://youtu.be/dQw4w9WgXcQ";
            Task Run(IVideoApi api) => api.ImportAsync(Link);
        }
        """);

    [Fact]
    public Task Instance_and_mutable_fields_are_silent() => FileAsync("""
        class Program
        {
            private static string _shared = "";
            private readonly string _own = "";
            async Task Run(IVideoApi api) { await api.ImportAsync(_shared); await api.ImportAsync(_own); }
        }
        """);

    [Fact]
    public Task Members_without_a_constraint_are_silent() => SilentAsync("""await api.GetTaskAsync(""); var task = new VideoTask { Id = "", Reason = "not a url" };""");

    [Fact]
    public Task Lambda_inside_an_annotated_property_is_silent() => FileAsync("""
        class Program { [UrlConstraint] string Home { get { Func<string> name = () => "home"; return "https://a.example/" + name(); } } }
        """);

    [Fact]
    public Task Choice_at_run_time_is_silent() => SilentAsync("""await api.ImportAsync(flag ? text : ""); await api.ImportAsync(text ?? "");""");

    [Fact]
    public Task Loop_variables_and_parameters_are_silent() => SilentAsync("""foreach (string link in new[] { "", "x" }) { await api.ImportAsync(link); }""");

    [Fact]
    public Task Fix_adds_the_scheme() => MendsAsync<UnusableUrlCodeFix>(
        """await api.ImportAsync(/* the video */ [|"youtu.be/dQw4w9WgXcQ"|], cancellationToken: stop);""",
        """await api.ImportAsync(/* the video */ "https://youtu.be/dQw4w9WgXcQ", cancellationToken: stop);""");

    [Fact]
    public Task Fix_removes_white_space_around_in_all_places() => MendsAsync<UnusableUrlCodeFix>(
        """await api.ImportAsync([|" https://youtu.be/dQw4w9WgXcQ"|]); var r = new UploadRequest { Callback = [|"https://a.example/\n"|] };""",
        """await api.ImportAsync("https://youtu.be/dQw4w9WgXcQ"); var r = new UploadRequest { Callback = "https://a.example/" };""");

    [Fact]
    public Task No_fix_where_no_answer_is_right() => OffersNothingAsync<UnusableUrlCodeFix>(
        """await api.ImportAsync([|"video"|]); string link = "youtu.be/dQw4w9WgXcQ"; await api.ImportAsync([|link|]);""");

    [Fact]
    public Task Head_that_nothing_can_mend() => ReportsAsync("""await api.ImportAsync([|$"youtu.be/{text}"|]); await api.ImportAsync([|"/watch?v=" + text|]);""");

    [Fact]
    public Task Fix_adds_the_scheme_to_a_head_and_leaves_the_rest_as_written() => MendsAsync<UnusableUrlCodeFix>(
        """await api.ImportAsync([|$"www.youtube.com/watch?v={text /* the video */}"|]); await api.ImportAsync([|@"youtu.be/dQw4w9WgXcQ"|]);""",
        """await api.ImportAsync($"https://www.youtube.com/watch?v={text /* the video */}"); await api.ImportAsync(@"https://youtu.be/dQw4w9WgXcQ");""");

    [Fact]
    public Task No_fix_for_a_uri_that_is_to_be_relative() => OffersNothingAsync<UnusableUrlCodeFix>("""var r = new UploadRequest { Url = [|new Uri("youtu.be/dQw4w9WgXcQ", UriKind.Relative)|] };""");

    [Fact]
    public Task Message_names_the_fault_and_the_member() => SaysAsync(
        """var r = new UploadRequest { Url = [|new Uri("youtu.be/dQw4w9WgXcQ", UriKind.RelativeOrAbsolute)|] };""",
        "'youtu.be/dQw4w9WgXcQ' is not an absolute URL; it should begin with a scheme such as https://. UploadRequest.Url needs one that the server can reach.");

    [Fact]
    public Task Message_of_a_name_points_to_its_value() => SaysAsync(
        """string link = {|#1:""|}; await api.ImportAsync([|link|]);""",
        "The URL is empty. ImportAsync(url) needs one that the server can reach.");

    [Fact]
    public Task Message_of_a_head() => SaysAsync(
        """await api.ImportAsync([|$"youtu.be/{text}"|]);""",
        "A URL that begins with 'youtu.be/' is not an absolute URL; it should begin with a scheme such as https://. ImportAsync(url) needs one that the server can reach.");
}
