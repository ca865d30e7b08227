using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TwelveLabs;

namespace Mistakes.ByHand;

/// <summary>Keys, retries and webhooks.</summary>
public static class ConfigurationByHand
{
    // Whoever reads the source has the key: LRO4001.
    public static TwelveLabsOptions Options() => new() { ApiKey = "tlk_3F7A0Q9W2E8R5T1Y6U4I" };

    // The client has retries of its own: LRO4002.
    public static IServiceCollection Register(IServiceCollection services)
    {
        services.AddTwelveLabsClient(o => o.ApiKey = Environment.GetEnvironmentVariable("TWELVELABS_API_KEY")).AddStandardResilienceHandler();
        return services;
    }

    // Anybody can send one: LRO4004.
    public static WebhookEvent? Read(string body) => JsonSerializer.Deserialize<WebhookEvent>(body);
}
