using System.Globalization;

namespace TwelveLabs.Configuration;

/// <summary>Reads the text of a setting; a text that cannot be read is an error that names the setting.</summary>
internal static class SettingText
{
    public static Uri ParseUri(string text, string setting) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new FormatException($"Setting '{setting}' is '{text}', which is not an absolute URL such as {TwelveLabsClient.DefaultBaseAddress}.");

    public static int ParseCount(string text, string setting) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new FormatException($"Setting '{setting}' is '{text}', which is not a whole number.");

    public static bool ParseFlag(string text, string setting) =>
        bool.TryParse(text, out bool flag)
            ? flag
            : throw new FormatException($"Setting '{setting}' is '{text}', which is neither true nor false.");

    // "90" would be ninety days in TimeSpan.Parse, which nobody means.
    public static TimeSpan ParseTime(string text, string setting) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw new FormatException($"Setting '{setting}' is '{text}', which is not a time of the form hh:mm:ss.");
}
