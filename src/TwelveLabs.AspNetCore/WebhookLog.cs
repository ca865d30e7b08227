using Microsoft.Extensions.Logging;

namespace TwelveLabs.AspNetCore;

/// <summary>What is logged of webhooks: ids and types of verified events, nothing of a body, a signature or the secret.</summary>
internal static partial class WebhookLog
{
    // An open set, and so is the length of what is in it.
    private const int LongestText = 100;

    [LoggerMessage(1, LogLevel.Debug, "Webhook event {EventId} of type {EventType} tells of task {TaskId}.")]
    public static partial void Received(ILogger logger, string eventId, string eventType, string taskId);

    [LoggerMessage(2, LogLevel.Information, "Webhook event {EventId} is of type {EventType}, or names no task: it is accepted, and wakes no wait.")]
    public static partial void OfNoTask(ILogger logger, string eventId, string eventType);

    [LoggerMessage(3, LogLevel.Debug, "Webhook event {EventId} came before: it is accepted and dropped.")]
    public static partial void Repeated(ILogger logger, string eventId);

    [LoggerMessage(4, LogLevel.Warning, "A webhook was refused: its signature is {Failure}.")]
    public static partial void Refused(ILogger logger, WebhookSignatureFailure failure);

    [LoggerMessage(5, LogLevel.Warning, "A webhook was refused: its body has more than {MaxBodySize} bytes.")]
    public static partial void TooLarge(ILogger logger, int maxBodySize);

    [LoggerMessage(6, LogLevel.Warning, "A webhook was refused: its signature holds, and its body is no event.")]
    public static partial void NoEvent(ILogger logger);

    public static string Shorten(string? text) =>
        text is null ? "" : text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
