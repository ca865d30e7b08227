using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Values;

/// <summary>Where a value is reported: at the value itself. The items of a <c>params</c> are one value that has no syntax of its own.</summary>
internal static class ReportPlace
{
    // ArgumentKind.ParamCollection, which Roslyn 4.8 does not know.
    private const ArgumentKind ParamCollection = (ArgumentKind)4;

    internal static Location Of(IOperation value)
    {
        if (value.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray or ParamCollection } argument)
        {
            ImmutableArray<IOperation> items = value is IArrayCreationOperation { Initializer: { } array } ? array.ElementValues : value.ChildOperations.ToImmutableArray();
            return items.Length > 0
                ? Location.Create(value.Syntax.SyntaxTree, TextSpan.FromBounds(items[0].Syntax.SpanStart, items[items.Length - 1].Syntax.Span.End))
                : argument.Parent is IInvocationOperation call ? CallSite.NameOf(call) : value.Syntax.GetLocation();
        }

        return (value.Syntax is ArgumentSyntax { Expression: var expression } ? expression : value.Syntax).GetLocation();
    }
}
