using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Constraints;

/// <summary>Numbers as C# writes them.</summary>
internal static class NumberText
{
    internal static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Writes a number as a literal of the type; <see langword="null"/> where it has none.</summary>
    internal static string? Write(double number, ITypeSymbol? type)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return type?.SpecialType switch
        {
            _ when double.IsNaN(number) || double.IsInfinity(number) => null,
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : null,
            SpecialType.System_Double => text,
            SpecialType.System_Single => number == Math.Floor(number) ? text : text + "f",
            SpecialType.System_Decimal => number == Math.Floor(number) ? text : text + "m",
            _ => null,
        };
    }
}
