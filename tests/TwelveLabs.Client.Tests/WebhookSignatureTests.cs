using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace TwelveLabs.Client.Tests;

/// <summary>Which signatures hold.</summary>
public sealed class WebhookSignatureTests
{
    // A vector that was computed with another program.
    private const string Secret = "whsec_test_secret";
    private const string Header = "t=1659342128,v1=90f876c9c50377ef4087bff5db5dbcce52b2522ea43357caf673581150d7e374";
    private const string Fit = "90f876c9c50377ef4087bff5db5dbcce52b2522ea43357caf673581150d7e374";
    private const string Other = "0f596565898448fe00d22c52fcaddffb1d1054da3b1d47268b99b6041c79aa29";

    private static readonly byte[] Body = "{\"name\":\"test\"}"u8.ToArray();
    private static readonly DateTimeOffset Signed = DateTimeOffset.FromUnixTimeSeconds(1659342128);

    [Theory]
    [InlineData(Header)]
    [InlineData("t=1659342128, v1=" + Fit)]
    [InlineData(" v1=" + Fit + " , t=1659342128 ")]
    [InlineData("t=1659342128,v1=" + Other + ",v1=" + Fit)]
    [InlineData("t=1659342128,v1=" + Fit + ",v1=" + Other)]
    [InlineData("t=1659342128,v0=abc,v1=" + Fit + ",v2=x=y")]
    [InlineData("t=1659342128,v1=short,v1=" + Fit)]
    public void A_header_with_a_signature_that_fits_holds(string header) =>
        Assert.Null(Failure(header));

    [Theory]
    [InlineData(null, WebhookSignatureFailure.Missing)]
    [InlineData("", WebhookSignatureFailure.Missing)]
    [InlineData("  ", WebhookSignatureFailure.Missing)]
    [InlineData("nonsense", WebhookSignatureFailure.Malformed)]
    [InlineData("t=1659342128", WebhookSignatureFailure.Malformed)]
    [InlineData("v1=" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=,v1=" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=-1,v1=" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=99999999999999999999,v1=" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=1659342128,t=1659342128,v1=" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=1659342128,v1=zz" + Fit, WebhookSignatureFailure.Malformed)]
    [InlineData("t=1659342128,v1=" + Other, WebhookSignatureFailure.Mismatch)]
    [InlineData("t=1659342129,v1=" + Fit, WebhookSignatureFailure.Mismatch)]
    [InlineData("t=01659342128,v1=" + Fit, WebhookSignatureFailure.Mismatch)]
    public void A_header_that_does_not_hold_says_why(string? header, WebhookSignatureFailure expected) =>
        Assert.Equal(expected, Failure(header));

    [Fact]
    public void Another_secret_or_another_body_does_not_fit()
    {
        Assert.Equal(WebhookSignatureFailure.Mismatch, Failure(Header, secret: "whsec_other"));
        Assert.Equal(WebhookSignatureFailure.Mismatch, Failure(Header, body: "{ \"name\":\"test\"}"u8.ToArray()));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(-300, null)]
    [InlineData(301, WebhookSignatureFailure.OutsideTolerance)]
    [InlineData(-301, WebhookSignatureFailure.OutsideTolerance)]
    public void A_signature_holds_for_five_minutes_either_way(int seconds, WebhookSignatureFailure? expected) =>
        Assert.Equal(expected, Failure(Header, now: Signed.AddSeconds(seconds)));

    [Fact]
    public void A_forged_time_is_a_mismatch_whatever_the_clock_says() =>
        Assert.Equal(WebhookSignatureFailure.Mismatch, Failure("t=1,v1=" + Fit));

    [Fact]
    public void The_tolerance_can_be_set_or_dropped()
    {
        DateTimeOffset late = Signed.AddDays(400);
        TwelveLabsWebhook.Verify(Body, Header, Secret, Timeout.InfiniteTimeSpan, new FakeTimeProvider(late));
        Assert.Throws<WebhookSignatureException>(() => TwelveLabsWebhook.Verify(Body, Header, Secret, TimeSpan.FromSeconds(9), new FakeTimeProvider(Signed.AddSeconds(10))));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwelveLabsWebhook.Verify(Body, Header, Secret, TimeSpan.FromSeconds(-9)));
    }

    [Fact]
    public void An_empty_secret_is_an_error_of_the_program() =>
        Assert.Throws<ArgumentException>(() => TwelveLabsWebhook.Verify(Body, Header, ""));

    [Fact]
    public void The_bytes_are_signed_and_not_a_text_read_from_them()
    {
        byte[] notUtf8 = [0xFF, 0xFE, 0x00, (byte)'{'];
        string time = Signed.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. notUtf8];
        string header = $"t={time},v1={Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)).ToLowerInvariant()}";

        Assert.Null(Failure(header, body: notUtf8));
    }

    [Fact]
    public void The_message_holds_neither_the_secret_nor_the_right_signature()
    {
        var exception = Assert.Throws<WebhookSignatureException>(() => TwelveLabsWebhook.Verify(Body, "t=1659342128,v1=" + Other, Secret));

        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Fit, exception.ToString(), StringComparison.Ordinal);
    }

    private static WebhookSignatureFailure? Failure(string? header, byte[]? body = null, string secret = Secret, DateTimeOffset? now = null)
    {
        try
        {
            TwelveLabsWebhook.Verify(body ?? Body, header, secret, timeProvider: new FakeTimeProvider(now ?? Signed));
            return null;
        }
        catch (WebhookSignatureException exception)
        {
            return exception.Failure;
        }
    }
}
