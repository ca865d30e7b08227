using LongRun.SpecCompiler.Naming;

namespace LongRun.SpecCompiler.Lowering;

/// <summary>The judges of one class, each made once: fields of the class <c>Rules_</c> inside it.</summary>
/// <remarks>A class of its own, so that who never validates never makes them. No member of a document ends in an underscore.</remarks>
public sealed class RuleTable
{
    private const string Holder = "Rules_";

    private readonly List<string> _fields = [];
    private readonly HashSet<string> _names = new(CSharpNames.TakenByEveryType, StringComparer.Ordinal);

    /// <summary>The declarations of the fields.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Adds the judge that an attribute describes.</summary>
    /// <param name="place">C# name of what it judges.</param>
    /// <param name="constraint">The attribute.</param>
    /// <returns>The expression that reads the field.</returns>
    public string Add(string place, AttributeSource constraint)
    {
        string name = place;
        for (int n = 1; !_names.Add(name); n++)
        {
            name = place + constraint.Constrained + (n == 1 ? "" : $"{n}");
        }

        _fields.Add($"internal static readonly {constraint.RuleType} {name} = new({constraint.RuleArguments()});");
        return $"{Holder}.{name}";
    }
}
