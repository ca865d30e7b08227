using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// After a condition, a variable has only those of its alternatives with which the condition came out that way:
/// behind <c>if (task is null) return;</c> the task is not null.
/// </summary>
internal static class Narrowing
{
    internal static FlowState Apply(Evaluator evaluator, IOperation condition, bool taken, FlowState state)
    {
        FlowState narrowed = state.Clone();
        var seen = new HashSet<object>(VariableComparer.Instance);
        foreach (IOperation part in condition.DescendantsAndSelf())
        {
            if (VariableOf(part) is { } variable && seen.Add(variable) && state.Find(variable) is { Atoms.Length: > 1 } value)
            {
                FlowValue left = value.Where(atom => CanBe(evaluator, condition, taken, state, variable, atom));
                narrowed.Set(variable, left);
                if (variable is CaptureId capture && state.AliasOf(capture) is { } alias && state.Find(alias)?.Equals(value) == true)
                {
                    narrowed.Set(alias, left);
                }
            }
        }

        return narrowed;
    }

    private static bool CanBe(Evaluator evaluator, IOperation condition, bool taken, FlowState state, object variable, Atom atom)
    {
        FlowState assumed = state.Clone();
        assumed.Set(variable, FlowValue.Of(atom));
        return evaluator.Evaluate(condition, assumed).Truth != !taken;
    }

    private static object? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };
}
