using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>What the members of a <c>RetryStrategyOptions</c> were set to.</summary>
internal sealed class RetryOptions
{
    private readonly Dictionary<string, IOperation> _members = [];

    private RetryOptions(IObjectCreationOperation creation)
    {
        Creation = creation;
        foreach (ISimpleAssignmentOperation assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            Set(assignment);
        }
    }

    internal IObjectCreationOperation Creation { get; }

    /// <summary>The options that an operation gives; <see langword="null"/> where not all that is done to them is in sight.</summary>
    internal static RetryOptions? Read(IOperation value, Origin origin, CancellationToken cancellationToken)
    {
        if (origin.Of(value) is not IObjectCreationOperation { Type.Name: "RetryStrategyOptions" } creation)
        {
            return null;
        }

        var options = new RetryOptions(creation);
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        if (value is ILocalReferenceOperation local)
        {
            if (BuiltInSteps.Before(local, cancellationToken) is not { } steps)
            {
                return null;
            }

            foreach (ILocalReferenceOperation step in steps)
            {
                if (step.Parent is not IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property || assignment.Target != property)
                {
                    return null;
                }

                options.Set(assignment);
            }
        }

        return options;
    }

    internal IOperation? Find(string name) => _members.TryGetValue(name, out IOperation? value) ? value : null;

    private void Set(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
        {
            _members[name] = assignment.Value;
        }
    }
}
