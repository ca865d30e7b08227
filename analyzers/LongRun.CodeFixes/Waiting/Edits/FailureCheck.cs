using System.Collections.Immutable;
using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Adds, after the status call, a check that throws on the failures that the loop does not see.</summary>
internal static class FailureCheck
{
    private const string Key = "AddFailureCheck";

    internal static CodeEdit? Add(WaitingBody body, PollingLoop loop)
    {
        // Of several parts nothing says which of them is to be looked at.
        if (loop.AsksForMany || loop.Monitor is not { } monitor || monitor.Status.Contains(MemberPath.EachItem) || body.Root.SemanticModel is not { } model)
        {
            return null;
        }

        ContractCall[] calls = body.Calls.Where(c => c.AsksForStatus && loop.Place.Span.Contains(c.Call.Syntax.Span)).ToArray();
        if (calls.Length != 1
            || JobVariable.Of(calls[0]) is not { Statement: { Parent: BlockSyntax or SwitchSectionSyntax } statement } job
            || Status(job, monitor) is not { } status
            || IsSwallowed(statement, loop.Place.Statement, model, body.CancellationToken)
            || Pattern(body.Contract, status.Type, loop.FailuresNotSeen.Value, model, statement.SpanStart) is not { } pattern)
        {
            return null;
        }

        var layout = new SourceLayout(statement.SyntaxTree, body.CancellationToken);
        string indent = layout.IndentOf(statement.SpanStart);
        string deeper = layout.Deeper(indent);
        string exception = model.LookupNamespacesAndTypes(statement.SpanStart, name: "InvalidOperationException").Any() ? "InvalidOperationException" : "System.InvalidOperationException";
        string condition = $"if ({status.Text} is {pattern})";
        string @throw = $"throw new {exception}($\"The job has ended '{{{status.Text}}}'.\");";
        const string Title = "Throw on ";
        if (!layout.BeginsLine(statement))
        {
            // Where a line holds several statements, it holds one more.
            return new CodeEdit(Key, Title + StatusWords.Or(loop.FailuresNotSeen.Value), [new TextChange(new TextSpan(statement.Span.End, 0), $" {condition} {@throw}")]);
        }

        string text = string.Join(layout.NewLine, "", indent + condition, indent + "{", deeper + @throw, indent + "}");

        // A blank line around the new statement, as code is mostly laid out; before what comes next only.
        string after = statement.Parent!.ChildNodes().Last() == statement ? "" : layout.NewLine;
        return new CodeEdit(Key, Title + StatusWords.Or(loop.FailuresNotSeen.Value), [new TextChange(new TextSpan(EndOfLine(statement), 0), text + after)]);
    }

    /// <summary>Whether a <c>catch</c> in the loop would take what the check throws.</summary>
    private static bool IsSwallowed(StatementSyntax statement, SyntaxNode loop, SemanticModel model, CancellationToken cancellationToken) => statement.Ancestors()
        .TakeWhile(n => n != loop)
        .OfType<TryStatementSyntax>()
        .Where(t => t.Block.Span.Contains(statement.Span))
        .SelectMany(static t => t.Catches)
        .Any(c => c.Declaration is null || model.GetTypeInfo(c.Declaration.Type, cancellationToken).Type is { Name: "Exception" or "SystemException" or "InvalidOperationException", ContainingNamespace.Name: "System" });

    // Behind a comment at the end of the statement's line.
    private static int EndOfLine(StatementSyntax statement)
    {
        SyntaxTriviaList trailing = statement.GetTrailingTrivia();
        SyntaxTrivia comment = trailing.LastOrDefault(static t => t.ToString().StartsWith("//", StringComparison.Ordinal) || t.ToString().StartsWith("/*", StringComparison.Ordinal));
        return comment == default ? statement.Span.End : comment.Span.End;
    }

    /// <summary>The expression for the status as text, or as a member of an enum.</summary>
    private static (string Text, ITypeSymbol Type)? Status(JobVariable job, MonitorContract monitor)
    {
        ITypeSymbol type = job.Local.Type;
        string text = job.Local.Name;
        if (!job.IsStatus)
        {
            ImmutableArray<ISymbol> members = MemberPath.Resolve(type, monitor.Status);
            if (members.IsEmpty || members[members.Length - 1] is not IPropertySymbol property)
            {
                return null;
            }

            text += "." + monitor.Status;
            type = property.Type;
        }

        if (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum)
        {
            return (text, type);
        }

        bool isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        ITypeSymbol plain = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return plain.TypeKind == TypeKind.Enum ? (text, plain)
            : plain.GetMembers("Value").OfType<IPropertySymbol>().FirstOrDefault() is { Type.SpecialType: SpecialType.System_String } value ? (text + (isNullable ? "?.Value" : ".Value"), value.Type)
            : null;
    }

    private static string? Pattern(Contract contract, ITypeSymbol type, ImmutableArray<string> failures, SemanticModel model, int position)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return string.Join(" or ", failures.Select(static f => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(f, quote: true)));
        }

        var members = new List<string>();
        foreach (string failure in failures)
        {
            if (type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.IsConst && (contract.StatusTextOf(f) ?? f.Name) == failure) is not { } field)
            {
                return null;
            }

            members.Add(field.ToMinimalDisplayString(model, position, SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        }

        return string.Join(" or ", members);
    }
}
