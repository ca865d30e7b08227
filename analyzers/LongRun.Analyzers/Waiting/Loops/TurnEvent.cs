using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>What happens in a turn of a loop: a status is asked for, or code pauses.</summary>
internal sealed class TurnEvent
{
    private TurnEvent(Pause? pause, SyntaxNode syntax)
    {
        Pause = pause;
        Syntax = syntax;
    }

    /// <summary>The pause; <see langword="null"/>: a status is asked for.</summary>
    internal Pause? Pause { get; }

    internal SyntaxNode Syntax { get; }

    internal static TurnEvent Asking(SyntaxNode call) => new(null, call);

    internal static TurnEvent Pausing(Pause pause) => new(pause, pause.Value);
}
