using LongRun.Analyzers.Configuration;
using LongRun.Analyzers.Tests.Verification;

namespace LongRun.Analyzers.Tests.Configuration;

public sealed partial class StackedRetriesTests : RuleTests<StackedRetries>
{
    protected override string Id => "LRO4002";

    protected override string Mistake => """IServices services = null!; services.AddVideoClient().[|AddStandardResilienceHandler|]();""";

    protected override string Support => """
        using System;
        using LongRun.Annotations;

        public interface IServices { }
        public interface IClientBuilder { IServices Services { get; } }
        public interface IResilienceBuilder { }
        public sealed class Pipeline { public Pipeline AddRetry(object options) => this; public Pipeline AddTimeout(TimeSpan time) => this; }
        public sealed class Retry { public void DisableForUnsafeHttpMethods() { } }
        public sealed class StandardOptions { public Retry Retry { get; } = new(); }
        public interface IPolicy { }
        public sealed class Policies
        {
            public IPolicy WaitAndRetryAsync(int count) => null!;
            public IPolicy CircuitBreakerAsync(int count, TimeSpan time) => null!;
            public static IPolicy TimeoutAsync(TimeSpan time) => null!;
            public static IPolicy GetRetryPolicy() => null!;
        }

        public static class Registration
        {
            [RetriesOwnCalls] public static IClientBuilder AddVideoClient(this IServices services, Action<object>? configure = null) => null!;
            public static IClientBuilder AddHttpClient(this IServices services, string name) => null!;
            public static IClientBuilder AddHttpMessageHandler(this IClientBuilder builder, Func<object> handler) => builder;
            public static IResilienceBuilder AddStandardResilienceHandler(this IClientBuilder builder, Action<StandardOptions>? configure = null) => null!;
            public static IResilienceBuilder AddStandardHedgingHandler(this IClientBuilder builder) => null!;
            public static IResilienceBuilder Configure(this IResilienceBuilder builder, Action<StandardOptions> configure) => builder;
            public static IResilienceBuilder AddResilienceHandler(this IClientBuilder builder, string name, Action<Pipeline> configure) => null!;
            public static IClientBuilder AddPolicyHandler(this IClientBuilder builder, IPolicy policy) => builder;
            public static IClientBuilder AddTransientHttpErrorPolicy(this IClientBuilder builder, Func<Policies, IPolicy> policy) => builder;
        }
        """;

    [Fact]
    public Task Pipeline_with_a_retry() => ReportsAsync("""IServices services = null!; services.AddVideoClient().[|AddResilienceHandler|]("video", p => p.AddRetry(new object()));""");

    [Fact]
    public Task Pipeline_with_a_retry_among_others() => ReportsAsync("""IServices services = null!; services.AddVideoClient().[|AddResilienceHandler|]("video", p => { p.AddTimeout(TimeSpan.FromSeconds(1)); p.AddRetry(new object()).AddTimeout(TimeSpan.FromSeconds(1)); });""");

    [Fact]
    public Task Policy_of_a_variable() => ReportsAsync("""IServices services = null!; IPolicy retry = Policies.GetRetryPolicy(); services.AddVideoClient().[|AddPolicyHandler|](retry);""");

    [Fact]
    public Task Policy_called_there() => ReportsAsync("""IServices services = null!; services.AddVideoClient(o => { }).[|AddPolicyHandler|](Policies.GetRetryPolicy());""");

    [Fact]
    public Task Transient_error_policy() => ReportsAsync("""IServices services = null!; services.AddVideoClient().[|AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3));""");

    [Fact]
    public Task Further_handlers_between() => ReportsAsync("""
        IServices services = null!; services.AddVideoClient()
            .AddHttpMessageHandler(() => new object())
            .[|AddStandardResilienceHandler|]();
        """);

    [Fact]
    public Task Builder_in_a_local() => ReportsAsync("""IServices services = null!; var builder = services.AddVideoClient(); builder.AddHttpMessageHandler(() => new object()); builder.[|AddStandardResilienceHandler|]();""");

    [Fact]
    public Task Static_call() => ReportsAsync("""IServices services = null!; Registration.[|AddStandardResilienceHandler|](Registration.AddVideoClient(services));""");

    [Fact]
    public Task Options_that_change_something_else() => ReportsAsync("""IServices services = null!; services.AddVideoClient().[|AddStandardResilienceHandler|](o => Console.WriteLine(o));""");

    [Fact]
    public Task Expression_body_of_a_method() => FileAsync("""class Program { static IResilienceBuilder Register(IServices services) => services.AddVideoClient().[|AddStandardResilienceHandler|](); }""");

    [Fact]
    public Task Client_without_retries_of_its_own() => SilentAsync("""IServices services = null!; services.AddHttpClient("video").AddStandardResilienceHandler();""");

    [Fact]
    public Task Registration_alone() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddHttpMessageHandler(() => new object());""");

    [Fact]
    public Task Pipeline_without_a_retry() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddResilienceHandler("video", p => p.AddTimeout(TimeSpan.FromSeconds(1)));""");

    [Fact]
    public Task Pipeline_that_is_not_visible() => SilentAsync("""IServices services = null!; Action<Pipeline> configure = Get(); services.AddVideoClient().AddResilienceHandler("video", configure); static Action<Pipeline> Get() => _ => { };""");

    [Fact]
    public Task Policy_of_another_kind() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddPolicyHandler(Policies.TimeoutAsync(TimeSpan.FromSeconds(1)));""");

    [Fact]
    public Task Transient_error_policy_of_another_kind() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));""");

    [Fact]
    public Task Creates_are_spared() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods());""");

    [Fact]
    public Task Creates_are_spared_afterwards() => SilentAsync("""IServices services = null!; services.AddVideoClient().AddStandardResilienceHandler().Configure(o => o.Retry.DisableForUnsafeHttpMethods());""");

    [Fact]
    public Task Two_clients_in_one_method() => SilentAsync("""IServices services = null!; services.AddVideoClient(); services.AddHttpClient("other").AddStandardResilienceHandler();""");

    [Fact]
    public Task Builder_from_elsewhere() => SilentAsync("""IClientBuilder builder = null!; builder.AddStandardResilienceHandler();""");

    [Fact]
    public Task Builder_that_may_be_either() => SilentAsync("""IServices services = null!; var builder = services.AddVideoClient(); if (flag) { builder = services.AddHttpClient("other"); } builder.AddStandardResilienceHandler();""");

    [Fact]
    public Task Services_of_the_builder() => SilentAsync("""IServices services = null!; services.AddVideoClient().Services.AddHttpClient("other").AddStandardResilienceHandler();""");

    [Fact]
    public Task Own_method_of_that_name() => FileAsync("""class Program { void AddStandardResilienceHandler() { } void Run(IServices services) { services.AddVideoClient(); AddStandardResilienceHandler(); } }""");

    [Fact]
    public Task Hedging_sends_a_create_twice_too() => ReportsAsync("""IServices services = null!; services.AddVideoClient().[|AddStandardHedgingHandler|]();""");

    [Fact]
    public Task Pipeline_built_by_a_method() => FileAsync("""class Program { void Register(IServices services) => services.AddVideoClient().[|AddResilienceHandler|]("video", Build); static void Build(Pipeline p) { p.AddTimeout(TimeSpan.FromSeconds(1)); p.AddRetry(new object()); } }""");

    [Fact]
    public Task Registration_of_the_program_own() => FileAsync("""static class Program { static IClientBuilder AddVideos(this IServices services) => services.AddVideoClient(); static void Register(IServices services) => services.AddVideos().[|AddStandardResilienceHandler|](); }""");

    [Fact]
    public Task Creates_are_spared_by_a_method() => FileAsync("""class Program { void Register(IServices services) => services.AddVideoClient().AddStandardResilienceHandler(Configure); static void Configure(StandardOptions o) => o.Retry.DisableForUnsafeHttpMethods(); }""");

    [Fact]
    public Task Policy_of_another_kind_from_a_field() => FileAsync("""class Program { static readonly IPolicy Waiting = Policies.TimeoutAsync(TimeSpan.FromSeconds(9)); void Register(IServices services) => services.AddVideoClient().AddPolicyHandler(Waiting); }""");

    [Fact]
    public Task Message_names_registration_and_handler() => SaysAsync(
        """IServices services = null!; services.AddVideoClient().[|AddPolicyHandler|](Policies.GetRetryPolicy());""",
        "AddVideoClient already retries what may be retried; AddPolicyHandler on top repeats creates too, and each create starts a job. Remove it.");
}
