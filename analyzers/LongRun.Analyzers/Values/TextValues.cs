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

    /// <summary><c>new Uri(text)</c>, with or without a kind; of a path on another URL only the host is known.</summary>
    internal static KnownValue? Uri(IObjectCreationOperation creation, int depth, CancellationToken cancellationToken)
    {
        IArgumentOperation? first = Argument(creation, 0);
        KnownValue? known = ValueEvaluator.Evaluate(first?.Value, depth, cancellationToken);
        if (first?.Parameter?.Type.Name == "Uri")
        {
            return known?.Head is { } root
                && Argument(creation, 1) is { Parameter.Type.SpecialType: SpecialType.System_String } path
                && ValueEvaluator.Evaluate(path.Value, depth, cancellationToken)?.Text is { } text
                && IsPath(text)
                && Origin(root, isComplete: known.Text is not null) is { } origin
                    ? KnownValue.OfHead(creation.Syntax, origin)
                    : null;
        }

        return known?.Kind is KnownValueKind.Text or KnownValueKind.TextHead ? known : null;
    }

    private static IArgumentOperation? Argument(IObjectCreationOperation creation, int ordinal) =>
        creation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal);

    // Another scheme or host would take the place of the base's.
    private static bool IsPath(string text) =>
        text.Length > 0 && text.IndexOf('\\') < 0 && !text.StartsWith("//", StringComparison.Ordinal) && text.IndexOf(':') < 0;

    /// <summary>Scheme and host with the slash after them.</summary>
    private static string? Origin(string root, bool isComplete)
    {
        int start = root.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
        {
            return null;
        }

        int end = root.IndexOfAny(['/', '?', '#'], start);
        return end >= 0 ? root.Substring(0, end) + "/" : isComplete ? root + "/" : null;
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
