using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Shaping;

/// <summary>Copies parts of schemas to where they count, as long as all copies together stay within reason.</summary>
/// <remarks>A few lines can stand for a document that fits in no memory: each schema of a long chain holds all that comes after it.</remarks>
/// <param name="diagnostics">Takes that it was too much, once.</param>
public sealed class CopyBudget(DiagnosticBag diagnostics)
{
    // Many times what the largest of the published documents need that were tried.
    private const int MostValues = 1_000_000;

    private int _left = MostValues;

    /// <summary>Whether it was too much, so that there will be no client and nothing is worth the work any more.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Copies a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where the copy is needed, for the diagnostic.</param>
    /// <returns>The copy; one of nothing once it is too much, for then there will be no client.</returns>
    public Node Copy(Node value, SourcePosition place)
    {
        if (_left >= 0 && (_left -= value.Size) >= 0)
        {
            return value.Clone();
        }

        if (!IsSpent)
        {
            IsSpent = true;
            diagnostics.Add(DiagnosticIds.Unreadable, place, $"With what the schema here takes over from others, the document has more than {MostValues} values; no client is made of so many.");
        }

        return value switch
        {
            MapNode => new MapNode(place),
            ListNode => new ListNode(place),
            _ => value,
        };
    }
}
