using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A constant pause, written in this body, that is shorter than the monitor's shortest.</summary>
internal sealed class ShortPause
{
    internal ShortPause(SyntaxNode value, double minDelay)
    {
        Value = value;
        MinDelay = minDelay;
    }

    internal SyntaxNode Value { get; }

    /// <summary>Seconds that the monitor asks for.</summary>
    internal double MinDelay { get; }
}
