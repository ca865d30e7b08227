using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Loops;

/// <summary>What is given to a wait: its options, where they are written in place or kept in a local of one value, and its token.</summary>
internal static class WaitArguments
{
    internal static IEnumerable<ContractCall> WaitsIn(WaitingBody body) =>
        body.Calls.Where(static c => c.Role is CallRole.Wait or CallRole.Outcome or CallRole.StartAndWait);

    /// <summary>What the options' member gets.</summary>
    internal static IOperation? Option(ContractCall wait, string name, CancellationToken cancellationToken)
    {
        IOperation? options = wait.Call.Arguments.FirstOrDefault(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type is { Name: "WaitOptions" } type && Handles.IsLongRun(type))?.Value;
        options = Plain(options);
        if (options is ILocalReferenceOperation local)
        {
            options = Plain(LocalValues.OnlyOperation(local, cancellationToken));
        }

        return (options as IObjectCreationOperation)?.Initializer?.Initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: var property } && property == name)?.Value;
    }

    /// <summary>Whether a token is given that may fire.</summary>
    internal static bool HasToken(ContractCall wait)
    {
        IOperation? token = Plain(wait.Call.Arguments.FirstOrDefault(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == "CancellationToken")?.Value);
        return token is not null and not IDefaultValueOperation and not IPropertyReferenceOperation { Property.Name: "None" };
    }

    internal static IOperation? Plain(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
