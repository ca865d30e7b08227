using LongRun.Analyzers;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Puts the monitor's shortest pause in place of a shorter one.</summary>
internal static class LongEnoughPause
{
    internal static CodeEdit? InsteadOf(SemanticModel? model, ShortPause pause)
    {
        if (model is null || ((pause.Value as ArgumentSyntax)?.Expression ?? pause.Value) is not ExpressionSyntax expression)
        {
            return null;
        }

        TypeInfo type = model.GetTypeInfo(expression);
        string text = type is { Type.Name: "TimeSpan" } or { ConvertedType.Name: "TimeSpan" }
            ? DurationText.TimeSpan(pause.MinDelay, model, expression.SpanStart)
            : DurationText.Milliseconds(pause.MinDelay);
        return new CodeEdit("Minimum", $"Pause for {text}", [new TextChange(expression.Span, text)]);
    }
}
