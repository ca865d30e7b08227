using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>One of the conditions under which a result is asked for again: a predicate, or a value to be equal to.</summary>
internal sealed class ResultTest
{
    private readonly Handler? _predicate;
    private readonly bool _takesAttempt;
    private readonly IOperation? _value;
    private readonly FlowContext? _context;

    private ResultTest(Handler? predicate, bool takesAttempt, IOperation? value, FlowContext? context)
    {
        _predicate = predicate;
        _takesAttempt = takesAttempt;
        _value = value;
        _context = context;
    }

    /// <summary>What it consists of.</summary>
    internal IEnumerable<IOperation> Operations => _predicate?.Functions.SelectMany(static f => f.Operations()) ?? _value!.DescendantsAndSelf();

    /// <param name="predicate">The predicate.</param>
    /// <param name="takesAttempt">Whether it gets the whole attempt, of which the result is a part.</param>
    internal static ResultTest Of(Handler predicate, bool takesAttempt) => new(predicate, takesAttempt, null, null);

    internal static ResultTest Equal(IOperation value, FlowContext context) => new(null, false, value, context);

    /// <summary>Whether the result is asked for again; <see langword="null"/> where that is not known.</summary>
    internal bool? Holds(FlowValue result, Scenario scenario)
    {
        if (_predicate is not null)
        {
            return _predicate.Call(scenario, _takesAttempt ? FlowValue.Of(Atom.Attempt(result)) : result)?.Truth;
        }

        FlowValue value = new Evaluator(_context!, scenario, new FlowOptions { StartsInTheMiddle = true }).Evaluate(_value, new FlowState());
        return Comparison.AreEqual(result, value, scenario);
    }
}
