using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>
/// Mistakes on purpose: <c>Assert.ThrowsAsync&lt;…&gt;(() => client.ImportAsync("nowhere"))</c> wants the refusal. Asked only of
/// a value that is about to be reported.
/// </summary>
internal static class ExpectedRefusals
{
    internal static bool Contains(IOperation value, CancellationToken cancellationToken)
    {
        for (IOperation? outer = value.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation && IsExpected(outer, cancellationToken))
            {
                return true;
            }

            if (outer is ILocalFunctionOperation { Symbol: var function } && outer.Syntax.Parent is { } block && IsGivenToAssertion(function.Name, block))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpected(IOperation lambda, CancellationToken cancellationToken)
    {
        IOperation? place = lambda.Parent;
        while (place is IDelegateCreationOperation or IConversionOperation)
        {
            place = place.Parent;
        }

        return place switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => IsAssertion(call.TargetMethod.Name),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } block && IsGivenToAssertion(declarator.Symbol.Name, block),
            _ => false,
        };
    }

    // Assert.Throws(act), act.Should().ThrowAsync()
    private static bool IsGivenToAssertion(string name, SyntaxNode block) =>
        (block is GlobalStatementSyntax ? block.Parent ?? block : block).DescendantNodes().OfType<IdentifierNameSyntax>().Any(use =>
            use.Identifier.ValueText == name
            && use.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.DescendantTokens().Any(static token => IsAssertion(token.ValueText)));

    // xunit, NUnit, MSTest, FluentAssertions and Shouldly.
    private static bool IsAssertion(string method) =>
        (method.StartsWith("Throw", StringComparison.Ordinal) && !method.StartsWith("ThrowIf", StringComparison.Ordinal))
        || method.StartsWith("ShouldThrow", StringComparison.Ordinal)
        || method is "Catch" or "CatchAsync" or "Exception" or "ExceptionAsync" or "Invoking" or "Awaiting";
}
