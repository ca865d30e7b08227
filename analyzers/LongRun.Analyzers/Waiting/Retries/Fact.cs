using System.Globalization;

namespace LongRun.Analyzers.Waiting.Retries;

/// <summary>What is known of one value.</summary>
internal sealed class Fact
{
    internal static readonly Fact Null = new(null, isNull: true, fromStart: false);

    private Fact(object? constant, bool isNull, bool fromStart)
    {
        Constant = constant;
        IsNull = isNull;
        IsFromStart = fromStart;
        Text = isNull ? "=null" : fromStart ? "=start" : "=" + Convert.ToString(constant, CultureInfo.InvariantCulture);
    }

    /// <summary>A value that came from the start's result, and is there.</summary>
    internal static Fact FromStart { get; } = new(null, isNull: false, fromStart: true);

    /// <summary>A <see cref="bool"/> or <see cref="int"/>; <see langword="null"/> where it is not known.</summary>
    internal object? Constant { get; }

    internal bool IsNull { get; }

    internal bool IsFromStart { get; }

    internal string Text { get; }

    internal static Fact? Of(object? constant) => constant switch
    {
        null => Null,
        bool or int => new Fact(constant, isNull: false, fromStart: false),
        _ => null,
    };
}
