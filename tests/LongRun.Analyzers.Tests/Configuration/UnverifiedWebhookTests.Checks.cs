namespace LongRun.Analyzers.Tests.Configuration;

/// <content>What counts as a check of the signature, what binds a webhook, and what the message then says.</content>
public sealed partial class UnverifiedWebhookTests
{
    [Theory]
    [InlineData("System.Security.Cryptography.CryptographicOperations.FixedTimeEquals([], []);", false)]
    [InlineData("Own.FixedTimeEquals();", true)]
    [InlineData("checker.CheckSignature();", false)]
    [InlineData("checker.CheckSIGNATURE();", false)]
    [InlineData("checker.VerifyIt();", false)]
    [InlineData("checker.IsUnverified();", false)]
    [InlineData("verifier.Run();", false)]
    [InlineData("checker.Look();", true)]
    [InlineData("@abstract.VerifyIt();", false)]
    [InlineData("Own.VerifyNothing();", true)]
    [InlineData("Own.First();", false)]
    [InlineData("Own.Deep1();", false)]
    [InlineData("Own.Deep0();", true)]
    [InlineData("", true)]
    public Task What_counts_as_a_check(string check, bool isReported) => FileAsync($$"""
        interface IChecker { void CheckSignature(); void CheckSIGNATURE(); void VerifyIt(); void IsUnverified(); void Look(); }
        interface IRequestVerifier { void Run(); }
        abstract class Base { public abstract void VerifyIt(); }
        static class Own
        {
            public static void FixedTimeEquals() { }
            public static void VerifyNothing() { }
            public static void First() => VideoWebhook.Verify(default, "", "");
            public static void Deep0() => Deep1();
            public static void Deep1() => Deep2();
            public static void Deep2() => Deep3();
            public static void Deep3() => VideoWebhook.Verify(default, "", "");
        }
        class Program
        {
            VideoEvent? Read(IChecker checker, IRequestVerifier verifier, Base @abstract, string text)
            {
                {{check}}
                return JsonSerializer.{{(isReported ? "[|Deserialize|]" : "Deserialize")}}<VideoEvent>(text);
            }
        }
        """);

    [Theory]
    [InlineData("VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return Read(text); }", "private", false)]
    [InlineData("VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return Read(text); }", "internal", true)]
    [InlineData("VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return new[] { text }.Select(Read).First(); }", "private", true)]
    [InlineData("VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); Func<string, VideoEvent?> read = Read; return read(text); }", "private", true)]
    [InlineData("VideoEvent? A(string text) { VideoWebhook.Verify(default, text, text); return B(text); } private VideoEvent? B(string text) => Read(text);", "private", false)]
    [InlineData("VideoEvent? A(string text) => B(text); private VideoEvent? B(string text) => Read(text);", "private", true)]
    [InlineData("", "private", true)]
    public Task A_function_and_its_callers(string callers, string access, bool isReported) => FileAsync($$"""
        class Program
        {
            {{callers}}
            {{access}} static VideoEvent? Read(string text) => JsonSerializer.{{(isReported ? "[|Deserialize|]" : "Deserialize")}}<VideoEvent>(text);
        }
        """);

    [Theory]
    [InlineData("VideoWebhook.Verify(default, text, text); Read(); VideoEvent? Read() => JsonSerializer.Deserialize<VideoEvent>(text);")]
    [InlineData("Read(); VideoEvent? Read() => JsonSerializer.[|Deserialize|]<VideoEvent>(text);")]
    [InlineData("var e = JsonSerializer.Deserialize<VideoEvent>(Checked(text)); string Checked(string body) { VideoWebhook.Verify(default, body, body); return body; }")]
    [InlineData("var e = JsonSerializer.[|Deserialize|]<VideoEvent>(Same(text)); string Same(string body) => body;")]
    [InlineData("void Check() => VideoWebhook.Verify(default, text, text); var e = JsonSerializer.[|Deserialize|]<VideoEvent>(text); Check();")]
    [InlineData("void Check() => VideoWebhook.Verify(default, text, text); Check(); var e = JsonSerializer.Deserialize<VideoEvent>(text);")]
    [InlineData("var e = Mine.Deserialize<VideoEvent>(text);")]
    [InlineData("RouteGroupBuilder group = null!; group.AddEndpointFilter((context, next) => next(context)).MapPost(\"/hooks\", (VideoEvent posted) => Results.Ok());")]
    [InlineData("RouteGroupBuilder group = null!; group.MapGroup(\"/x\").MapPost(\"/hooks\", (VideoEvent [|posted|]) => Results.Ok());")]
    [InlineData("RouteGroupBuilder group = null!; group.MapPost(\"/hooks\", (VideoEvent [|posted|]) => Results.Ok()).WithName(\"hook\");")]
    [InlineData("RouteGroupBuilder group = null!; group.MapPost(\"/hooks\", (VideoEvent posted) => Results.Ok()).WithName(\"hook\").AddEndpointFilter((context, next) => next(context));")]
    [InlineData("RouteGroupBuilder group = null!; group.MapPost(\"/hooks\", ([FromKeyedServices(\"x\")] VideoEvent last) => Results.Ok());")]
    [InlineData("RouteGroupBuilder group = null!; Func<VideoEvent, IResult> handle = [|posted|] => Results.Ok(); group.MapPost(\"/hooks\", handle);")]
    [InlineData("RouteGroupBuilder group = null!; Func<VideoEvent, IResult> handle = posted => Results.Ok(); if (flag) { handle = posted => Results.Ok(); } group.MapPost(\"/hooks\", handle);")]
    [InlineData("RouteGroupBuilder group = null!; var handle = (VideoEvent [|posted|]) => Results.Ok(); group.MapPost(\"/hooks\", handle);")]
    [InlineData("Mine.MapPost(\"/hooks\", (VideoEvent posted) => Results.Ok());")]
    public Task A_read_and_what_is_around_it(string statements) => FileAsync(
        "using Microsoft.Extensions.DependencyInjection;\nstatic class Mine { public static T? Deserialize<T>(string text) => default; public static void MapPost(string path, Delegate handler) { } }\n" + InMethod(statements));

    [Theory]
    [InlineData("public class HooksController : ControllerBase { public void Post(VideoEvent [|posted|]) { } }")]
    [InlineData("public class HooksController : ControllerBase { public static void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : ControllerBase { internal void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : Controller { public void Post(VideoEvent [|posted|]) { } }")]
    [InlineData("public class ControllerBase { } public class HooksController : ControllerBase { public void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : ControllerBase { [SignatureFilter] public void Post(VideoEvent posted) { } }")]
    [InlineData("[SignatureFilter] public class HooksController : ControllerBase { public void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : ControllerBase { [ServiceFilter(typeof(SignatureFilterAttribute))] public void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : ControllerBase { [TypeFilter(typeof(SignatureFilterAttribute))] public void Post(VideoEvent posted) { } }")]
    [InlineData("public class HooksController : ControllerBase { [Consumes(\"application/json\")] public void Post(VideoEvent [|posted|]) { } }")]
    [InlineData("public class HooksController : ControllerBase { [Obsolete] public void Post(VideoEvent [|posted|]) { } }")]
    [InlineData("public class HooksController : ControllerBase { public void Post([FromServices] VideoEvent last) { } }")]
    public Task An_action_of_a_controller(string types) => FileAsync(
        "using Microsoft.AspNetCore.Mvc.Filters;\npublic sealed class SignatureFilterAttribute : Attribute, IActionFilter { public void OnActionExecuting(ActionExecutingContext context) { } public void OnActionExecuted(ActionExecutedContext context) { } }\n" + types);

    [Fact]
    public Task Message_where_the_check_gives_back_something_else() => SaysFileAsync(
        "Hooks",
        "[WebhookPayload] public class Posted { } public static class Signatures { public static int Count() => 1; [VerifiesWebhook] public static void Check(byte[] body) { } }",
        "var e = JsonSerializer.[|Deserialize|]<Hooks.Posted>(text);",
        "Nothing has checked the signature of this Posted: anybody who knows the address can send one. Call Signatures.Check with the bytes of the body first.");

    [Fact]
    public Task Message_where_two_can_check() => SaysFileAsync(
        "Hooks",
        "[WebhookPayload] public class Posted { } public static class Signatures { [VerifiesWebhook] public static void Check(byte[] body) { } [VerifiesWebhook] public static Posted Parse(byte[] body) => new(); }",
        "var e = JsonSerializer.[|Deserialize|]<Hooks.Posted>(text);",
        "Nothing has checked the signature of this Posted: anybody who knows the address can send one. Call Signatures.Parse with the bytes of the body instead.");

    [Fact]
    public Task Message_where_nothing_can_check() => SaysFileAsync(
        "Hooks",
        "[WebhookPayload] public class Posted { }",
        "var e = JsonSerializer.[|Deserialize|]<Hooks.Posted>(text);",
        "Nothing has checked the signature of this Posted: anybody who knows the address can send one. Check the signature first.");

    [Fact]
    public Task Message_of_a_parameter_where_nothing_can_check() => SaysFileAsync(
        "Hooks",
        "[WebhookPayload] public class Posted { }",
        "IEndpointRouteBuilder app = null!; app.MapPost(\"/hooks\", (Hooks.Posted [|posted|]) => Results.Ok());",
        "Nothing has checked the signature of this Posted: anybody who knows the address can send one. Take the request instead, and check the signature over the bytes of its body.");

    // The statements come first: the marks of a message are in the method.
    private Task SaysFileAsync(string space, string types, string statements, string message) => SaysAsync(
        statements + "\n} }\nnamespace " + space + " { " + types + " }\nclass Rest { void Run() {", message);
}
