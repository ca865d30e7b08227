using System.Xml;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Reads ISO 8601 durations, and reports those that are none.</summary>
public static class DurationText
{
    /// <summary>Reads a duration.</summary>
    /// <param name="node">The value, or <see langword="null"/>.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The duration, or <see langword="null"/> if it is absent or was reported.</returns>
    public static TimeSpan? Read(ScalarNode? node, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        try
        {
            TimeSpan duration = XmlConvert.ToTimeSpan(node.Text);
            if (duration >= TimeSpan.Zero)
            {
                return duration;
            }

            diagnostics.Add(DiagnosticIds.InvalidLimit, node.Position, $"'{node.Text}' is negative; a duration is not.");
            return null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            diagnostics.Add(DiagnosticIds.InvalidLimit, node.Position, $"'{node.Text}' is not an ISO 8601 duration, such as PT30S or PT2H.");
            return null;
        }
    }

    /// <summary>Reads the bounds of a range of durations.</summary>
    /// <param name="range">The range with <c>min</c> and <c>max</c>, or <see langword="null"/>.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The bounds; each <see langword="null"/> if it is absent or was reported.</returns>
    public static (TimeSpan? Min, TimeSpan? Max) ReadRange(MapNode? range, DiagnosticBag diagnostics)
    {
        TimeSpan? min = Read(range?.Scalar("min"), diagnostics);
        TimeSpan? max = Read(range?.Scalar("max"), diagnostics);
        if (min > max)
        {
            diagnostics.Add(DiagnosticIds.InvalidLimit, range!.KeyPosition("min"), "The range is empty: 'min' is longer than 'max'.");
        }

        return (min, max);
    }
}
