// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Judges how many items a collection has, by <c>minItems</c>, <c>maxItems</c> and <c>uniqueItems</c>. Immutable and safe for any number of threads.</summary>
public sealed class ItemsRule
{
    private readonly int _minItems;
    private readonly int _maxItems;

    /// <summary>Takes the values of the attribute <c>ItemsConstraint</c>.</summary>
    /// <param name="minItems">Least number of items. 0 unless given.</param>
    /// <param name="maxItems">Greatest number of items. <see cref="int.MaxValue"/> unless given: no upper bound.</param>
    /// <param name="uniqueItems">Whether every item may occur only once.</param>
    public ItemsRule(int minItems = 0, int maxItems = int.MaxValue, bool uniqueItems = false)
    {
        _minItems = minItems;
        _maxItems = maxItems;
        UniqueItems = uniqueItems;
    }

    /// <summary>Whether every item may occur only once.</summary>
    public bool UniqueItems { get; }

    /// <summary>Judges a count.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="isComplete">Whether these are all; else there may be more, and only too many can be said.</param>
    /// <param name="subject">What takes them, as the message says it: the name of a member or parameter.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the count fits.</returns>
    public string? JudgeCount(int count, bool isComplete, string subject)
    {
        if (isComplete && count < _minItems)
        {
            return $"{subject} gets {Items(count)}, and accepts {Range()}.";
        }

        return count > _maxItems ? $"{subject} gets {(isComplete ? "" : "at least ")}{Items(count)}, and accepts {Range()}." : null;
    }

    /// <summary>Says that an item occurs again.</summary>
    /// <param name="item">The item, as the message says it.</param>
    /// <param name="subject">What takes it.</param>
    /// <returns>A sentence for a person.</returns>
    public static string Repeated(string item, string subject) => $"{item} occurs more than once; {subject} accepts every item once.";

    private static string Items(int count) => count switch
    {
        0 => "no items",
        1 => "1 item",
        _ => count.ToString(CultureInfo.InvariantCulture) + " items",
    };

    private string Range() => Bounds.Write(
        _minItems <= 0 ? double.NegativeInfinity : _minItems,
        _maxItems == int.MaxValue ? double.PositiveInfinity : _maxItems,
        static n => n.ToString("0", CultureInfo.InvariantCulture));
}
