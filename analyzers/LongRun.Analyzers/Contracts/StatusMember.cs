using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LongRun.Analyzers.Contracts;

/// <summary>A member that holds the status of a job as plain text: the end of a monitor's path to the status.</summary>
internal sealed class StatusMember
{
    internal StatusMember(ITypeSymbol answer, ImmutableArray<ISymbol> path, StatusList list)
    {
        Answer = answer;
        Before = path.Length > 1 ? path[path.Length - 2].OriginalDefinition : null;
        List = list;
    }

    /// <summary>Type of the answer, or of the list's item, where the path begins.</summary>
    internal ITypeSymbol Answer { get; }

    /// <summary>The member before it on the path; <see langword="null"/> where it is the answer's own.</summary>
    internal ISymbol? Before { get; }

    internal StatusList List { get; }

    /// <summary>Whether a value of the type may be the answer: the type itself, or one that derives from it.</summary>
    internal bool IsAnswer(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(IsAnswer);
        }

        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, Answer.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
