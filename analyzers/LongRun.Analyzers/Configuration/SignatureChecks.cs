using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Configuration;

/// <summary>
/// Looks for a check of a webhook's signature before a call: in the same function, in one around it, in what these call, and
/// in every caller of a private function. Asked only of a call that is about to be reported.
/// </summary>
internal sealed class SignatureChecks
{
    // Who checks deeper than this hides it from readers too.
    private const int MaxDepth = 3;

    private readonly Contract _contract;
    private readonly CancellationToken _cancellationToken;

    internal SignatureChecks(Contract contract, CancellationToken cancellationToken)
    {
        _contract = contract;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether the signature is checked before the call, as far as can be seen.</summary>
    internal bool IsBefore(IInvocationOperation call, int depth = 0)
    {
        IOperation root = call;
        var around = new List<IOperation>();
        for (IOperation? outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            root = outer;
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                around.Add(outer);
            }
        }

        foreach (IInvocationOperation other in root.Descendants().OfType<IInvocationOperation>())
        {
            if (other.Syntax.SpanStart < call.Syntax.SpanStart
                && (Function(other) is not { } function || around.Contains(function))
                && Checks(other, 0))
            {
                return true;
            }
        }

        // In the arguments of the call itself: Deserialize(Verified(body)).
        return call.Arguments.Any(a => a.Descendants().OfType<IInvocationOperation>().Any(i => Checks(i, 0)))
            || (depth < MaxDepth && AreCallersChecked(call, around.OfType<ILocalFunctionOperation>().FirstOrDefault()?.Symbol, depth + 1));
    }

    /// <summary>Whether a function that nobody else can call is only called after a check.</summary>
    private bool AreCallersChecked(IInvocationOperation call, IMethodSymbol? localFunction, int depth)
    {
        if (call.SemanticModel is not { } model
            || (localFunction ?? model.GetEnclosingSymbol(call.Syntax.SpanStart, _cancellationToken)) is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function
            || (function.MethodKind == MethodKind.Ordinary && function.DeclaredAccessibility != Accessibility.Private))
        {
            return false;
        }

        SyntaxNode scope = call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Syntax.SyntaxTree.GetRoot(_cancellationToken);
        bool isCalled = false;
        foreach (IdentifierNameSyntax name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != function.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, _cancellationToken).Symbol?.OriginalDefinition, function.OriginalDefinition))
            {
                continue;
            }

            // Handed on as a delegate, it is called who knows when.
            isCalled = true;
            if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } invocation
                || model.GetOperation(invocation, _cancellationToken) is not IInvocationOperation caller
                || !SymbolEqualityComparer.Default.Equals(caller.TargetMethod.OriginalDefinition, function.OriginalDefinition)
                || !IsBefore(caller, depth))
            {
                return false;
            }
        }

        return isCalled;
    }

    private static IOperation? Function(IOperation operation)
    {
        IOperation? outer = operation.Parent;
        while (outer is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            outer = outer.Parent;
        }

        return outer;
    }

    private bool Checks(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_contract.VerifiesWebhook(method) || IsHandWritten(method))
        {
            return true;
        }

        if (method.DeclaringSyntaxReferences is not [var declaration] || method.IsAbstract)
        {
            return IsNamedSo(method.Name) || IsNamedSo(method.ContainingType?.Name);
        }

        return depth < MaxDepth
            && call.SemanticModel is { } model
            && declaration.GetSyntax(_cancellationToken) is var syntax
            && ModelOf(syntax.SyntaxTree, model).GetOperation(syntax, _cancellationToken) is { } body
            && body.Descendants().OfType<IInvocationOperation>().Any(i => Checks(i, depth + 1));
    }

    // Whoever compares in constant time compares a signature.
    private static bool IsHandWritten(IMethodSymbol method) => method is { Name: "FixedTimeEquals", ContainingType.Name: "CryptographicOperations" };

    // Without a body to look into, the name has to do.
    private static bool IsNamedSo(string? name) =>
        name is not null && (name.IndexOf("Signature", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Verif", StringComparison.OrdinalIgnoreCase) >= 0);

#pragma warning disable RS1030 // What is called may be in another file; it is looked into only before a report.
    private static SemanticModel ModelOf(SyntaxTree tree, SemanticModel model) => tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
