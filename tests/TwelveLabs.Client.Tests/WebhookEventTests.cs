using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LongRun.Annotations;
using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.Client.Tests;

/// <summary>What is read from a webhook whose signature holds.</summary>
public sealed class WebhookEventTests
{
    private const string Secret = "whsec_of_the_test";

    private static readonly FakeTimeProvider Clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Fact]
    public void A_ready_event_of_the_platforms_documentation_is_read()
    {
        WebhookEvent read = Parse("""
            {
              "id": "whe_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
              "created_at": "2022-08-01T17:22:18.372553+09:00",
              "type": "index.task.ready",
              "data": {
                "id": "xxxxxxxxxxxxxxxxxxxxxxx",
                "metadata": { "duration": 30 },
                "status": "ready",
                "engines": [ { "name": "marengo2.6", "options": ["visual", "conversation", "text_in_video", "logo"] } ],
                "tags": []
              }
            }
            """);

        Assert.Equal("whe_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", read.Id);
        Assert.Equal(WebhookEventType.IndexTaskReady, read.Type);
        Assert.Equal(new DateTimeOffset(2022, 8, 1, 17, 22, 18, TimeSpan.FromHours(9)).AddTicks(3_725_530), read.CreatedAt);
        Assert.Equal("xxxxxxxxxxxxxxxxxxxxxxx", read.Data!.Id);
        Assert.Equal(IndexTaskStatus.Ready, read.Data.Status);
        Assert.Equal(30, read.Data.Metadata!.Duration);
        Assert.Equal("marengo2.6", read.Data.Engines![0].Name?.Value);
        Assert.Equal(4, read.Data.Engines[0].Options!.Count);
        Assert.Empty(read.Data.Tags!);
    }

    [Fact]
    public void An_event_of_an_unknown_type_is_kept_whole()
    {
        WebhookEvent read = Parse("""{"id":"whe_1","type":"analyze.task.ready","data":{"id":"1","status":"resting","more":1},"extra":{"a":true}}""");

        Assert.Equal("analyze.task.ready", read.Type.Value);
        Assert.False(read.Type.IsKnown);
        Assert.Equal("resting", read.Data!.Status?.Value);
        Assert.Equal(1, read.Data.AdditionalProperties!["more"].GetInt32());
        Assert.True(read.AdditionalProperties!["extra"].GetProperty("a").GetBoolean());
    }

    [Fact]
    public void A_failed_event_without_metadata_is_read()
    {
        WebhookEvent read = Parse("""{"id":"whe_1","type":"index.task.failed","data":{"id":"1","status":"failed"}}""");

        Assert.Equal(WebhookEventType.IndexTaskFailed, read.Type);
        Assert.Null(read.Data!.Metadata);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public void A_signed_body_that_is_no_event_is_an_error_of_json(string body) =>
        Assert.Throws<JsonException>(() => Parse(body));

    [Fact]
    public void A_body_without_a_valid_signature_is_not_read() =>
        Assert.Throws<WebhookSignatureException>(() => TwelveLabsWebhook.Parse("<html>"u8, "t=1700000000,v1=" + new string('0', 64), Secret, timeProvider: Clock));

    [Fact]
    public void Both_methods_count_as_a_check_of_the_signature() =>
        Assert.All(
            [nameof(TwelveLabsWebhook.Verify), nameof(TwelveLabsWebhook.Parse)],
            name => Assert.NotEmpty(typeof(TwelveLabsWebhook).GetMethod(name)!.GetCustomAttributes(typeof(VerifiesWebhookAttribute), false)));

    private static WebhookEvent Parse(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. "1700000000."u8, .. bytes]);
        return TwelveLabsWebhook.Parse(bytes, $"t=1700000000,v1={Convert.ToHexString(mac).ToLowerInvariant()}", Secret, timeProvider: Clock);
    }
}
