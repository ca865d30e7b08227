using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LongRun.Analyzers.Flow;

/// <summary>Who writes the fields and properties of the code's own type: what another member writes may change between any two turns.</summary>
internal sealed class MemberWrites
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly SyntaxNode _body;
    private readonly CancellationToken _cancellationToken;

    internal MemberWrites(SyntaxNode body, CancellationToken cancellationToken)
    {
        _body = body;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether code outside the body may write it; constructors and initialisers run before.</summary>
    internal bool ComeFromElsewhere(ISymbol member)
    {
        if (!_known.TryGetValue(member, out bool isWritten))
        {
            isWritten = IsOpen(member) || member.ContainingType.DeclaringSyntaxReferences.Any(r => IsWrittenIn(r.GetSyntax(_cancellationToken), member.Name));
            _known.Add(member, isWritten);
        }

        return isWritten;
    }

    private static bool IsOpen(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsVolatile || (field.DeclaredAccessibility != Accessibility.Private && !field.IsReadOnly),
        IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility != Accessibility.Private || !IsAuto(member),
        IPropertySymbol => !IsAuto(member),
        _ => true,
    };

    private static bool IsAuto(ISymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } && accessors.All(static a => a is { Body: null, ExpressionBody: null });

    private bool IsWrittenIn(SyntaxNode type, string name) => type
        .DescendantNodes(n => n != _body && n is not ConstructorDeclarationSyntax)
        .Any(n => NameOf(Written(n)) == name);

    private static SyntaxNode? Written(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } change => change.Operand,
        PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } change => change.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
        _ => null,
    };

    private static string? NameOf(SyntaxNode? written) => written switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
