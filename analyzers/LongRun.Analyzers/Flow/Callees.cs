using LongRun.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Flow;

/// <summary>What can be told of a method that is called: by its source where that is at hand, by its attributes and name elsewhere.</summary>
internal sealed class Callees
{
    private static readonly string[] ThrowingVerbs = ["Throw", "Fail", "Exit", "Abort", "Panic", "Raise", "Die"];
    private static readonly string[] WaitingWords = ["Wait", "Poll", "Until", "Ensure", "Ready", "Complet", "Finish"];

    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IMethodSymbol, bool> _neverReturn = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol, MonitorContract?), bool> _wait = [];

    internal Callees(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>Whether control never comes back from it.</summary>
    internal bool NeverReturns(IMethodSymbol method) => Once(_neverReturn, method, FindNeverReturns);

    /// <summary>Whether it may wait for a job out of sight: it asks for a status itself, or is given something and called so.</summary>
    internal bool MayWaitForJob(IMethodSymbol method, MonitorContract? monitor) => Once(_wait, (method.OriginalDefinition, monitor), key => FindMayWait(method, key.Item2));

    /// <summary>Whether it looks as if it did not come back, and nothing more is known of it.</summary>
    internal bool MayNeverReturn(IMethodSymbol method) =>
        method.ReturnsVoid
        && ThrowingVerbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal))
        && Body(method) is null;

    /// <summary>Whether a parameter takes null, so that a method may be asked whether the argument is: <c>Guard.NotNull(task.VideoId)</c>.</summary>
    internal static bool MayTakeNull(IParameterSymbol parameter) =>
        parameter.NullableAnnotation != NullableAnnotation.NotAnnotated || parameter.OriginalDefinition.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method };

    /// <summary>Whether it may change a member of the calling code: it names it, or may be replaced by one that does.</summary>
    internal bool MayChange(IMethodSymbol method, ISymbol member) => Body(method) is { } body
        ? body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == member.Name)
        : IsReplaceable(method);

    private bool FindNeverReturns(IMethodSymbol method)
    {
        if (method.GetAttributes().Any(static a => a.AttributeClass?.Name == "DoesNotReturnAttribute"))
        {
            return true;
        }

        return !IsReplaceable(method) && Body(method) switch
        {
            ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax } => true,
            BlockSyntax { Statements: [.., ThrowStatementSyntax] } block => !block.DescendantNodes(static n => !IsFunction(n)).Any(static n => n is ReturnStatementSyntax),
            _ => false,
        };
    }

    private bool FindMayWait(IMethodSymbol method, MonitorContract? monitor)
    {
        if (Body(method) is { } body)
        {
            return body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && AsksForJob(t.ValueText, monitor));
        }

        return !IsFramework(method)
            && WaitingWords.Any(w => method.Name.IndexOf(w, StringComparison.Ordinal) >= 0)
            && method.Parameters.Any(static p => p.Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.TypeParameter } or { Name: "Guid" });
    }

    private static bool IsReplaceable(IMethodSymbol method) => method.IsAbstract || method.IsVirtual || method.IsOverride;

    private static bool AsksForJob(string name, MonitorContract? monitor) =>
        name is "UpdateStatusAsync" or "WaitForCompletionAsync" or "WaitForOutcomeAsync" or "WaitForResultAsync"
        || name.EndsWith("AndWaitAsync", StringComparison.Ordinal)
        || name == monitor?.Method.Name
        || name == monitor?.ListMethod
        || (WaitingWords.Any(w => name.StartsWith(w, StringComparison.Ordinal)) && name is not "Wait" and not "WaitAsync" and not "WaitOne" and not "WaitForNextTickAsync");

    private SyntaxNode? Body(IMethodSymbol method) =>
        (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences is [var declaration, ..]
            ? declaration.GetSyntax(_cancellationToken) switch
            {
                BaseMethodDeclarationSyntax called => called.Body ?? (SyntaxNode?)called.ExpressionBody,
                LocalFunctionStatementSyntax local => local.Body ?? (SyntaxNode?)local.ExpressionBody,
                _ => null,
            }
            : null;

    private static bool Once<TKey>(Dictionary<TKey, bool> known, TKey key, Func<TKey, bool> find)
    {
        if (!known.TryGetValue(key, out bool value))
        {
            value = find(key);
            known.Add(key, value);
        }

        return value;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsFramework(IMethodSymbol method)
    {
        INamespaceSymbol? outermost = method.ContainingNamespace;
        while (outermost?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            outermost = outer;
        }

        // Polly waits between attempts, and knows of no job.
        return outermost?.Name is "System" or "Polly";
    }
}
