using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Analyzers.Waiting.Edits;

/// <summary>Puts the monitor's shortest pause in place of a shorter one.</summary>
internal static class ShortPause
{
    internal static CodeEdit? Lengthen(SemanticModel? model, SyntaxNode value, double minDelay)
    {
        if (value is ArgumentSyntax argument)
        {
            value = argument.Expression;
        }

        if (model is null || value is not ExpressionSyntax expression)
        {
            return null;
        }

        TypeInfo type = model.GetTypeInfo(expression);
        string text = type is { Type.Name: "TimeSpan" } or { ConvertedType.Name: "TimeSpan" }
            ? DurationText.TimeSpan(minDelay, model, value.SpanStart)
            : DurationText.Milliseconds(minDelay);
        return new CodeEdit("Minimum", $"Pause for {text}", [new TextChange(value.Span, text)]);
    }
}
