using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Texts, and URLs made from one.</summary>
internal static class TextValues
{
    internal static KnownValue? Interpolated(IInterpolatedStringOperation text, int depth, CancellationToken cancellationToken)
    {
        var known = new StringBuilder();
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            string? content = part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text.ConstantValue is { HasValue: true, Value: string s } ? s : null,
                IInterpolationOperation { Alignment: null, FormatString: null } hole => Printed(ValueEvaluator.Evaluate(hole.Expression, depth, cancellationToken)),
                _ => null,
            };
            if (content is null)
            {
                return known.Length == 0 ? null : KnownValue.OfHead(text.Syntax, known.ToString());
            }

            known.Append(content);
        }

        return KnownValue.OfText(text.Syntax, known.ToString());
    }

    internal static KnownValue? Concatenated(IBinaryOperation sum, int depth, CancellationToken cancellationToken)
    {
        KnownValue? left = ValueEvaluator.Evaluate(sum.LeftOperand, depth, cancellationToken);
        string? begin = Printed(left) ?? (left?.Kind == KnownValueKind.Null ? "" : null);
        if (begin is null)
        {
            return left?.Kind == KnownValueKind.TextHead ? KnownValue.OfHead(sum.Syntax, left.Head!) : null;
        }

        KnownValue? right = ValueEvaluator.Evaluate(sum.RightOperand, depth, cancellationToken);
        if (Printed(right) is { } end)
        {
            return KnownValue.OfText(sum.Syntax, begin + end);
        }

        string head = begin + (right?.Kind == KnownValueKind.TextHead ? right.Head : "");
        return head.Length == 0 ? null : KnownValue.OfHead(sum.Syntax, head);
    }

    /// <summary><c>new Uri(text)</c>, with or without a kind; relative to another URL it is not known.</summary>
    internal static KnownValue? Uri(IObjectCreationOperation creation, int depth, CancellationToken cancellationToken)
    {
        IArgumentOperation? text = null;
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Type.Name is "Uri" or "SerializationInfo")
            {
                return null;
            }

            text = parameter.Ordinal == 0 ? argument : text;
        }

        KnownValue? known = ValueEvaluator.Evaluate(text?.Value, depth, cancellationToken);
        return known?.Kind is KnownValueKind.Text or KnownValueKind.TextHead ? known : null;
    }

    // A fraction or a minus is printed as the culture says, which the compiler cannot know.
    private static string? Printed(KnownValue? value) => value switch
    {
        { Text: { } text } => text,
        { Number: { } number } when number >= 0 && number < 1e9 && number == Math.Floor(number) => number.ToString("0", CultureInfo.InvariantCulture),
        { Kind: KnownValueKind.Other, Content: char character } => character.ToString(),
        _ => null,
    };
}
