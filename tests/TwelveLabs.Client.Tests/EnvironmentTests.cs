using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TwelveLabs.Client.Tests;

/// <summary>The environment as a source. Alone, because the environment is the whole process's.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests
{
    [Fact]
    public void Without_code_or_configuration_the_environment_is_used()
    {
        string? key = Environment.GetEnvironmentVariable(TwelveLabsOptions.ApiKeyVariable);
        string? address = Environment.GetEnvironmentVariable(TwelveLabsOptions.BaseAddressVariable);
        try
        {
            Environment.SetEnvironmentVariable("TWELVELABS_API_KEY", "key-of-the-environment");
            Environment.SetEnvironmentVariable("TWELVELABS_BASE_URL", "http://127.0.0.1:9/v1.2");
            var services = new ServiceCollection();
            services.AddTwelveLabsClient();
            services.AddTwelveLabsClient("named", options => options.ApiKey = "key-of-the-code");
            using ServiceProvider provider = services.BuildServiceProvider();
            var monitor = provider.GetRequiredService<IOptionsMonitor<TwelveLabsOptions>>();

            Assert.Equal("key-of-the-environment", monitor.CurrentValue.ApiKey);
            Assert.Equal("http://127.0.0.1:9/v1.2", monitor.CurrentValue.BaseAddress.OriginalString);
            Assert.Equal("key-of-the-code", monitor.Get("named").ApiKey);
        }
        finally
        {
            Environment.SetEnvironmentVariable(TwelveLabsOptions.ApiKeyVariable, key);
            Environment.SetEnvironmentVariable(TwelveLabsOptions.BaseAddressVariable, address);
        }
    }
}
