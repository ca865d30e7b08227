using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Flow;

/// <summary>Iterators of the same file that tick for ever: <c>await foreach (var _ in Ticks())</c>.</summary>
internal static class EndlessSources
{
    /// <summary>Whether the call moves an enumerator on that never ends by itself.</summary>
    internal static bool Contains(IInvocationOperation moveNext, FlowContext context)
    {
        // The source stands where the loop does: the compiler gives all it adds to a foreach the syntax of the source.
        SyntaxNode? loop = moveNext.Syntax;
        while (loop is not null and not CommonForEachStatementSyntax)
        {
            loop = loop.Parent;
        }

        if (loop is not CommonForEachStatementSyntax statement || context.Root.SemanticModel is not { } model || statement.SyntaxTree != model.SyntaxTree)
        {
            return false;
        }

        IOperation? source = model.GetOperation(statement.Expression, context.CancellationToken);
        while (source is IConversionOperation or IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" })
        {
            source = source is IConversionOperation conversion ? conversion.Operand : CallSite.Receiver((IInvocationOperation)source);
        }

        return source is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences: [var declaration] } && IsEndless(declaration.GetSyntax(context.CancellationToken));
    }

    private static bool IsEndless(SyntaxNode iterator) =>
        iterator.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax).Any(static n => n is StatementSyntax loop && IsEndlessLoop(loop))
        && !iterator.DescendantNodes().Any(static n => n.IsKind(SyntaxKind.YieldBreakStatement) || n.IsKind(SyntaxKind.BreakStatement) || n.IsKind(SyntaxKind.GotoStatement));

    private static bool IsEndlessLoop(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax @while => IsAlwaysTrue(@while.Condition),
        DoStatementSyntax @do => IsAlwaysTrue(@do.Condition),
        ForStatementSyntax @for => @for.Condition is null || IsAlwaysTrue(@for.Condition),
        _ => false,
    };

    private static bool IsAlwaysTrue(ExpressionSyntax condition) =>
        condition.IsKind(SyntaxKind.TrueLiteralExpression)
        || condition.DescendantTokens().Any(static t => t.ValueText is "WaitForNextTickAsync" or "IsCancellationRequested");
}
