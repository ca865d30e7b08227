using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>A local that statements after its declaration build up, one after another in the same block.</summary>
internal static class BuiltInSteps
{
    /// <summary>The uses of the local before the given one, in order; <see langword="null"/> where one may not run.</summary>
    internal static IReadOnlyList<ILocalReferenceOperation>? Before(ILocalReferenceOperation reference, CancellationToken cancellationToken)
    {
        if (LocalScope.Declaration(reference, cancellationToken) is not { } declaration || reference.SemanticModel is not { } model)
        {
            return null;
        }

        var steps = new List<ILocalReferenceOperation>();
        foreach (IdentifierNameSyntax name in LocalScope.Uses(declaration).Where(n => n.SpanStart < reference.Syntax.SpanStart))
        {
            if (Block(name) is not { } block || block != Block(declaration) || model.GetOperation(name, cancellationToken) is not ILocalReferenceOperation step)
            {
                return null;
            }

            steps.Add(step);
        }

        return steps;
    }

    private static SyntaxNode? Block(SyntaxNode node)
    {
        SyntaxNode? statement = node;
        while (statement is not null and not StatementSyntax)
        {
            statement = statement.Parent;
        }

        return statement?.Parent is GlobalStatementSyntax global ? global.Parent : statement?.Parent;
    }
}
