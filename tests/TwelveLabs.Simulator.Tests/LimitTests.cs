using System.Globalization;
using System.Net;
using TwelveLabs.Simulator.Catalogue;

namespace TwelveLabs.Simulator.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task Headers_count_down_until_429_and_the_window_starts_anew()
    {
        await using World world = await World.StartAsync(static o => o with { Limits = new() { Uploads = 2 } });
        string index = await world.CreateIndexAsync();

        Reply first = await PostAsync(), second = await PostAsync(), third = await PostAsync();

        Assert.Equal(("2", "1", "1"), Figures(first));
        Assert.Equal(("2", "0", "2"), Figures(second));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Empty(third.Body);
        Assert.Equal(("2", "0", "2"), Figures(third));
        Assert.Equal(2, world.Simulator.Tasks.Count);

        DateTimeOffset reset = DateTimeOffset.FromUnixTimeSeconds(long.Parse(third.Header("X-Ratelimit-Reset"), CultureInfo.InvariantCulture));
        Assert.InRange(reset - world.Clock.GetUtcNow(), TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        world.Clock.SetUtcNow(reset - TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync()).Status);
        world.Clock.SetUtcNow(reset);
        Assert.Equal(("2", "1", "1"), Figures(await PostAsync()));

        Task<Reply> PostAsync() => world.PostUrlAsync(index, VideoCatalogue.UrlOf(VideoCatalogue.Demo));
    }

    [Fact]
    public async Task Groups_count_apart_and_both_searches_together()
    {
        await using World world = await World.StartAsync(static o => o with { Limits = new() { Search = 1, Others = 5 } });
        Assert.Equal(HttpStatusCode.BadRequest, (await world.GetAsync("search/none")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await world.GetAsync("search-v2/none")).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("indexes")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("invalid-key")]
    public async Task Without_a_good_key_nothing_is_done(string? key)
    {
        await using World world = await World.StartAsync();
        world.Http.DefaultRequestHeaders.Clear();
        if (key is not null)
        {
            world.Http.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key);
        }

        Reply reply = await world.GetAsync("indexes");

        reply.Refuses(HttpStatusCode.Unauthorized, "api_key_invalid");
        Assert.Equal("v1.2", reply.Header("X-Api-Version"));
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_explained()
    {
        await using World world = await World.StartAsync();
        (await world.GetAsync("classify")).Refuses(HttpStatusCode.NotFound, "endpoint_not_found");
        (await world.SendAsync(HttpMethod.Patch, "indexes")).Refuses(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        (await world.GetAsync(new Uri(world.Simulator.RootUrl, "v1.3/indexes").ToString())).Refuses(HttpStatusCode.NotFound, "endpoint_not_found");
    }

    private static (string, string, string) Figures(Reply reply) =>
        (reply.Header("X-Ratelimit-Limit"), reply.Header("X-Ratelimit-Remaining"), reply.Header("X-Ratelimit-Used"));
}
