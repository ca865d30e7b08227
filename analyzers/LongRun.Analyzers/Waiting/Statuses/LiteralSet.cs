using System.Collections.Immutable;
using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Statuses;

/// <summary>A set whose members are written out: in place, in a local, or in a field or property of the same file.</summary>
internal sealed class LiteralSet
{
    private static readonly string[] Copies = ["ToHashSet", "ToFrozenSet", "ToImmutableHashSet", "ToImmutableArray", "ToImmutableList", "ToList", "ToArray", "AsReadOnly", "AsEnumerable", "AsSpan", "Create"];

    // A set made of a set made of a set.
    private const int MaxDepth = 4;

    private readonly ImmutableArray<IOperation>.Builder _members = ImmutableArray.CreateBuilder<IOperation>();
    private readonly CancellationToken _cancellationToken;

    private LiteralSet(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>The members that are written out; there may be more.</summary>
    internal ImmutableArray<IOperation> Members => _members.ToImmutable();

    /// <summary>Whether members may match without regard to case.</summary>
    internal bool IgnoresCase { get; private set; }

    /// <summary>The name that stands for the set at its place of use, if one does.</summary>
    internal IOperation? Name { get; private set; }

    /// <summary>Whether others use the set too: it is not a local one.</summary>
    internal bool IsShared { get; private set; }

    internal static LiteralSet? Of(IOperation? set, CancellationToken cancellationToken)
    {
        var found = new LiteralSet(cancellationToken);
        found.Add(set, 0);
        return found._members.Count > 0 ? found : null;
    }

    /// <summary>Whether an argument is a comparer that ignores case, or may be one.</summary>
    internal static bool IsWithoutCase(IOperation comparer)
    {
        while (comparer is IConversionOperation conversion)
        {
            comparer = conversion.Operand;
        }

        return comparer is not { ConstantValue: { HasValue: true, Value: null } }
            && (comparer as IPropertyReferenceOperation)?.Property is not { IsStatic: true, Name: "Ordinal" or "InvariantCulture" or "CurrentCulture" or "Default" };
    }

    private void Add(IOperation? set, int depth)
    {
        while (set is IConversionOperation or IParenthesizedOperation)
        {
            set = set is IConversionOperation conversion && conversion.Syntax is not CollectionExpressionSyntax ? conversion.Operand : (set as IParenthesizedOperation)?.Operand;
        }

        if (set is null || depth > MaxDepth)
        {
            return;
        }

        switch (set)
        {
            case { Syntax: CollectionExpressionSyntax expression } when set.SemanticModel is { } model:
                AddRange(expression.Elements.OfType<ExpressionElementSyntax>().Select(e => model.GetOperation(e.Expression, _cancellationToken)));
                break;
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                AddRange(elements);
                break;
            case IObjectCreationOperation creation when IsCollection(creation.Type):
                AddArguments(creation.Arguments, depth);
                AddRange((creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<IInvocationOperation>().Where(static a => a.Arguments.Length == 1).Select(static a => a.Arguments[0].Value));
                break;
            case IInvocationOperation call when Copies.Contains(call.TargetMethod.Name) && IsCollection(call.TargetMethod.ContainingType):
                Add(call.Instance, depth + 1);
                AddArguments(call.Arguments, depth);
                break;
            case ILocalReferenceOperation local:
                Name ??= local;
                Add(LocalValues.OnlyOperation(local, _cancellationToken), depth + 1);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true } } member:
                Name ??= member;
                IsShared = true;
                Add(Initial(member), depth + 1);
                break;
        }
    }

    private void AddRange(IEnumerable<IOperation?> members) => _members.AddRange(members.OfType<IOperation>());

    private void AddArguments(ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Type.Name is "IEqualityComparer" or "IComparer")
            {
                IgnoresCase |= IsWithoutCase(argument.Value);
            }
            else if (argument.Parameter?.Type.SpecialType != SpecialType.System_Int32)
            {
                Add(argument.Value, depth + 1);
            }
        }
    }

    private IOperation? Initial(IMemberReferenceOperation reference)
    {
        if (reference.SemanticModel is not { } model || reference.Member.DeclaringSyntaxReferences is not [var declaration] || declaration.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        ExpressionSyntax? value = declaration.GetSyntax(_cancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return value is null ? null : model.GetOperation(value, _cancellationToken);
    }

    private static bool IsCollection(ITypeSymbol? type)
    {
        for (INamespaceSymbol? space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Linq" or "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return type is { Name: "MemoryExtensions" or "Array" };
    }
}
