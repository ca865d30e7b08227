using LongRun.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Waiting.Polly;

/// <summary>
/// Finds where a value is made: it follows locals of one value, fields and properties of the code's own type that get one,
/// and functions that only return it. What another type or file makes is not looked for.
/// </summary>
internal sealed class Origin
{
    // Longer chains are not written by people.
    private const int MaxSteps = 16;

    private readonly SemanticModel? _model;
    private readonly INamedTypeSymbol? _owner;
    private readonly CancellationToken _cancellationToken;

    internal Origin(WaitingBody body)
    {
        _model = body.Root.SemanticModel;
        _owner = body.Owner.ContainingType;
        _cancellationToken = body.CancellationToken;
    }

    /// <summary>The operation that makes the value; <see langword="null"/> where there is not exactly one in sight.</summary>
    internal IOperation? Of(IOperation? operation)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case ILocalReferenceOperation local:
                    operation = LocalValues.OnlyOperation(local, _cancellationToken);
                    break;
                case IFieldReferenceOperation { Field: var field } when IsOwn(field):
                    operation = OfField(field);
                    break;
                case IPropertyReferenceOperation { Property: var property, Arguments.IsEmpty: true } when IsOwn(property):
                    operation = OfProperty(property);
                    break;
                case IInvocationOperation { TargetMethod: var method } when method.MethodKind == MethodKind.LocalFunction || IsOwn(method):
                    operation = OfFunction(method);
                    break;
                default:
                    return operation;
            }
        }

        return null;
    }

    /// <summary>The declaration of a function of the same type and file.</summary>
    internal SyntaxNode? DeclarationOf(IMethodSymbol method) =>
        (method.MethodKind == MethodKind.LocalFunction || IsOwn(method)) ? Declaration(method) : null;

    /// <summary>What a function returns in its only <c>return</c>.</summary>
    internal static ExpressionSyntax? OnlyReturn(ArrowExpressionClauseSyntax? arrow, BlockSyntax? block)
    {
        if (arrow is not null)
        {
            return arrow.Expression;
        }

        ReturnStatementSyntax[] returns = block?.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>().ToArray() ?? [];
        return returns is [var only] ? only.Expression : null;
    }

    private bool IsOwn(ISymbol member)
    {
        for (INamedTypeSymbol? type = _owner; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, type.OriginalDefinition))
            {
                return member is { IsVirtual: false, IsAbstract: false, IsOverride: false };
            }
        }

        return false;
    }

    private SyntaxNode? Declaration(ISymbol symbol) =>
        symbol.OriginalDefinition.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == _model?.SyntaxTree ? declaration.GetSyntax(_cancellationToken) : null;

    private IOperation? OperationOf(ExpressionSyntax? expression) =>
        expression is not null && expression.SyntaxTree == _model?.SyntaxTree ? _model.GetOperation(expression, _cancellationToken) : null;

    private IOperation? OfFunction(IMethodSymbol method) => Declaration(method) switch
    {
        MethodDeclarationSyntax declaration => OperationOf(OnlyReturn(declaration.ExpressionBody, declaration.Body)),
        LocalFunctionStatementSyntax declaration => OperationOf(OnlyReturn(declaration.ExpressionBody, declaration.Body)),
        _ => null,
    };

    private IOperation? OfField(IFieldSymbol field) =>
        (field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private) && Declaration(field) is VariableDeclaratorSyntax declarator
            ? OperationOf(OnlyValue(field, declarator.Initializer))
            : null;

    private IOperation? OfProperty(IPropertySymbol property)
    {
        if (Declaration(property) is not PropertyDeclarationSyntax declaration)
        {
            return null;
        }

        AccessorDeclarationSyntax? getter = declaration.AccessorList?.Accessors.FirstOrDefault(static a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        if (declaration.ExpressionBody is not null || getter is { ExpressionBody: not null } or { Body: not null })
        {
            return OperationOf(OnlyReturn(declaration.ExpressionBody ?? getter?.ExpressionBody, getter?.Body));
        }

        return property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private } ? OperationOf(OnlyValue(property, declaration.Initializer)) : null;
    }

    /// <summary>The only value of a member: that of its declaration, or of the only assignment to it.</summary>
    private ExpressionSyntax? OnlyValue(ISymbol member, EqualsValueClauseSyntax? initializer)
    {
        ExpressionSyntax? value = initializer?.Value;
        IEnumerable<AssignmentExpressionSyntax> assignments = member.ContainingType.DeclaringSyntaxReferences
            .SelectMany(r => r.GetSyntax(_cancellationToken).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => NameOf(a.Left) == member.Name);
        foreach (AssignmentExpressionSyntax assignment in assignments)
        {
            if (value is not null || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                return null;
            }

            value = assignment.Right;
        }

        return value;
    }

    // By name and not by symbol: another one of that name makes this one unknown at worst.
    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
