using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a status is read that is one of each item of a list.</summary>
internal static class ItemsEmitter
{
    private const string Enumerable = "global::System.Linq.Enumerable";

    /// <summary>The status of all items together.</summary>
    public static string Status(ReadingModel reading, MonitorModel endings)
    {
        string text = ReadingEmitter.Expression(reading.Status, "status");

        // What a server refused at once it may never have given a status.
        if (reading.FailureReason is { } reason && reason.Items == reading.Status.Items && endings.Failed.Count > 0)
        {
            text = $"({text}) ?? (({ReadingEmitter.Expression(reason, "reason")}) is null ? null : {Words.Literal(endings.Failed[0])})";
        }

        return $"{reading.Status.Items} is {{ }} items ? StatusMonitor.StatusOf({Enumerable}.Select(items, static {MemberReading.ItemVariable} => {text})) : null";
    }

    /// <summary>The reason of a failure: that of the first item that has one, or of the whole.</summary>
    public static string FailureReason(MemberReading reason) => reason.Items is null
        ? ReadingEmitter.Expression(reason, "reason")
        : $"{reason.Items} is {{ }} reasons ? {Enumerable}.FirstOrDefault({Enumerable}.Select(reasons, static {MemberReading.ItemVariable} => {ReadingEmitter.Expression(reason, "reason")}), static text => text is not null) : null";
}
