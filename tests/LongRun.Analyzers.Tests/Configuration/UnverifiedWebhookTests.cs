using LongRun.Analyzers.Configuration;
using LongRun.Analyzers.Tests.Verification;

namespace LongRun.Analyzers.Tests.Configuration;

public sealed partial class UnverifiedWebhookTests : RuleTests<UnverifiedWebhook>
{
    protected override string Id => "LRO4004";

    protected override string Mistake => """var e = JsonSerializer.[|Deserialize|]<VideoEvent>(text);""";

    protected override IEnumerable<Microsoft.CodeAnalysis.MetadataReference> MoreReferences => References.AspNetCore;

    protected override string Support => """
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Text.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        """;

    [Fact]
    public Task Type_given_as_an_argument() => ReportsAsync("""var e = (VideoEvent?)JsonSerializer.[|Deserialize|](text, typeof(VideoEvent));""");

    [Fact]
    public Task Asynchronous_from_a_stream() => ReportsAsync("""var e = await JsonSerializer.[|DeserializeAsync|]<VideoEvent>(new System.IO.MemoryStream(), cancellationToken: stop);""");

    [Fact]
    public Task From_the_request() => ReportsAsync("""HttpRequest request = null!; var e = await request.[|ReadFromJsonAsync|]<VideoEvent>(stop);""");

    [Fact]
    public Task From_content() => ReportsAsync("""HttpContent content = null!; var e = await content.[|ReadFromJsonAsync|]<VideoEvent>(stop);""");

    [Fact]
    public Task Checked_too_late() => ReportsAsync("""var e = JsonSerializer.[|Deserialize|]<VideoEvent>(text); VideoWebhook.Verify(default, text, text);""");

    [Fact]
    public Task Checked_in_another_lambda() => ReportsAsync("""Action check = () => VideoWebhook.Verify(default, text, text); Func<VideoEvent?> read = () => JsonSerializer.[|Deserialize|]<VideoEvent>(text); check(); read();""");

    [Fact]
    public Task Minimal_endpoint_with_a_lambda() => ReportsAsync("""IEndpointRouteBuilder app = null!; app.MapPost("/hooks", (VideoEvent [|posted|]) => Results.Ok());""");

    [Fact]
    public Task Minimal_endpoint_with_attributes_and_services() => ReportsAsync("""IEndpointRouteBuilder app = null!; app.MapPost("/hooks", async ([FromBody] VideoEvent [|posted|], IVideoApi videos) => { await Task.Yield(); return Results.Ok(); });""");

    [Fact]
    public Task Minimal_endpoint_with_a_method() => FileAsync("""class Program { static IResult Handle(VideoEvent [|posted|]) => Results.Ok(); void Map(IEndpointRouteBuilder app) => app.MapPut("/hooks", Handle); }""");

    [Fact]
    public Task Controller() => FileAsync("""public class HooksController : ControllerBase { [HttpPost] public IActionResult Post([FromBody] VideoEvent [|posted|]) => Ok(); }""");

    [Fact]
    public Task Controller_without_a_base_class() => FileAsync("""[ApiController] public class Hooks { public void Post(VideoEvent [|posted|], string other) { } }""");

    [Fact]
    public Task Derived_payload() => FileAsync("""sealed class ReadyEvent : VideoEvent { } class Program { object? Read(string text) => JsonSerializer.[|Deserialize|]<ReadyEvent>(text); }""");

    [Fact]
    public Task Generated_context() => FileAsync("""
        [System.Text.Json.Serialization.JsonSerializable(typeof(VideoEvent))] class Program
        {
            VideoEvent? Read(byte[] body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<VideoEvent> info) => JsonSerializer.[|Deserialize|](body, info);
        }
        """);

    [Fact]
    public Task Checked_before() => SilentAsync("""VideoWebhook.Verify(System.Text.Encoding.UTF8.GetBytes(text), text, text); var e = JsonSerializer.Deserialize<VideoEvent>(text);""");

    [Fact]
    public Task Parsed_by_the_check() => SilentAsync("""var e = VideoWebhook.Parse([], text, text);""");

    [Fact]
    public Task Another_type() => SilentAsync("""var e = JsonSerializer.Deserialize<VideoTask>(text); HttpRequest request = null!; await request.ReadFromJsonAsync<VideoTask>(stop);""");

    [Fact]
    public Task Checked_in_a_try() => SilentAsync("""try { VideoWebhook.Verify(default, text, text); } catch (InvalidOperationException) { return; } var e = JsonSerializer.Deserialize<VideoEvent>(text);""");

    [Fact]
    public Task Checked_around_a_lambda() => SilentAsync("""VideoWebhook.Verify(default, text, text); Func<VideoEvent?> read = () => JsonSerializer.Deserialize<VideoEvent>(text); read();""");

    [Fact]
    public Task Checked_within_a_lambda() => SilentAsync("""IEndpointRouteBuilder app = null!; app.MapPost("/hooks", async (HttpRequest request) => { VideoWebhook.Verify(default, request.Headers["s"], text); return await request.ReadFromJsonAsync<VideoEvent>(); });""");

    [Fact]
    public Task Checked_by_a_method_of_the_same_type() => FileAsync("""
        class Program
        {
            VideoEvent? Read(string text) { Check(text); return JsonSerializer.Deserialize<VideoEvent>(text); }
            static void Check(string text) => VideoWebhook.Verify(default, text, text);
        }
        """);

    [Fact]
    public Task Method_that_checks_for_others() => FileAsync("""
        class Program
        {
            [VerifiesWebhook] bool IsFine(string text) => text.Length > 0;
            VideoEvent? Read(string text) => IsFine(text) ? JsonSerializer.Deserialize<VideoEvent>(text) : null;
        }
        """);

    [Fact]
    public Task Endpoint_that_takes_the_request() => SilentAsync("""IEndpointRouteBuilder app = null!; app.MapPost("/hooks", (HttpRequest request) => Results.Ok());""");

    [Fact]
    public Task Endpoint_with_a_service_of_that_type() => SilentAsync("""IEndpointRouteBuilder app = null!; app.MapPost("/hooks", ([FromServices] VideoEvent last) => Results.Ok());""");

    [Fact]
    public Task Lambda_that_is_no_endpoint() => SilentAsync("""Action<VideoEvent> handle = posted => Console.WriteLine(posted.Type); handle(new VideoEvent());""");

    [Fact]
    public Task Method_of_a_controller_that_is_no_action() => FileAsync("""public class HooksController : ControllerBase { [NonAction] public void Use(VideoEvent e) { } private void Keep(VideoEvent e) { } }""");

    [Fact]
    public Task Ordinary_class() => FileAsync("""public class Handler { public Task HandleAsync(VideoEvent e) => Task.CompletedTask; }""");

    [Fact]
    public Task Writing_is_not_reading() => SilentAsync("""string json = JsonSerializer.Serialize(new VideoEvent());""");

    [Fact]
    public Task Payload_that_binds_itself() => FileAsync("""
        sealed class Checked : VideoEvent { public static ValueTask<Checked?> BindAsync(HttpContext context) => default; }
        class Program { void Map(IEndpointRouteBuilder app) => app.MapPost("/hooks", (Checked posted) => Results.Ok()); }
        """);

    [Fact]
    public Task Message_names_what_checks() => SaysAsync(
        """var e = JsonSerializer.[|Deserialize|]<VideoEvent>(text);""",
        "Nothing has checked the signature of this VideoEvent: anybody who knows the address can send one. Call VideoWebhook.Parse with the bytes of the body instead.");

    [Fact]
    public Task Message_of_a_bound_parameter() => SaysAsync(
        """IEndpointRouteBuilder app = null!; app.MapPost("/hooks", (VideoEvent [|posted|]) => Results.Ok());""",
        "Nothing has checked the signature of this VideoEvent: anybody who knows the address can send one. Take the request instead, and give the bytes of its body to VideoWebhook.Parse.");

    [Fact]
    public Task Private_method_whose_callers_all_check() => FileAsync("""
        class Program
        {
            VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return Read(text); }
            VideoEvent? B(string text) { Check(text); return Read(text); }
            private static void Check(string text) => VideoWebhook.Verify(default, text, text);
            private static VideoEvent? Read(string text) => JsonSerializer.Deserialize<VideoEvent>(text);
        }
        """);

    [Fact]
    public Task Private_method_with_a_caller_that_does_not_check() => FileAsync("""
        class Program
        {
            VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return Read(text); }
            VideoEvent? B(string text) => Read(text);
            private static VideoEvent? Read(string text) => JsonSerializer.[|Deserialize|]<VideoEvent>(text);
        }
        """);

    [Fact]
    public Task Checker_that_is_an_interface() => FileAsync("""interface IWebhookSignature { void Check(string text); } class Program { VideoEvent? Read(IWebhookSignature signature, string text) { signature.Check(text); return JsonSerializer.Deserialize<VideoEvent>(text); } }""");

    [Fact]
    public Task Filter_of_the_endpoint() => SilentAsync("""RouteGroupBuilder group = null!; group.MapPost("/hooks", (VideoEvent posted) => Results.Ok()).AddEndpointFilter((context, next) => next(context));""");
}
