using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Makes media profiles of the attributes of a client.</summary>
internal static class RequirementsParser
{
    public static Parsed<RequirementsModel>? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;

        // All parts of a partial type count, and the first of them speaks for all.
        AttributeData[] attributes = type.GetAttributes().Where(static a => a.AttributeClass?.ToDisplayString() == ContractNames.MediaRequirements).ToArray();
        SyntaxReference? first = attributes[0].ApplicationSyntaxReference;
        if (first is null || first.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(first.Span) || ImplementsAnnotatedInterface(type))
        {
            return null;
        }

        var problems = new ProblemList();
        if (ClientTypeParser.Parse(type) is not { } client)
        {
            problems.Add(ProblemKind.NotReachable, attributes[0], type.Name);
            return new Parsed<RequirementsModel>(null, ProblemList.PlaceOf(first), problems.ToEquatableArray());
        }

        var profiles = new List<ProfileModel>();
        foreach (AttributeData attribute in attributes)
        {
            if (Parse(attribute, profiles, problems) is { } profile)
            {
                profiles.Add(profile);
            }
        }

        RequirementsModel? model = profiles.Count == 0
            ? null
            : new RequirementsModel(client, profiles.OrderBy(static p => p.Name, StringComparer.Ordinal).ToEquatableArray());
        return new Parsed<RequirementsModel>(model, ProblemList.PlaceOf(first), problems.ToEquatableArray());
    }

    private static bool ImplementsAnnotatedInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.AllInterfaces.Any(static i => i.Find(ContractNames.MediaRequirements) is not null);

    private static ProfileModel? Parse(AttributeData attribute, List<ProfileModel> earlier, ProblemList problems)
    {
        if (attribute.Text(0) is not { } name)
        {
            return null;
        }

        if (!Identifier.IsValid(name) || name is "All" or "VideoRequirements")
        {
            problems.Add(ProblemKind.ProfileNotUsable, attribute, name, "it cannot be the name of a property of VideoRequirements");
            return null;
        }

        if (earlier.Any(e => e.Name == name))
        {
            problems.Add(ProblemKind.ProfileNotUsable, attribute, name, "there is one of that name already");
            return null;
        }

        return new ProfileModel(
            name,
            attribute.Number<double>("MinDurationSeconds"),
            attribute.Number<double>("MaxDurationSeconds"),
            attribute.Number<int>("MinWidth"),
            attribute.Number<int>("MaxWidth"),
            attribute.Number<int>("MinHeight"),
            attribute.Number<int>("MaxHeight"),
            attribute.Number<long>("MaxSizeBytes"),
            attribute.Text("AudioRequiredWith"),
            attribute.Text("Source"));
    }
}
