using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>How code is followed.</summary>
internal sealed class FlowOptions
{
    private readonly bool _tokensNeverFire;

    /// <summary>Blocks that are looked at; <see langword="null"/>: all.</summary>
    internal LoopRegion? Region { get; init; }

    /// <summary>Whether what is known on each single way is asked for later.</summary>
    internal bool KeepsWays { get; init; }

    /// <summary>Told of every value.</summary>
    internal IFlowListener? Listener { get; init; }

    /// <summary>Whether what a loop was left for is kept in mind in the functions that are called, too.</summary>
    internal bool MindsLoops { get; init; }

    /// <summary>What an operation is taken for, whatever it is; <see langword="null"/> leaves it as it is.</summary>
    internal Func<IOperation, FlowState, FlowValue?>? Given { get; init; }

    /// <summary>Whether nothing is known of the code before.</summary>
    internal bool StartsInTheMiddle { get; init; }

    /// <summary>Whether a token from outside, which may never fire, is no way out: so it is in a loop.</summary>
    internal bool TokensNeverFire
    {
        get => Region is not null || _tokensNeverFire;
        init => _tokensNeverFire = value;
    }

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
