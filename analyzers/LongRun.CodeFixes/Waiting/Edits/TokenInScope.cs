using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>The token that code can pass on.</summary>
internal static class TokenInScope
{
    /// <summary>The innermost parameter or local of that type, as it is named there; <see langword="null"/> where there is none, or more than one.</summary>
    internal static string? At(SemanticModel model, int position)
    {
        // The locals of a top-level program are found everywhere, and can be used in it alone.
        ISymbol? here = model.GetEnclosingSymbol(position);
        ISymbol[] tokens = model.LookupSymbols(position)
            .Where(s => s switch
            {
                IParameterSymbol parameter => IsToken(parameter.Type),
                ILocalSymbol local => IsToken(local.Type) && local.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End < position && IsAround(local.ContainingSymbol, here),
                _ => false,
            })
            .ToArray();
        return tokens.Length == 1 ? tokens[0].Name : tokens.FirstOrDefault(static t => t is IParameterSymbol)?.Name;
    }

    /// <summary>The token that a call is given, as it is written there.</summary>
    internal static string? GivenTo(IInvocationOperation call)
    {
        IOperation? token = call.Arguments.FirstOrDefault(static a => a.ArgumentKind == ArgumentKind.Explicit && IsToken(a.Parameter?.Type))?.Value;
        return token is null or IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" } ? null : token.Syntax.ToString();
    }

    /// <summary>The call with the token as a further argument; <see langword="null"/> where it takes none.</summary>
    internal static TextChange? PassTo(IInvocationOperation call, string token)
    {
        if (call.Syntax is not InvocationExpressionSyntax { ArgumentList: { } list })
        {
            return null;
        }

        IArgumentOperation? given = call.Arguments.FirstOrDefault(static a => IsToken(a.Parameter?.Type));
        if (given is { ArgumentKind: ArgumentKind.Explicit })
        {
            return new TextChange(given.Syntax is ArgumentSyntax argument ? argument.Expression.Span : given.Syntax.Span, token);
        }

        int position = given?.Parameter?.Ordinal ?? Overload(call)?.Ordinal ?? -1;
        if (position < 0)
        {
            return null;
        }

        // By its name where something is left out before it.
        int written = list.Arguments.Count + (call.TargetMethod.IsExtensionMethod && call.Instance is null && list.Arguments.Count < call.Arguments.Count(static a => a.ArgumentKind == ArgumentKind.Explicit) ? 1 : 0);
        bool isNext = written == position && list.Arguments.All(static a => a.NameColon is null);
        string name = (given?.Parameter ?? Overload(call))!.Name;
        string text = (list.Arguments.Count > 0 ? ", " : "") + (isNext ? "" : name + ": ") + token;
        return new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), text);
    }

    /// <summary>The token's parameter in an overload that takes one more: <c>Task.Delay(int, CancellationToken)</c>.</summary>
    private static IParameterSymbol? Overload(IInvocationOperation call) => call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name)
        .OfType<IMethodSymbol>()
        .Where(m => m.IsStatic == call.TargetMethod.IsStatic
            && m.Parameters.Length == call.TargetMethod.Parameters.Length + 1
            && IsToken(m.Parameters[m.Parameters.Length - 1].Type)
            && m.Parameters.Take(m.Parameters.Length - 1).Select(static p => p.Type).SequenceEqual(call.TargetMethod.Parameters.Select(static p => p.Type), SymbolEqualityComparer.Default))
        .Select(static m => m.Parameters[m.Parameters.Length - 1])
        .FirstOrDefault();

    private static bool IsAround(ISymbol function, ISymbol? here)
    {
        while (here is not null && !SymbolEqualityComparer.Default.Equals(here, function))
        {
            here = here.ContainingSymbol;
        }

        return here is not null;
    }

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
}
