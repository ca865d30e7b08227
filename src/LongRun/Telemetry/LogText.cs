using System.Globalization;

namespace LongRun;

/// <summary>Texts of servers in logs and spans: of a length and in characters that cannot do harm there.</summary>
internal static class LogText
{
    private const int Longest = 100;

    /// <summary>What a status call failed with, as OpenTelemetry has it: its HTTP status, else the type of the exception. Never its message, which may quote an answer.</summary>
    internal static string ErrorType(Exception fault, int? status) =>
        status?.ToString(CultureInfo.InvariantCulture) ?? fault.GetType().FullName ?? fault.GetType().Name;

    internal static string? Of(string? text)
    {
        if (text is null || (text.Length <= Longest && !text.Any(char.IsControl)))
        {
            return text;
        }

        string start = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        return string.Create(start.Length, start, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
