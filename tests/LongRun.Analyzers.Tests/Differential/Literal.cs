using System.Globalization;
using System.Text;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Values as C# writes them, to the last bit.</summary>
internal static class Literal
{
    internal static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c is >= ' ' and <= '~' and not '"' and not '\\' ? literal.Append(c) : literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return literal.Append('"').ToString();
    }

    internal static string Of(double number) => number switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "d",
    };

    internal static string Of(float number) => number switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    internal static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "m";

    internal static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Of(long number) => number.ToString(CultureInfo.InvariantCulture) + "L";
}
