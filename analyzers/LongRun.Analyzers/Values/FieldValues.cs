using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Values of constants, of <c>static readonly</c> fields in the same compilation, and of a few fields of the framework.</summary>
internal static class FieldValues
{
    internal static KnownValue? Evaluate(IFieldReferenceOperation reference, int depth, CancellationToken cancellationToken)
    {
        IFieldSymbol field = reference.Field;
        if (OfFramework(reference) is { } known)
        {
            return known;
        }

        if (field is { IsConst: false, IsReadOnly: false } or { IsStatic: false } || field.ContainingType?.TypeKind == TypeKind.Enum)
        {
            return reference.ConstantValue is { HasValue: true, Value: { } member } ? ValueEvaluator.OfConstant(reference.Syntax, field.Type, member) : null;
        }

        if (field.IsConst)
        {
            return reference.ConstantValue.HasValue ? ValueEvaluator.OfConstant((SyntaxNode?)Initializer(field, cancellationToken) ?? reference.Syntax, field.Type, reference.ConstantValue.Value) : null;
        }

        // Anybody may add to a list; an array keeps its length at least.
        KnownValue? value = ValueEvaluator.Evaluate(OnlyOperation(reference, cancellationToken), depth, cancellationToken);
        return value?.Kind == KnownValueKind.Items && field.Type is not IArrayTypeSymbol ? null : value;
    }

    /// <summary>The operation that gives a <c>static readonly</c> field of this compilation its only value; <see langword="null"/> where there is none, or more than one.</summary>
    internal static IOperation? OnlyOperation(IFieldReferenceOperation reference, CancellationToken cancellationToken) =>
        reference.Field is { IsStatic: true, IsReadOnly: true } field
        && reference.SemanticModel is { } model
        && Initializer(field, cancellationToken) is { } initializer
        && !IsSetInConstructor(field, cancellationToken)
            ? ModelOf(initializer.SyntaxTree, model).GetOperation(initializer, cancellationToken)
            : null;

    private static KnownValue? OfFramework(IFieldReferenceOperation reference)
    {
        if (reference.Field.ContainingType is not { } type || !reference.Field.IsStatic)
        {
            return null;
        }

        return (type.Name, reference.Field.Name) switch
        {
            ("String", "Empty") when ValueEvaluator.IsSystem(type) => KnownValue.OfText(reference.Syntax, ""),
            ("TimeSpan", "Zero") when ValueEvaluator.IsSystem(type) => KnownValue.OfDuration(reference.Syntax, TimeSpan.Zero),
            ("TimeSpan", "MaxValue") when ValueEvaluator.IsSystem(type) => KnownValue.OfDuration(reference.Syntax, TimeSpan.MaxValue),
            ("TimeSpan", "MinValue") when ValueEvaluator.IsSystem(type) => KnownValue.OfDuration(reference.Syntax, TimeSpan.MinValue),
            ("Timeout", "InfiniteTimeSpan") when type.ContainingNamespace?.Name == "Threading" => KnownValue.OfDuration(reference.Syntax, Timeout.InfiniteTimeSpan),
            _ => null,
        };
    }

    private static ExpressionSyntax? Initializer(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declarator ? declarator.Initializer?.Value : null;

    private static bool IsSetInConstructor(IFieldSymbol field, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol constructor in field.ContainingType.StaticConstructors)
        {
            foreach (SyntaxReference declaration in constructor.DeclaringSyntaxReferences)
            {
                if (declaration.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax body
                    && body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == field.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

#pragma warning disable RS1030 // A field of another file has no operation at hand; it is asked for only where a constraint meets such a field.
    private static SemanticModel ModelOf(SyntaxTree tree, SemanticModel model) => tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
