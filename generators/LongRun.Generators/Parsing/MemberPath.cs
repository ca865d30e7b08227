using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LongRun.Generators.Parsing;

/// <summary>A member path of an attribute, walked along the types: how code reads it without ever meeting a null.</summary>
/// <param name="Access">The code.</param>
/// <param name="MayBeNull">Whether it may give null.</param>
/// <param name="EndsInNull">Whether the last member itself may be null, and not only one on the way.</param>
/// <param name="Type">Type of the last member, without <c>Nullable</c>.</param>
internal sealed record MemberPath(string Access, bool MayBeNull, bool EndsInNull, ITypeSymbol Type)
{
    /// <summary>Walks a path. An empty one is the answer itself.</summary>
    /// <param name="compilation">What decides which members emitted code may use.</param>
    /// <param name="root">Type of the answer.</param>
    /// <param name="variable">Name of the variable that holds it.</param>
    /// <param name="path">The path: <c>Process.Percentage</c>.</param>
    /// <param name="trustsAnnotations">Whether what is declared not to be null is read without a question mark.</param>
    /// <param name="fault">Where it ends and what is there instead; <see langword="null"/> where it resolves, or where a type on the way has an error of its own.</param>
    public static MemberPath? Resolve(Compilation compilation, ITypeSymbol root, string variable, string path, bool trustsAnnotations, out string? fault)
    {
        fault = null;
        bool endsInNull = MayMeetNull(root);
        var current = new MemberPath(variable, endsInNull, endsInNull, root.Unwrap());
        if (path.Length == 0)
        {
            return current;
        }

        foreach (string segment in path.Split('.'))
        {
            if (current.Type.TypeKind == TypeKind.Error)
            {
                return null;
            }

            ISymbol? member = Find(compilation, current.Type, segment);
            if (member is null)
            {
                fault = Describe(compilation, current.Type, segment);
                return null;
            }

            ITypeSymbol type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
            string access = current.Access + (endsInNull ? "?." : ".") + Identifier.Escape(segment);
            endsInNull = MayMeetNull(type);
            current = new MemberPath(access, current.MayBeNull || endsInNull, endsInNull, type.Unwrap());
        }

        return current.Type.TypeKind == TypeKind.Error ? null : current;

        bool MayMeetNull(ITypeSymbol type) => type.MayBeNull() || (!trustsAnnotations && !type.IsValueType);
    }

    private static ISymbol? Find(Compilation compilation, ITypeSymbol type, string name) =>
        Readable(compilation, type).FirstOrDefault(m => m.Name == name);

    private static string Describe(Compilation compilation, ITypeSymbol type, string segment)
    {
        string[] names = Readable(compilation, type).Select(static m => m.Name).Distinct().OrderBy(static n => n, StringComparer.Ordinal).ToArray();
        string nearest = names.FirstOrDefault(n => string.Equals(n, segment, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"did you mean '{other}'?"
            : names.Length == 0 ? "it has none" : "it has " + string.Join(", ", names);
        return $"{type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} has no readable member '{segment}'; {nearest}";
    }

    private static IEnumerable<ISymbol> Readable(Compilation compilation, ITypeSymbol type) =>
        Lineage(type).SelectMany(static t => t.GetMembers()).Where(m =>
            m is { IsStatic: false } and (IPropertySymbol { IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsImplicitlyDeclared: false, CanBeReferencedByName: true })
            && compilation.IsSymbolAccessibleWithin(m is IPropertySymbol { GetMethod: { } getter } ? getter : m, compilation.Assembly));

    // A type, then what it inherits from; a type parameter has the members of its constraints.
    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(Lineage);
        }

        var types = new List<ITypeSymbol>();
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            types.Add(current);
        }

        return type.TypeKind == TypeKind.Interface ? types.Concat(type.AllInterfaces) : types;
    }
}
