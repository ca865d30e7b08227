using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Flow;

/// <summary>
/// Token sources of a body that get a time-out in it, and the tokens taken from them. Whoever waits with one of these does
/// not wait for ever; a token that merely comes from outside promises nothing.
/// </summary>
internal sealed class TimedTokens
{
    private readonly Dictionary<ISymbol, TextSpan> _sources = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<IFieldSymbol, bool> _fields = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;

    private TimedTokens(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    internal static TimedTokens In(ImmutableArray<IOperation> operations, CancellationToken cancellationToken)
    {
        var tokens = new TimedTokens(cancellationToken);

        // A token may be taken from a source, and a source linked to it, in any order: until nothing new is found.
        int known;
        do
        {
            known = tokens._sources.Count;
            foreach (IOperation operation in operations)
            {
                tokens.Visit(operation);
            }
        }
        while (tokens._sources.Count != known);

        return tokens;
    }

    /// <summary>Whether the operation names a token or source with a time-out that began outside the span: one of a turn's own ends only its calls.</summary>
    internal bool IsTimed(IOperation? operation, TextSpan? outside = null)
    {
        foreach (IOperation part in operation?.DescendantsAndSelf() ?? [])
        {
            if (VariableOf(part) is { } variable && _sources.TryGetValue(variable, out TextSpan declared))
            {
                if (outside?.Contains(declared) != true)
                {
                    return true;
                }
            }
            else if (part is IFieldReferenceOperation { Field: var field } && IsTimedField(field))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTimedField(IFieldSymbol field)
    {
        if (!_fields.TryGetValue(field, out bool isTimed))
        {
            isTimed = FieldTokens.IsTimed(field, _cancellationToken);
            _fields.Add(field, isTimed);
        }

        return isTimed;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when Gives(value):
                Add(declarator.Symbol, declarator.Syntax);
                break;
            case ISimpleAssignmentOperation { Value: { } value } assignment when VariableOf(assignment.Target) is { } target && Gives(value):
                Add(target, assignment.Syntax);
                break;
            case IAnonymousFunctionOperation lambda when IsRunByPipeline(lambda):
                foreach (IParameterSymbol token in lambda.Symbol.Parameters.Where(static p => p.Type.Name == "CancellationToken"))
                {
                    // It began before the lambda did.
                    _sources[token] = default;
                }

                break;
            case IInvocationOperation { TargetMethod: { Name: "CancelAfter", ContainingType.Name: "CancellationTokenSource" } } call when VariableOf(call.Instance) is { } source:
                Add(source, call.Syntax);
                break;
        }
    }

    /// <summary>A pipeline or policy may have a time-out, and gives the token for it to what it runs.</summary>
    private static bool IsRunByPipeline(IAnonymousFunctionOperation lambda)
    {
        IOperation? outer = lambda.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Execute", StringComparison.Ordinal);
    }

    private void Add(ISymbol variable, SyntaxNode place)
    {
        if (!_sources.ContainsKey(variable))
        {
            _sources.Add(variable, place.Span);
        }
    }

    private bool Gives(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            IObjectCreationOperation { Type.Name: "CancellationTokenSource", Arguments.Length: > 0 } => true,
            IInvocationOperation { TargetMethod: { Name: "CreateLinkedTokenSource", ContainingType.Name: "CancellationTokenSource" } } linked => linked.Arguments.Any(a => IsTimed(a.Value)),

            // A method that makes one may give it a time-out out of sight.
            IInvocationOperation made => made.Type?.Name is "CancellationToken" or "CancellationTokenSource",
            IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" } } token => token.Instance is { } source && (Gives(source) || IsTimed(source)),
            ILocalReferenceOperation or IFieldReferenceOperation => value.Type?.Name is "CancellationToken" or "CancellationTokenSource" && IsTimed(value),
            _ => false,
        };
    }

    private static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
