using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Shaping;

namespace LongRun.SpecCompiler.References;

/// <summary>
/// Makes a component of everything that a document refers to: what stands in another file, and what stands inside another
/// value. All later steps then know one form of reference, and C# gets a name for each.
/// </summary>
/// <remarks>
/// What is brought in keeps the place in its own file. A path that is only a reference is written in place, because
/// nothing but the path itself can hold operations.
/// </remarks>
public sealed class ReferenceGathering
{
    private readonly MapNode _root;
    private readonly ReferenceResolver _resolver;
    private readonly Dictionary<MapNode, string> _homes = [];
    private readonly HashSet<ScalarNode> _written = [];
    private readonly HashSet<MapNode> _placed = [];

    /// <summary>Creates the step.</summary>
    /// <param name="root">Root of the document; changed in place.</param>
    /// <param name="files">The files of the run.</param>
    public ReferenceGathering(MapNode root, SourceFiles files)
    {
        _root = root;
        _resolver = new ReferenceResolver(root, files, _written);
    }

    /// <summary>
    /// Brings in what stands in other files, for overlays to change. What leads nowhere is left for the second time: an
    /// overlay may take it out.
    /// </summary>
    public void GatherFiles() =>
        Gather(new ReferenceWalk(), new DiagnosticBag(), site => site.Reference.Position.File != _root.Position.File || !site.Reference.Text.StartsWith('#'));

    /// <summary>Brings in everything, and reports what leads nowhere.</summary>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public void GatherAll(DiagnosticBag diagnostics)
    {
        var walk = new ReferenceWalk();
        Gather(walk, diagnostics, static _ => true);
        foreach (MapNode holder in walk.WithDefinitions)
        {
            holder.RemoveWhere(static entry => ReferenceWalk.IsDefinitions(entry.Key));
        }
    }

    private void Gather(ReferenceWalk walk, DiagnosticBag diagnostics, Func<ReferenceSite, bool> isMeant)
    {
        var open = new Queue<ReferenceSite>(walk.Find(_root, ReferenceWalk.InPlace, null));

        // A component that is only a reference gives its name to what it refers to, before names are made.
        Dictionary<MapNode, string> components = NamesOfComponents();
        foreach (ReferenceSite site in open.Where(isMeant).ToList())
        {
            if (site is { Key: "$ref", Section: not ReferenceWalk.InPlace } && components.TryGetValue(site.Holder, out string? name))
            {
                Enqueue(open, AdoptAs(name, site, walk, diagnostics));
            }
        }

        while (open.TryDequeue(out ReferenceSite? site))
        {
            if (isMeant(site) && ReferenceEquals(site.Holder[site.Key], site.Reference))
            {
                Enqueue(open, Gather(site, walk, diagnostics));
            }
        }
    }

    private static void Enqueue(Queue<ReferenceSite> open, IEnumerable<ReferenceSite> found)
    {
        foreach (ReferenceSite site in found)
        {
            open.Enqueue(site);
        }
    }

    private IEnumerable<ReferenceSite> Gather(ReferenceSite site, ReferenceWalk walk, DiagnosticBag diagnostics)
    {
        if (Follow(site, diagnostics) is not { } target)
        {
            return [];
        }

        if (site.Section == ReferenceWalk.InPlace)
        {
            return WriteInPlace(site, target, walk, diagnostics);
        }

        if (IsComponent(target))
        {
            Write(site, Reference(target.Steps[1], target.Steps[2]));
            return [];
        }

        if (_homes.TryGetValue(target.Node, out string? home))
        {
            Write(site, home);
            return [];
        }

        string kept = target.ComponentSection ?? site.Section;
        string name = ComponentNames.Free(ComponentNames.Of(target), target, Section(kept));
        MapNode settled = Settle(target, kept, name);
        Write(site, Reference(kept, name));
        return walk.Find(settled, kept, site.Within).ToList();
    }

    private ReferenceTarget? Follow(ReferenceSite site, DiagnosticBag diagnostics)
    {
        if (site.Key == "$ref")
        {
            return _resolver.Follow(site.Reference, diagnostics);
        }

        // A mapping may name a schema, or refer to one. What it means without either is for others to judge.
        bool refers = site.Reference.Text.AsSpan().ContainsAny('#', '/') || Path.GetExtension(site.Reference.Text) is ".yaml" or ".yml" or ".json";
        if (refers)
        {
            return _resolver.Follow(site.Reference, diagnostics);
        }

        ScalarNode named = ScalarNode.Of("#/components/schemas/" + site.Reference.Text, site.Reference.Position);
        return _resolver.Follow(named, new DiagnosticBag());
    }

    private MapNode Settle(ReferenceTarget target, string section, string name)
    {
        _homes[target.Node] = Reference(section, name);

        // A path keeps its operations; what a callback shares with it is a copy.
        bool isPath = section == ReferenceWalk.PathItems;
        MapNode settled = isPath ? (MapNode)target.Node.Clone() : target.Node;
        if (!isPath)
        {
            target.ReplaceBy(ReferenceTo(target.Node, section, name));
        }

        Section(section).Set(name, settled);
        return settled;
    }

    private IEnumerable<ReferenceSite> AdoptAs(string name, ReferenceSite site, ReferenceWalk walk, DiagnosticBag diagnostics)
    {
        bool isOnlyReference = site.Holder.Entries.All(static entry => entry.Key is "$ref" or "description" or "summary" or "title");
        if (!isOnlyReference || Follow(site, diagnostics) is not { } target || _homes.ContainsKey(target.Node) || IsComponent(target))
        {
            return [];
        }

        foreach (MapNode.Entry beside in site.Holder.Entries.Where(static entry => entry.Key != "$ref").ToList())
        {
            target.Node.Set(beside.Key, beside.Value, beside.KeyPosition);
        }

        return walk.Find(Settle(target, site.Section, name), site.Section, site.Within).ToList();
    }

    private bool IsComponent(ReferenceTarget target) => ReferenceEquals(target.Root, _root) && target.ComponentSection is not null;

    private Dictionary<MapNode, string> NamesOfComponents()
    {
        var names = new Dictionary<MapNode, string>();
        foreach (MapNode.Entry component in (_root.Map("components")?.Entries ?? []).SelectMany(static section => (section.Value as MapNode)?.Entries ?? []))
        {
            if (component.Value is MapNode value)
            {
                names[value] = component.Key;
            }
        }

        return names;
    }

    private IEnumerable<ReferenceSite> WriteInPlace(ReferenceSite site, ReferenceTarget target, ReferenceWalk walk, DiagnosticBag diagnostics)
    {
        if (site.Within?.Has(target.Node) == true)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, site.Reference.Position, $"'{site.Reference.Text}' leads back to itself.");
            return [];
        }

        if (target.ComponentSection is { } section and not ("pathItems" or "mediaTypes"))
        {
            diagnostics.Add(DiagnosticIds.Unreadable, site.Reference.Position, $"'{site.Reference.Text}' is one of the '{section}', and cannot stand here.");
            return [];
        }

        // The first one has the value itself, so that what refers to its inside means the inside of this one.
        bool isFirst = _placed.Add(target.Node) && !ReferenceEquals(target.Root, _root);
        site.Holder.Remove("$ref");
        foreach (MapNode.Entry entry in target.Node.Entries.Where(entry => !site.Holder.Has(entry.Key)).ToList())
        {
            site.Holder.Set(entry.Key, isFirst ? entry.Value : entry.Value.Clone(), entry.KeyPosition);
        }

        return walk.FindAgain(site.Holder, site.Section, new Trail(target.Node, site.Within)).ToList();
    }

    private void Write(ReferenceSite site, string reference)
    {
        ScalarNode written = site.Reference.Text == reference && site.Reference.Position.File == _root.Position.File
            ? site.Reference
            : ScalarNode.Of(reference, site.Reference.Position);
        _written.Add(written);
        site.Holder.Set(site.Key, written);
    }

    private MapNode ReferenceTo(MapNode target, string section, string name)
    {
        var reference = new MapNode(target.Position);
        ScalarNode text = ScalarNode.Of(Reference(section, name), target.Position);
        _written.Add(text);
        reference.Set("$ref", text);
        foreach (string kept in SchemaHoisting.OfTheProperty)
        {
            if (target.TryGet(kept, out Node? value))
            {
                reference.Set(kept, value, target.KeyPosition(kept));
            }
        }

        return reference;
    }

    private static string Reference(string section, string name) =>
        $"#/components/{section}/{ApiDocument.Escape(name).Replace("%", "%25", StringComparison.Ordinal)}";

    private MapNode Section(string name) => _root.GetOrAddMap("components").GetOrAddMap(name);
}
