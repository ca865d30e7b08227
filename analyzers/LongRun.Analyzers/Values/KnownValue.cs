using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Values;

/// <summary>A value that the compiler can know, and where it is written.</summary>
internal sealed class KnownValue
{
    private KnownValue(KnownValueKind kind, SyntaxNode source, object? content)
    {
        Kind = kind;
        Source = source;
        Content = content;
    }

    internal KnownValueKind Kind { get; }

    /// <summary>The literal or expression that says the value; where a name stands for it, its declaration's.</summary>
    internal SyntaxNode Source { get; }

    /// <summary>The text, its head, the number (as <see cref="double"/>), the duration, or a constant to compare.</summary>
    internal object? Content { get; }

    /// <summary>The text where it is known to its end.</summary>
    internal string? Text => Kind == KnownValueKind.Text ? (string?)Content : null;

    /// <summary>The text as far as it is known.</summary>
    internal string? Head => Kind is KnownValueKind.Text or KnownValueKind.TextHead ? (string?)Content : null;

    internal double? Number => Kind == KnownValueKind.Number ? (double?)Content : null;

    internal TimeSpan? Duration => Kind == KnownValueKind.Duration ? (TimeSpan?)Content : null;

    /// <summary>The items; <see langword="null"/> for one that is not known.</summary>
    internal ImmutableArray<KnownValue?> Items { get; private set; } = ImmutableArray<KnownValue?>.Empty;

    /// <summary>Whether <see cref="Items"/> are all there are; else there are at least these.</summary>
    internal bool HasAllItems { get; private set; }

    internal static KnownValue OfNull(SyntaxNode source) => new(KnownValueKind.Null, source, null);

    internal static KnownValue OfText(SyntaxNode source, string text) => new(KnownValueKind.Text, source, text);

    internal static KnownValue OfHead(SyntaxNode source, string head) => new(KnownValueKind.TextHead, source, head);

    internal static KnownValue OfNumber(SyntaxNode source, double number) => new(KnownValueKind.Number, source, number);

    internal static KnownValue OfDuration(SyntaxNode source, TimeSpan duration) => new(KnownValueKind.Duration, source, duration);

    internal static KnownValue OfOther(SyntaxNode source, object constant) => new(KnownValueKind.Other, source, constant);

    internal static KnownValue OfItems(SyntaxNode source, ImmutableArray<KnownValue?> items, bool hasAll) =>
        new(KnownValueKind.Items, source, null) { Items = items, HasAllItems = hasAll };

    /// <summary>Whether both are known to be the same value.</summary>
    internal bool IsSameAs(KnownValue other) =>
        Kind == other.Kind && Kind is KnownValueKind.Text or KnownValueKind.Number or KnownValueKind.Duration or KnownValueKind.Other && Equals(Content, other.Content);
}
