namespace LongRun.Analyzers.Tests.Configuration;

/// <content>Each kind of policy, each way to spare creates, and each way to the registration.</content>
public sealed partial class StackedRetriesTests
{
    [Theory]
    [InlineData("Timeout")]
    [InlineData("CircuitBreaker")]
    [InlineData("Bulkhead")]
    [InlineData("RateLimit")]
    [InlineData("NoOp")]
    [InlineData("Cache")]
    public Task A_policy_that_repeats_nothing(string kind) => FileAsync(Adding($"AddPolicyHandler(Own.{kind}Async())", kind));

    [Theory]
    [InlineData("Fallback")]
    [InlineData("Retry")]
    [InlineData("TimeoutAndRetry")]
    public Task A_policy_that_may_repeat(string kind) => FileAsync(Adding($"[|AddPolicyHandler|](Own.{kind}Async())", kind));

    [Theory]
    [InlineData("AddResilienceHandler(\"v\", p => p.AddHedging(1))", true)]
    [InlineData("AddResilienceHandler(\"v\", p => p.AddOther(1))", false)]
    [InlineData("AddResilienceHandler(\"v\", p => p.AddRetry(new Options { ShouldHandle = a => a.Method == HttpMethod.Get }))", false)]
    [InlineData("AddResilienceHandler(\"v\", p => p.AddRetry(new Options { ShouldHandle = a => a.Code > 5 }))", true)]
    [InlineData("AddResilienceHandler(\"v\", p => p.AddRetry(new Options { ShouldHandle = a => Predicates.False() }))", false)]
    [InlineData("AddResilienceHandler(\"v\", p => { if (Predicates.False()) { return; } p.AddRetry(new Options()); })", true)]
    [InlineData("AddResilienceHandler(\"v\", p => { var options = new Options(); options.DisableFor(HttpMethods.Post); p.AddRetry(options); })", false)]
    [InlineData("AddResilienceHandler(\"v\", p => { var options = new Options(); options.DisableForUnsafeHttpMethods(); p.AddRetry(options); })", false)]
    [InlineData("AddStandardHandler()", false)]
    public Task A_handler_with_its_options(string call, bool isReported) => FileAsync($$"""
        sealed class Request { public HttpMethod? Method => null; public int Code => 5; }
        sealed class HttpMethod { public static HttpMethod Get => new(); }
        sealed class HttpMethods { public static string Post => ""; }
        static class Predicates { public static bool False() => false; }
        sealed class Options
        {
            public Func<Request, bool>? ShouldHandle { get; set; }
            public void DisableFor(string method) { }
            public void DisableForUnsafeHttpMethods() { }
        }
        static class Own
        {
            public static Pipeline AddHedging(this Pipeline pipeline, int count) => pipeline;
            public static Pipeline AddOther(this Pipeline pipeline, int count) => pipeline;
            public static void AddStandardHandler(this IClientBuilder builder) { }
        }
        class Program { static void Register(IServices services) => services.AddVideoClient().{{(isReported ? call.Replace("AddResilienceHandler", "[|AddResilienceHandler|]", StringComparison.Ordinal) : call)}}; }
        """);

    [Theory]
    [InlineData("""services.AddVideoClient().AddStandardResilienceHandler().Configure(o => o.Retry.DisableFor("POST"));""")]
    [InlineData("""services.AddVideoClient().AddStandardResilienceHandler(o => o.Retry.DisableFor("POST"));""")]
    [InlineData("""services.AddVideoClient().[|AddStandardResilienceHandler|](o => o.Retry.Enable()); services.AddHttpClient("x").AddStandardResilienceHandler(o => o.Retry.DisableFor("POST"));""")]
    [InlineData("""services.AddVideoClient().Chain().[|AddStandardResilienceHandler|]();""")]
    [InlineData("""services.AddVideoClient().Other().AddStandardResilienceHandler();""")]
    [InlineData("""Mine(services).[|AddStandardResilienceHandler|](); IClientBuilder Mine(IServices s) { return s.AddVideoClient(); }""")]
    [InlineData("""Mine(services).AddStandardResilienceHandler(); IClientBuilder Mine(IServices s) { if (DateTime.Now.Hour > 1) { return s.AddHttpClient("x"); } return s.AddVideoClient(); }""")]
    [InlineData("""((IClientBuilder)services.AddVideoClient()).[|AddStandardResilienceHandler|]();""")]
    [InlineData("""var first = services.AddVideoClient(); var second = first; second.[|AddStandardResilienceHandler|]();""")]
    public Task A_registration_some_way_before(string statements) => FileAsync($$"""
        static class Own
        {
            public static void DisableFor(this Retry retry, string method) { }
            public static void Enable(this Retry retry) { }
            public static IClientBuilder Chain(this IClientBuilder builder) => Later(builder);
            public static dynamic Later(IClientBuilder builder) => builder;
            public static OtherThing Other(this IClientBuilder builder) => null!;
            public static void AddStandardResilienceHandler(this OtherThing builder) { }
        }
        sealed class OtherThing;
        class Program { static void Register(IServices services) { {{statements}} } }
        """.Replace("IClientBuilder Chain(this IClientBuilder builder) => Later(builder)", "IClientBuilder Chain(this IClientBuilder builder) => builder", StringComparison.Ordinal));

    private static string Adding(string call, string kind) => $$"""
        sealed class Policy : IPolicy;
        static class Own { public static Policy {{kind}}Async() => new(); }
        class Program { static void Register(IServices services) => services.AddVideoClient().{{call}}; }
        """;
}
