using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Gathers what is wrong with a type's contract, each at the attribute that says it.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public void Add(ProblemKind kind, AttributeData attribute, params string[] arguments) =>
        _problems.Add(new Problem(kind, PlaceOf(attribute.ApplicationSyntaxReference), arguments.ToEquatableArray()));

    public EquatableArray<Problem> ToEquatableArray() => _problems.ToEquatableArray();

    public static SourcePlace PlaceOf(SyntaxReference? reference)
    {
        if (reference is null)
        {
            return new SourcePlace("", 0, 0, 0, 0, 0, 0);
        }

        FileLinePositionSpan lines = reference.SyntaxTree.GetLineSpan(reference.Span);
        return new SourcePlace(
            reference.SyntaxTree.FilePath,
            reference.Span.Start,
            reference.Span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }
}
