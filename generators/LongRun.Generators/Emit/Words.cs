using System.Globalization;
using System.Xml.Linq;
using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Values in emitted code and in its documentation.</summary>
internal static class Words
{
    private static readonly (string Name, string Method, double Seconds)[] Units =
    [
        ("hour", "FromHours", 3600),
        ("minute", "FromMinutes", 60),
        ("second", "FromSeconds", 1),
    ];

    /// <summary>A time as documentation says it: <c>4 hours</c>.</summary>
    public static string Time(double seconds)
    {
        (double count, string unit, _) = Split(seconds);
        return $"{Number(count)} {unit}{(count == 1 ? "" : "s")}";
    }

    /// <summary>A time as code says it: <c>global::System.TimeSpan.FromHours(4)</c>.</summary>
    public static string TimeSpan(double seconds)
    {
        if (double.IsPositiveInfinity(seconds))
        {
            return "global::System.Threading.Timeout.InfiniteTimeSpan";
        }

        if (seconds == 0)
        {
            return "global::System.TimeSpan.Zero";
        }

        (double count, _, string method) = Split(seconds);
        return $"global::System.TimeSpan.{method}({Number(count)})";
    }

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A text inside XML, on one line.</summary>
    public static string Xml(string text) => new XText(text).ToString().Replace("\r", " ").Replace("\n", " ");

    /// <summary>Texts as documentation lists them: <c>a</c>, <c>b</c> or <c>c</c>.</summary>
    public static string AnyOf(IReadOnlyList<string> texts)
    {
        string[] codes = texts.Select(static t => $"<c>{Xml(t)}</c>").ToArray();
        return codes.Length == 1 ? codes[0] : string.Join(", ", codes.Take(codes.Length - 1)) + " or " + codes[codes.Length - 1];
    }

    /// <summary>The longest wait as documentation says it, after "a wait takes".</summary>
    public static string MaxWait(double seconds) => double.IsPositiveInfinity(seconds) ? "as long as it takes" : "at most " + Time(seconds);

    public static string TypeArguments(IEnumerable<TypeParameterModel> parameters)
    {
        string names = string.Join(", ", parameters.Select(static p => p.Name));
        return names.Length == 0 ? "" : $"<{names}>";
    }

    // Only whole hours and minutes are told in them: 90 minutes, not 1.5 hours.
    private static (double Count, string Unit, string Method) Split(double seconds)
    {
        foreach ((string name, string method, double unit) in Units)
        {
            if (seconds >= unit && seconds % unit == 0)
            {
                return (seconds / unit, name, method);
            }
        }

        return (seconds, "second", "FromSeconds");
    }
}
