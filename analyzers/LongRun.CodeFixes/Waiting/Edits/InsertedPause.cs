using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Inserts the monitor's shortest pause where a turn goes back to the status call without one.</summary>
internal static class InsertedPause
{
    internal static CodeEdit? Into(WaitingBody body, PollingLoop loop)
    {
        if (body.Root.SemanticModel is not { } model || BodyOf(loop.Place.Statement) is not { } statement)
        {
            return null;
        }

        int position = loop.Place.Statement.SpanStart;
        var layout = new SourceLayout(statement.SyntaxTree, body.CancellationToken);
        string pause = Pause(body, loop, model, position);
        ContinueStatementSyntax[] continues = statement.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not WhileStatementSyntax and not DoStatementSyntax and not ForStatementSyntax and not CommonForEachStatementSyntax)
            .OfType<ContinueStatementSyntax>()
            .ToArray();
        bool hasPause = loop.Operations().Any(static o => o is IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep", ContainingType.Name: "Task" or "Thread" or "TimeProviderTaskExtensions" } });
        IEnumerable<TextChange> changes = hasPause && continues.Length > 0
            ? continues.Select(c => Before(c, pause, layout))
            : [InBody(body, loop, statement, continues.Length > 0, pause, layout)];
        return new CodeEdit("InsertPause", $"Pause with '{pause}'", changes);
    }

    private static string Pause(WaitingBody body, PollingLoop loop, SemanticModel model, int position)
    {
        string time = DurationText.TimeSpan(loop.MinDelay, model, position);
        if (!EnclosingFunction.IsAsync(model, loop.Place.Statement, body.Owner))
        {
            return $"{Qualified(model, position, "Thread", "System.Threading")}.Sleep({time});";
        }

        string? token = loop.Operations().OfType<IInvocationOperation>().Select(TokenInScope.GivenTo).FirstOrDefault(static t => t is not null) ?? TokenInScope.At(model, position);
        return $"await {Qualified(model, position, "Task", "System.Threading.Tasks")}.Delay({time}{(token is null ? "" : ", " + token)});";
    }

    private static string Qualified(SemanticModel model, int position, string name, string @namespace) =>
        model.LookupNamespacesAndTypes(position, name: name).OfType<INamedTypeSymbol>().Any(t => t.ContainingNamespace?.ToDisplayString() == @namespace) ? name : $"{@namespace}.{name}";

    private static TextChange Before(ContinueStatementSyntax statement, string pause, SourceLayout layout)
    {
        string indent = layout.IndentOf(statement.SpanStart);
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            return new TextChange(new TextSpan(statement.SpanStart, 0), pause + layout.NewLine + indent);
        }

        string outer = layout.IndentOf(statement.Parent!.SpanStart);
        string deeper = layout.Deeper(outer);
        SyntaxToken before = statement.GetFirstToken().GetPreviousToken();
        return new TextChange(
            TextSpan.FromBounds(before.Span.End, statement.Span.End),
            string.Join(layout.NewLine, "", outer + "{", deeper + pause, deeper + statement, outer + "}"));
    }

    private static TextChange InBody(WaitingBody body, PollingLoop loop, StatementSyntax statement, bool hasContinue, string pause, SourceLayout layout)
    {
        string outer = layout.IndentOf(loop.Place.Statement.SpanStart);
        string deeper = layout.Deeper(outer);
        if (statement is not BlockSyntax block)
        {
            string kept = statement is EmptyStatementSyntax ? "" : layout.NewLine + deeper + statement;
            SyntaxToken before = statement.GetFirstToken().GetPreviousToken();
            return new TextChange(TextSpan.FromBounds(before.Span.End, statement.Span.End), layout.NewLine + outer + "{" + layout.NewLine + deeper + pause + kept + layout.NewLine + outer + "}");
        }

        // Before the call where the loop asks at its end, or goes on in the middle; else at the end, so that the first call is not put off.
        bool asksLast = block.Statements.LastOrDefault() is { } last
            && loop.Place.Statement is WhileStatementSyntax or ForStatementSyntax
            && body.Calls.Any(c => c.AsksForStatus && last.Span.Contains(c.Call.Syntax.Span))
            && !last.DescendantNodesAndSelf().Any(static n => n is BreakStatementSyntax or ReturnStatementSyntax);
        if ((hasContinue || asksLast) && block.Statements.FirstOrDefault() is { } first)
        {
            return new TextChange(new TextSpan(first.SpanStart, 0), pause + layout.NewLine + layout.IndentOf(first.SpanStart));
        }

        string inner = block.Statements.LastOrDefault() is { } end && layout.BeginsLine(end) ? layout.IndentOf(end.SpanStart) : deeper;
        if (!layout.BeginsLine(block.CloseBraceToken))
        {
            return new TextChange(new TextSpan(block.CloseBraceToken.SpanStart, 0), pause + " ");
        }

        int lineStart = block.CloseBraceToken.SpanStart - layout.IndentOf(block.CloseBraceToken.SpanStart).Length;
        return new TextChange(new TextSpan(lineStart, 0), inner + pause + layout.NewLine);
    }

    private static StatementSyntax? BodyOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Statement,
        DoStatementSyntax statement => statement.Statement,
        ForStatementSyntax statement => statement.Statement,
        CommonForEachStatementSyntax statement => statement.Statement,
        _ => null,
    };
}
