using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TwelveLabs.Client.Tests.Support;

namespace TwelveLabs.Client.Tests;

/// <summary>Where options come from, and what is refused at the start.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void A_missing_key_names_the_option_the_variable_and_the_dashboard()
    {
        OptionsValidationException exception = Invalid(options => options.ApiKey = null);

        Assert.Contains("TwelveLabsOptions.ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.Contains("TWELVELABS_API_KEY", exception.Message, StringComparison.Ordinal);
        Assert.Contains("TwelveLabs:ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.Contains("dashboard", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tlk secret")]
    [InlineData("tlk_secret\n")]
    [InlineData("tlk_sécret")]
    [InlineData("\u0001tlk_secret")]
    public void A_key_that_no_header_can_carry_is_refused_without_being_shown(string key)
    {
        OptionsValidationException exception = Invalid(options => options.ApiKey = key);

        Assert.DoesNotContain("tlk", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.twelvelabs.io/v1.2/")]
    [InlineData("ftp://api.twelvelabs.io/")]
    [InlineData("file:///etc/")]
    [InlineData("http://192.168.0.7/")]
    [InlineData("http://localhost.evil.test/")]
    [InlineData("https://user:password@api.example/")]
    [InlineData("https://api.example/?a=b")]
    [InlineData("https://api.example/#a")]
    [InlineData("relative/address")]
    public void A_base_address_that_is_unsafe_or_no_address_is_refused(string address)
    {
        OptionsValidationException exception = Invalid(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Contains("BaseAddress", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://localhost:5000/v1.2")]
    [InlineData("http://[::1]:5000/v1.2")]
    [InlineData("https://proxy.example/twelvelabs/v1.2")]
    public void A_base_address_by_https_or_on_this_machine_is_accepted(string address) =>
        Assert.Null(Record.Exception(() => Validate(options => options.BaseAddress = new Uri(address))));

    [Fact]
    public void Numbers_out_of_range_are_refused_all_at_once()
    {
        OptionsValidationException exception = Invalid(options =>
        {
            options.AttemptTimeout = TimeSpan.Zero;
            options.CreateTimeout = TimeSpan.FromDays(2);
            options.ComputeTimeout = TimeSpan.FromSeconds(-2);
            options.RetryDelay = TimeSpan.FromSeconds(-1);
            options.MaxRetryDelay = TimeSpan.FromDays(2);
            options.MaxRetryAttempts = 21;
        });

        Assert.Equal(6, exception.Failures.Count());
    }

    [Fact]
    public void Limits_may_be_infinite() =>
        Assert.Null(Record.Exception(() => Validate(options => options.AttemptTimeout = options.CreateTimeout = options.ComputeTimeout = Timeout.InfiniteTimeSpan)));

    [Fact]
    public void The_root_of_the_configuration_and_its_section_both_serve()
    {
        IConfiguration root = Configuration(("TwelveLabs:ApiKey", "key"), ("TwelveLabs:BaseAddress", "https://a.example/v1.2"), ("TwelveLabs:AttemptTimeout", "00:00:05"), ("TwelveLabs:CreateTimeout", "00:01:00"), ("TwelveLabs:ComputeTimeout", "00:20:00"), ("TwelveLabs:MaxRetryAttempts", "7"), ("TwelveLabs:RetryDelay", "00:00:00.5"), ("TwelveLabs:MaxRetryDelay", "00:01:30"), ("TwelveLabs:ValidateRequests", "True"));
        foreach (IConfiguration configuration in (IConfiguration[])[root, root.GetSection("TwelveLabs")])
        {
            TwelveLabsOptions options = Read(configuration);

            Assert.Equal("key", options.ApiKey);
            Assert.Equal("https://a.example/v1.2", options.BaseAddress.OriginalString);
            Assert.Equal(TimeSpan.FromSeconds(5), options.AttemptTimeout);
            Assert.Equal(TimeSpan.FromMinutes(1), options.CreateTimeout);
            Assert.Equal(TimeSpan.FromMinutes(20), options.ComputeTimeout);
            Assert.Equal(7, options.MaxRetryAttempts);
            Assert.Equal(TimeSpan.FromSeconds(0.5), options.RetryDelay);
            Assert.Equal(TimeSpan.FromSeconds(90), options.MaxRetryDelay);
            Assert.True(options.ValidateRequests);
        }
    }

    [Fact]
    public void Requests_are_not_validated_unless_a_client_is_told_to()
    {
        IConfiguration configuration = Configuration(("TwelveLabs:ApiKey", "key"), ("TwelveLabs:eu:ValidateRequests", "true"), ("TwelveLabs:us:ValidateRequests", ""));
        var services = new ServiceCollection();
        services.AddTwelveLabsClient(configuration);
        services.AddTwelveLabsClient("eu", configuration);
        services.AddTwelveLabsClient("us", configuration);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.False(Assert.IsType<TwelveLabsClient>(provider.GetRequiredService<ITwelveLabsClient>()).ValidateRequests);
        Assert.True(Assert.IsType<TwelveLabsClient>(provider.GetRequiredKeyedService<ITwelveLabsClient>("eu")).ValidateRequests);
        Assert.False(Assert.IsType<TwelveLabsClient>(provider.GetRequiredKeyedService<ITwelveLabsClient>("us")).ValidateRequests);
    }

    [Fact]
    public void A_section_of_another_name_serves_when_it_is_given_itself() =>
        Assert.Equal("key", Read(Configuration(("Video:ApiKey", "key")).GetSection("Video")).ApiKey);

    [Fact]
    public void The_environments_names_serve_as_configuration_and_the_section_wins()
    {
        IConfiguration configuration = Configuration(("TWELVELABS_API_KEY", "plain"), ("TWELVELABS_BASE_URL", "http://127.0.0.1:1/v1.2"));
        Assert.Equal("plain", Read(configuration).ApiKey);
        Assert.Equal("http://127.0.0.1:1/v1.2", Read(configuration).BaseAddress.OriginalString);
        Assert.Equal("section", Read(Configuration(("TWELVELABS_API_KEY", "plain"), ("TwelveLabs:ApiKey", "section"))).ApiKey);
    }

    [Fact]
    public void A_named_client_reads_the_section_and_then_its_own()
    {
        IConfiguration configuration = Configuration(("TwelveLabs:ApiKey", "common"), ("TwelveLabs:MaxRetryAttempts", "5"), ("TwelveLabs:eu:ApiKey", "eu"));
        var services = new ServiceCollection();
        services.AddTwelveLabsClient("eu", configuration);
        services.AddTwelveLabsClient("us", configuration);
        using ServiceProvider provider = services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<TwelveLabsOptions>>();

        Assert.Equal("eu", monitor.Get("eu").ApiKey);
        Assert.Equal(5, monitor.Get("eu").MaxRetryAttempts);
        Assert.Equal("common", monitor.Get("us").ApiKey);
    }

    [Theory]
    [InlineData("TwelveLabs:AttemptTimeout", "90")]
    [InlineData("TwelveLabs:RetryDelay", "soon")]
    [InlineData("TwelveLabs:MaxRetryAttempts", "-1")]
    [InlineData("TwelveLabs:BaseAddress", "somewhere")]
    [InlineData("TwelveLabs:ValidateRequests", "yes")]
    public void A_setting_that_cannot_be_read_is_named(string setting, string value)
    {
        var exception = Assert.Throws<FormatException>(() => Read(Configuration((setting, value))));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        Assert.Contains(value, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_container_the_same_is_refused()
    {
        Assert.Throws<OptionsValidationException>(() => new TwelveLabsClient(""));
        Assert.Throws<OptionsValidationException>(() => new TwelveLabsClient(new TwelveLabsOptions { ApiKey = "key", BaseAddress = new Uri("http://api.example/") }));
        Assert.NotNull(new TwelveLabsClient("key"));
    }

    private static TwelveLabsOptions Read(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddTwelveLabsClient(configuration);
        services.Configure<TwelveLabsOptions>(options => options.ApiKey ??= TestHost.Key);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TwelveLabsOptions>>().Value;
    }

    private static OptionsValidationException Invalid(Action<TwelveLabsOptions> configure) =>
        Assert.Throws<OptionsValidationException>(() => Validate(configure));

    private static void Validate(Action<TwelveLabsOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddTwelveLabsClient(options =>
        {
            options.ApiKey = TestHost.Key;
            configure(options);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
