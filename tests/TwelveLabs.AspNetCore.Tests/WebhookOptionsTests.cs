using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TwelveLabs.AspNetCore.Tests;

public sealed class WebhookOptionsTests
{
    [Theory]
    [InlineData("TwelveLabs:Webhooks:Secret")]
    [InlineData("TWELVELABS_WEBHOOK_SECRET")]
    public void The_secret_is_read_from_the_root_of_a_configuration(string key) =>
        Assert.Equal("whsec_a", Read(static (services, root) => services.AddTwelveLabsWebhooks(root), (key, "whsec_a")).Secret);

    [Fact]
    public void Settings_are_read_from_the_section_itself_under_any_name()
    {
        TwelveLabsWebhookOptions options = Read(
            static (services, root) => services.AddTwelveLabsWebhooks(root.GetSection("Hooks")),
            ("Hooks:Secret", "whsec_a"), ("Hooks:MaxBodySize", "4096"), ("Hooks:Tolerance", "00:01:00"));

        Assert.Equal(("whsec_a", 4096, TimeSpan.FromMinutes(1)), (options.Secret, options.MaxBodySize, options.Tolerance));
    }

    [Fact]
    public void Code_has_the_last_word()
    {
        TwelveLabsWebhookOptions options = Read(
            static (services, root) => services.AddTwelveLabsWebhooks(root).AddTwelveLabsWebhooks(static o => o.MaxBodySize = 2048),
            ("TwelveLabs:Webhooks:Secret", "whsec_a"), ("TwelveLabs:Webhooks:MaxBodySize", "4096"));

        Assert.Equal(2048, options.MaxBodySize);
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = new TwelveLabsWebhookOptions();

        Assert.Equal((null, 65_536, TimeSpan.FromMinutes(5)), (options.Secret, options.MaxBodySize, options.Tolerance));
    }

    [Theory]
    [InlineData("MaxBodySize", "64k", "'TwelveLabs:Webhooks:MaxBodySize' is '64k'")]
    [InlineData("Tolerance", "5", "'TwelveLabs:Webhooks:Tolerance' is '5'")]
    public void A_setting_that_cannot_be_read_is_named(string key, string value, string named)
    {
        FormatException unreadable = Assert.Throws<FormatException>(() => Read(static (services, root) => services.AddTwelveLabsWebhooks(root), ($"TwelveLabs:Webhooks:{key}", value)));

        Assert.Contains(named, unreadable.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxBodySize", "1023")]
    [InlineData("MaxBodySize", "16777217")]
    [InlineData("Tolerance", "00:00:00")]
    [InlineData("Tolerance", "1.00:00:01")]
    public void A_setting_out_of_its_range_is_refused_and_the_secret_not_shown(string key, string value)
    {
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => Read(
            static (services, root) => services.AddTwelveLabsWebhooks(root),
            ("TwelveLabs:Webhooks:Secret", "whsec_a"), ($"TwelveLabs:Webhooks:{key}", value)));

        Assert.Contains($"TwelveLabsWebhookOptions.{key}", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_a", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_white_space_is_none()
    {
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(
            static () => Read(static (services, root) => services.AddTwelveLabsWebhooks(root), ("TwelveLabs:Webhooks:Secret", " ")));

        Assert.Contains("TwelveLabsWebhookOptions.Secret", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void One_receiver_serves_the_program_however_often_it_is_registered()
    {
        var services = new ServiceCollection();
        services.AddTwelveLabsWebhooks(static o => o.Secret = "whsec_a").AddTwelveLabsWebhooks(static o => o.MaxBodySize = 2048);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<WebhookReceiver>(), Assert.Single(provider.GetServices<WebhookReceiver>()));
    }

    private static TwelveLabsWebhookOptions Read(Action<IServiceCollection, IConfiguration> add, params (string Key, string Value)[] settings)
    {
        IConfiguration root = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();
        var services = new ServiceCollection();
        add(services, root);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<TwelveLabsWebhookOptions>>().CurrentValue;
    }
}
