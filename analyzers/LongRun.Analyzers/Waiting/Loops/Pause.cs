using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>A place where code waits before it goes on.</summary>
internal sealed class Pause
{
    internal Pause(SyntaxNode value, double? seconds)
    {
        Value = value;
        Seconds = seconds;
    }

    /// <summary>What says how long: the argument, where there is one.</summary>
    internal SyntaxNode Value { get; }

    /// <summary>How long, where it is a constant.</summary>
    internal double? Seconds { get; }
}
