using LongRun.Analyzers;
using LongRun.Analyzers.Flow;
using LongRun.Analyzers.Waiting;
using LongRun.Analyzers.Waiting.Switches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Adds the missing endings to a switch: a failure throws, a success says that there is nothing to do.</summary>
internal static class AddedCases
{
    private const string Key = "AddCases";

    internal static CodeEdit? To(WaitingBody body, MissingEndings missing)
    {
        if (missing.Switch.Syntax is not SwitchStatementSyntax { Sections: [.., var last] sections } || body.Root.SemanticModel is not { } model)
        {
            return null;
        }

        string exception = model.LookupNamespacesAndTypes(last.SpanStart, name: "InvalidOperationException").Any() ? "InvalidOperationException" : "System.InvalidOperationException";
        var layout = new SourceLayout(last.SyntaxTree, body.CancellationToken);
        string indent = layout.IndentOf(last.SpanStart);
        bool hasLines = layout.BeginsLine(last);
        string between = hasLines ? layout.NewLine + (sections.Skip(1).Any(static s => BeginsWithBlankLine(s)) ? layout.NewLine : "") : " ";
        string text = "";
        foreach ((string name, JobEnding ending) in missing.Endings)
        {
            if (EndingLabels.For(name, missing, body.Contract) is not { } label)
            {
                return null;
            }

            string message = SymbolDisplay.FormatLiteral($"{missing.Monitor?.Name ?? "The operation"} ended as '{name}'.", quote: true);
            string statement = ending == JobEnding.Failure ? $"throw new {exception}({message});" : "break;";
            text += between + (hasLines ? indent + label + layout.NewLine + layout.Deeper(indent) : label + " ") + statement;
        }

        return new CodeEdit(Key, missing.Endings.Length == 1 ? "Add the missing case" : "Add the missing cases", [new TextChange(new TextSpan(EndOf(last), 0), text)]);
    }

    private static bool BeginsWithBlankLine(SwitchSectionSyntax section) => section.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);

    // Behind a comment at the end of the section's last line.
    private static int EndOf(SwitchSectionSyntax section)
    {
        SyntaxTrivia comment = section.GetTrailingTrivia().LastOrDefault(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return comment == default ? section.Span.End : comment.Span.End;
    }
}
