using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Flow;

/// <summary>Told what operations evaluate to, each time one is met.</summary>
internal interface IFlowListener
{
    /// <summary>An operation of the graph was evaluated.</summary>
    /// <param name="operation">The operation, lowered; its syntax is that of the source.</param>
    /// <param name="value">What it may have as its value.</param>
    /// <param name="state">What is known after it.</param>
    void Evaluated(IOperation operation, FlowValue value, FlowState state);
}
