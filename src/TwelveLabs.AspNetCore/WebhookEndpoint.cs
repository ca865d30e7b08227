using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TwelveLabs.AspNetCore;

/// <summary>Answers the platform's webhooks: size, signature, event, repetition, waits, handler, in that order.</summary>
internal sealed class WebhookEndpoint(
    IOptionsMonitor<TwelveLabsWebhookOptions> options,
    WebhookReceiver receiver,
    TimeProvider clock,
    ILogger logger,
    Func<WebhookEvent, HttpContext, Task>? handler)
{
    public async Task AnswerAsync(HttpContext context)
    {
        TwelveLabsWebhookOptions current = options.CurrentValue;
        byte[]? body = await CappedBody.ReadAsync(context.Request, current.MaxBodySize, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            WebhookLog.TooLarge(logger, current.MaxBodySize);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Read(context, body, current) is not { } received)
        {
            return;
        }

        if (!receiver.Receive(received))
        {
            WebhookLog.Repeated(logger, WebhookLog.Shorten(received.Id));
            return;
        }

        if (WebhookReceiver.OperationOf(received) is { } operation)
        {
            WebhookLog.Received(logger, WebhookLog.Shorten(received.Id), WebhookLog.Shorten(received.Type.Value), WebhookLog.Shorten(operation.Id));
        }
        else
        {
            WebhookLog.OfNoTask(logger, WebhookLog.Shorten(received.Id), WebhookLog.Shorten(received.Type.Value));
        }

        await HandleAsync(received, context).ConfigureAwait(false);
    }

    private WebhookEvent? Read(HttpContext context, byte[] body, TwelveLabsWebhookOptions current)
    {
        try
        {
            return TwelveLabsWebhook.Parse(body, context.Request.Headers[TwelveLabsWebhook.SignatureHeader], current.Secret!, current.Tolerance, clock);
        }
        catch (WebhookSignatureException exception)
        {
            WebhookLog.Refused(logger, exception.Failure);
            context.Response.StatusCode = exception.Failure is WebhookSignatureFailure.Missing or WebhookSignatureFailure.Malformed
                ? StatusCodes.Status400BadRequest
                : StatusCodes.Status401Unauthorized;
        }
        catch (JsonException)
        {
            WebhookLog.NoEvent(logger);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return null;
    }

    private async Task HandleAsync(WebhookEvent received, HttpContext context)
    {
        if (handler is null)
        {
            return;
        }

        try
        {
            await handler(received, context).ConfigureAwait(false);
        }
        catch
        {
            // The server answers 500, and the platform may send it again: then it must not count as a repetition.
            receiver.Forget(received);
            throw;
        }
    }
}
