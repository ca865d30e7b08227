using LongRun.Annotations;
using Microsoft.Extensions.DependencyInjection;
using TwelveLabs.Client.Tests.Support;
using static TwelveLabs.Client.Tests.Support.ScriptedServer;

namespace TwelveLabs.Client.Tests;

/// <summary>What the registration puts into the container.</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_clients_have_their_own_keys_and_servers()
    {
        var europe = new ScriptedServer(Answer(200, """{"_id":"1","status":"ready"}"""));
        var america = new ScriptedServer(Answer(200, """{"_id":"2","status":"ready"}"""));
        var services = new ServiceCollection();
        services.AddTwelveLabsClient("eu", options => (options.ApiKey, options.BaseAddress) = ("key-eu", new Uri("https://eu.example/v1.2"))).ConfigurePrimaryHttpMessageHandler(() => europe);
        services.AddTwelveLabsClient("us", options => (options.ApiKey, options.BaseAddress) = ("key-us", new Uri("https://us.example/v1.2"))).ConfigurePrimaryHttpMessageHandler(() => america);
        services.AddSingleton<UsesEurope>();
        using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<UsesEurope>().Client.RetrieveTaskAsync("1", Stop);
        await provider.GetRequiredKeyedService<ITwelveLabsClient>("us").RetrieveTaskAsync("2", Stop);

        Assert.Equal(("key-eu", "https://eu.example/v1.2/tasks/1"), (europe.Requests[0].Key, europe.Requests[0].Uri.AbsoluteUri));
        Assert.Equal(("key-us", "https://us.example/v1.2/tasks/2"), (america.Requests[0].Key, america.Requests[0].Uri.AbsoluteUri));
        Assert.Null(provider.GetService<ITwelveLabsClient>());
    }

    [Fact]
    public async Task Registering_twice_adds_options_and_no_second_set_of_handlers()
    {
        var server = new ScriptedServer(Answer(500));
        using var host = new TestHost(server, new SkippingClock(), more: services => services.AddTwelveLabsClient(options => options.MaxRetryAttempts = 2));
        using HttpResponseMessage response = await host.Http.GetAsync("tasks/1", Stop);

        Assert.Equal(3, server.Count);
    }

    [Fact]
    public void The_client_is_one_for_the_whole_program()
    {
        using var host = new TestHost(new ScriptedServer(Answer(200)), TimeProvider.System);

        Assert.Same(host.Client, host.Client);
        Assert.IsType<TwelveLabsClient>(host.Client);
    }

    [Fact]
    public async Task Code_overrules_the_environment()
    {
        // Whatever the machine's environment holds, the values from code are used.
        var server = new ScriptedServer(Answer(200));
        using var host = new TestHost(server, TimeProvider.System);
        using HttpResponseMessage response = await host.Http.GetAsync("tasks", Stop);

        Assert.Equal("https://api.example/v1.2/tasks", server.Requests[0].Uri.AbsoluteUri);
        Assert.Equal(TestHost.Key, server.Requests[0].Key);
        Assert.StartsWith("TwelveLabs.Client/", server.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_registration_says_that_its_client_retries()
    {
        System.Reflection.MethodInfo[] methods = [.. typeof(TwelveLabsServiceCollectionExtensions).GetMethods().Where(method => method.Name == "AddTwelveLabsClient")];

        Assert.Equal(5, methods.Length);
        Assert.All(methods, method => Assert.NotEmpty(method.GetCustomAttributes(typeof(RetriesOwnCallsAttribute), false)));
        Assert.All(methods, method => Assert.Equal(typeof(IHttpClientBuilder), method.ReturnType));
    }

    [Fact]
    public void The_default_address_is_that_of_the_platform() =>
        Assert.Equal("https://api.twelvelabs.io/v1.2/", new TwelveLabsOptions().BaseAddress.AbsoluteUri);

    private sealed class UsesEurope([FromKeyedServices("eu")] ITwelveLabsClient client)
    {
        public ITwelveLabsClient Client { get; } = client;
    }
}
