using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Elements of tuples.</summary>
internal static class TupleElement
{
    private const string Prefix = "Item";

    /// <summary>
    /// Position of an element, whatever its name. By its number (<c>Item1</c>): the field of a name that a tuple literal gave
    /// is not found among the elements of the tuple's type.
    /// </summary>
    /// <returns>The position from zero; -1 where the field is none.</returns>
    internal static int PositionOf(IFieldSymbol field)
    {
        string name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;
    }
}
