using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>Names what had no name of its own among the components, by where it stands.</summary>
/// <remarks>
/// A name depends on its own place only, and on who had it before: the same as in the other file where it is free, and the
/// names that <see cref="Shaping.SchemaHoisting"/> would give to what stands inside.
/// </remarks>
internal static class ComponentNames
{
    // Steps of which the name says nothing.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "schema", "properties", "patternProperties", "parameters", "headers", "schemas", "callbacks", "webhooks", "pathItems",
    };

    /// <summary>The name that a value should have.</summary>
    public static string Of(ReferenceTarget target)
    {
        IReadOnlyList<string> steps = target.Steps;
        if (steps.Count == 0)
        {
            return Plain(Stem(target.Node.Position.File));
        }

        int named = LastName(steps);
        if (named == steps.Count - 1)
        {
            return Plain(steps[named]);
        }

        List<Node?> nodes = Passed(target);
        var name = new List<string>();
        for (int i = named; i < steps.Count; i++)
        {
            i += Add(name, steps, i, nodes[i]);
        }

        return string.Concat(name) is { Length: > 0 } made ? made : "Part";
    }

    /// <summary>A name that none of a section has: the name, the name with its file's before it, the name with a number.</summary>
    public static string Free(string name, ReferenceTarget target, MapNode section)
    {
        if (!section.Has(name))
        {
            return name;
        }

        string longer = target.Steps.Count == 0 ? name : CSharpNames.Pascal(Stem(target.Node.Position.File)) + CSharpNames.Pascal(name);
        return section.FreeKey(longer);
    }

    // The value after each step.
    private static List<Node?> Passed(ReferenceTarget target)
    {
        var passed = new List<Node?>();
        Node? node = target.Root;
        foreach (string step in target.Steps)
        {
            node = ReferenceResolver.Child(node, step);
            passed.Add(node);
        }

        return passed;
    }

    // The last step on the way that is itself the name of a component or a definition, or 0.
    private static int LastName(IReadOnlyList<string> steps)
    {
        int found = steps is ["components", _, _, ..] ? 2 : 0;
        for (int i = 1; i < steps.Count; i++)
        {
            if (ReferenceWalk.IsDefinitions(steps[i - 1]) && (i < 2 || steps[i - 2] != "properties"))
            {
                found = i;
            }
        }

        return found;
    }

    // Adds the words of a step, and tells how many steps after it they took.
    private static int Add(List<string> name, IReadOnlyList<string> steps, int at, Node? node)
    {
        string step = steps[at];
        string? next = at + 1 < steps.Count ? steps[at + 1] : null;
        switch (step)
        {
            case "paths" when at == 0:
                return 0;
            case "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" when steps[0] == "paths" && at == 2:
                if (node is MapNode operation && operation.Text("operationId") is { Length: > 0 } id)
                {
                    name.Clear();
                    name.Add(CSharpNames.Pascal(id));
                }
                else
                {
                    name.Insert(0, CSharpNames.Pascal(step));
                }

                return 0;
            case "responses" when next is not null:
                name.Add(next.StartsWith('2') ? "Response" : "Response" + CSharpNames.Pascal(next));
                return 1;
            case "requestBody":
                name.Add("Request");
                return 0;
            case "content" when next is not null:
                return 1;
            case "items":
                name.Add("Item");
                return 0;
            case "additionalProperties":
                name.Add("Value");
                return 0;
            case "allOf" or "oneOf" or "anyOf" when int.TryParse(next, out int option):
                name.Add($"Option{option + 1}");
                return 1;
        }

        if (!Silent.Contains(step) || (at > 0 && steps[at - 1] == "properties"))
        {
            name.Add(CSharpNames.Pascal((node as MapNode)?.Text("name") is { } own && at > 0 && steps[at - 1] == "parameters" ? own : step));
        }

        return 0;
    }

    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);

    // What the specification allows in the name of a component.
    private static string Plain(string name) =>
        string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')) is { Length: > 0 } plain ? plain : "Part";
}
