using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers;

/// <summary>Parts of a call.</summary>
internal static class CallSite
{
    /// <summary>Where a call is reported: at the method's name.</summary>
    internal static Location NameOf(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        { } other => other.GetLocation(),
        null => call.Syntax.GetLocation(),
    };

    /// <summary>What the method is called on: the instance, or the first argument of an extension method.</summary>
    internal static IOperation? Receiver(IInvocationOperation call)
    {
        IOperation? receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0
            ? call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value
            : null);
        while (receiver is IConversionOperation { OperatorMethod: null } conversion)
        {
            receiver = conversion.Operand;
        }

        return receiver;
    }
}
