using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Writes durations as C#.</summary>
internal static class DurationText
{
    /// <summary><c>TimeSpan.FromSeconds(1)</c>, qualified where the name is not in scope.</summary>
    internal static string TimeSpan(double seconds, SemanticModel model, int position)
    {
        bool isInScope = model.LookupNamespacesAndTypes(position, name: "TimeSpan").OfType<INamedTypeSymbol>().Any(static t => t.ContainingNamespace?.Name == "System");
        string type = isInScope ? "TimeSpan" : "System.TimeSpan";
        return seconds == Math.Floor(seconds)
            ? $"{type}.FromSeconds({seconds.ToString("0", CultureInfo.InvariantCulture)})"
            : $"{type}.FromMilliseconds({Milliseconds(seconds)})";
    }

    internal static string Milliseconds(double seconds) => Math.Ceiling(seconds * 1000).ToString("0", CultureInfo.InvariantCulture);
}
