using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TwelveLabs.AspNetCore.Tests.Support;

namespace TwelveLabs.AspNetCore.Tests;

/// <summary>What the endpoint answers, and whom it tells, over real HTTP.</summary>
public sealed class WebhookEndpointTests
{
    private const string TaskId = "66f0a2c4d5e6f708192a3b4c";

    [Fact]
    public async Task A_verified_event_is_accepted_and_handed_on()
    {
        var handled = new List<WebhookEvent>();
        await using Site site = await Site.StartAsync(Collect(handled));

        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));

        WebhookEvent happened = Assert.Single(handled);
        Assert.Equal((WebhookEventType.IndexTaskReady, TaskId), (happened.Type, happened.Data!.Id));
    }

    [Fact]
    public async Task A_repetition_is_accepted_and_goes_no_further()
    {
        var handled = new List<WebhookEvent>();
        await using Site site = await Site.StartAsync(Collect(handled));

        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));

        Assert.Single(handled);
        Assert.Equal([1, 3], site.Log.WebhookEvents);
    }

    [Fact]
    public async Task Events_in_any_order_are_told_apart_by_their_ids()
    {
        var handled = new List<WebhookEvent>();
        await using Site site = await Site.StartAsync(Collect(handled));

        foreach (string id in (string[])["whe_2", "whe_1", "whe_2", "whe_3", "whe_1"])
        {
            Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId, id)));
        }

        Assert.Equal(["whe_2", "whe_1", "whe_3"], handled.Select(static e => e.Id));
    }

    [Theory]
    [InlineData("analyze.task.ready")]
    [InlineData("INDEX.TASK.READY")]
    public async Task An_event_of_an_unknown_type_is_accepted_logged_and_handed_on(string type)
    {
        var handled = new List<WebhookEvent>();
        await using Site site = await Site.StartAsync(Collect(handled));

        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId, type: type)));

        Assert.Equal(type, Assert.Single(handled).Type.Value);
        Assert.Equal([2], site.Log.WebhookEvents);
        Assert.Contains(type, site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_event_is_refused_and_told_to_nobody()
    {
        var handled = new List<WebhookEvent>();
        await using Site site = await Site.StartAsync(Collect(handled));
        string body = Site.Event(TaskId);

        Assert.Equal(HttpStatusCode.Unauthorized, await site.SendAsync(body, site.Sign(body, "whsec_of_somebody_else")));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.SendAsync(body, site.Sign(Site.Event("another"))));

        Assert.Empty(handled);
        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(body));
    }

    [Fact]
    public async Task An_old_event_is_refused_although_its_signature_fits()
    {
        await using Site site = await Site.StartAsync();
        string body = Site.Event(TaskId);
        string signature = site.Sign(body);
        site.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.Unauthorized, await site.SendAsync(body, signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("t=1,v1=short")]
    public async Task An_event_with_no_signature_that_can_be_read_is_a_bad_request(string? signature)
    {
        await using Site site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await site.SendAsync(Site.Event(TaskId), signature));
        Assert.Equal([4], site.Log.WebhookEvents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("""{"type":"index.task.ready"}""")]
    public async Task A_signed_body_that_is_no_event_is_a_bad_request(string body)
    {
        await using Site site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await site.SendAsync(body));
        Assert.Equal([6], site.Log.WebhookEvents);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_cap_is_refused_whether_its_length_is_stated_or_not(bool chunked)
    {
        await using Site site = await Site.StartAsync(configure: static o => o.MaxBodySize = 2048);
        string fits = Site.Event(TaskId).PadRight(2048);
        string tooLarge = fits + " ";

        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(fits, site.Sign(fits), chunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await site.SendAsync(tooLarge, site.Sign(tooLarge), chunked));
        Assert.Equal([1, 5], site.Log.WebhookEvents);
    }

    [Fact]
    public async Task A_handler_that_throws_makes_the_event_new_again()
    {
        int calls = 0;
        await using Site site = await Site.StartAsync((_, _) => ++calls == 1 ? throw new InvalidOperationException("the database is away") : Task.CompletedTask);

        Assert.Equal(HttpStatusCode.InternalServerError, await site.SendAsync(Site.Event(TaskId)));
        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));
        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));

        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Nothing_of_secret_signature_or_payload_is_logged()
    {
        await using Site site = await Site.StartAsync();
        string body = Site.Event(TaskId);
        string signature = site.Sign(body);

        await site.SendAsync(body);
        await site.SendAsync(body, site.Sign(body, "whsec_of_somebody_else"));
        await site.SendAsync("no json");

        Assert.Equal([1, 4, 6], site.Log.WebhookEvents);
        Assert.DoesNotContain(Site.Secret, site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(signature[^64..], site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("payload-tag", site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_secret_does_not_start_and_says_where_to_set_it()
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Site.StartAsync(configure: static o => o.Secret = ""));

        Assert.Contains("TWELVELABS_WEBHOOK_SECRET", refused.Message, StringComparison.Ordinal);
        Assert.Contains("TwelveLabs:Webhooks:Secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_without_registering_says_what_is_missing()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        await using WebApplication app = builder.Build();

        InvalidOperationException missing = Assert.Throws<InvalidOperationException>(() => app.MapTwelveLabsWebhooks("/hooks"));

        Assert.Contains("AddTwelveLabsWebhooks", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signature_is_enough_where_everything_else_needs_a_user()
    {
        await using Site site = await Site.StartAsync(more: static services =>
        {
            services.AddAuthentication();
            services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        });

        Assert.Equal(HttpStatusCode.OK, await site.SendAsync(Site.Event(TaskId)));
    }

    private static Func<WebhookEvent, Microsoft.AspNetCore.Http.HttpContext, Task> Collect(List<WebhookEvent> handled) => (happened, _) =>
    {
        handled.Add(happened);
        return Task.CompletedTask;
    };
}
