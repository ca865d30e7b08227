using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>How code is followed.</summary>
internal sealed class FlowOptions
{
    /// <summary>Blocks that are looked at; <see langword="null"/>: all.</summary>
    internal LoopRegion? Region { get; init; }

    /// <summary>Told of every value.</summary>
    internal IFlowListener? Listener { get; init; }

    /// <summary>Whether nothing is known of the code before.</summary>
    internal bool StartsInTheMiddle { get; init; }

    /// <summary>In a loop a token from outside that may never fire is no way out.</summary>
    internal bool TokensNeverFire => Region is not null;

    /// <summary>What a variable is that nothing was assigned to yet. In a loop, what came from before it does not change.</summary>
    internal FlowValue Initial(object variable) => variable switch
    {
        IParameterSymbol { RefKind: RefKind.None } when Region is not null => FlowValue.Stable,
        IParameterSymbol => FlowValue.Unknown,

        // Locals are read only where they have a value, unless the code before was not followed.
        ILocalSymbol => StartsInTheMiddle ? FlowValue.Unknown : FlowValue.None,
        ISymbol => FlowValue.Unknown,
        _ => FlowValue.None,
    };
}
