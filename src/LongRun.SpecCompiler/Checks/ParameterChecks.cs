using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Checks;

/// <summary>Reports parameters that the generated client cannot send as the document says.</summary>
/// <param name="document">The document.</param>
/// <param name="operation">The operation whose parameters are checked.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed partial class ParameterChecks(ApiDocument document, ApiOperation operation, DiagnosticBag diagnostics)
{
    /// <summary>Checks every parameter.</summary>
    public void Run()
    {
        var inPath = new HashSet<string>(StringComparer.Ordinal);
        foreach (MapNode parameter in operation.Parameters)
        {
            if (document.Resolve(parameter) is not { } resolved)
            {
                continue;
            }

            if (resolved.Text("name") is not { Length: > 0 } name)
            {
                Report(parameter.Position, $"A parameter of {operation.Title} has no 'name'.");
                continue;
            }

            if (resolved.Text("in") == "path")
            {
                inPath.Add(name);
            }

            CheckPlace(resolved, name);
        }

        List<string> holes = Hole().Matches(operation.Path).Select(static hole => hole.Groups[1].Value).ToList();
        foreach (string hole in holes.Where(hole => !inPath.Contains(hole)))
        {
            Report(operation.Node.Position, $"'{operation.Path}' has a hole '{{{hole}}}' that no path parameter fills.{NearestName.Hint(hole, inPath)}");
        }

        foreach (string name in inPath.Where(name => !holes.Contains(name)))
        {
            Report(operation.Node.Position, $"{operation.Title} has a path parameter '{name}' that '{operation.Path}' has no place for.{NearestName.Hint(name, holes)}");
        }
    }

    private void CheckPlace(MapNode parameter, string name)
    {
        string? place = parameter.Text("in");
        if (place == "cookie")
        {
            diagnostics.Warn(DiagnosticIds.NotExpressed, parameter.Position, $"The generated client cannot express the cookie '{name}'; it sends none. Send it with a message handler.");
        }
        else if (place is not ("path" or "query" or "header"))
        {
            Report(parameter.Position, $"'{name}' does not say where it goes; add 'in: path', 'in: query' or 'in: header'.");
        }
        else if (parameter.Has("schema") ? document.Resolve(parameter["schema"]) is null : parameter.Map("content") is not { Entries.Count: > 0 })
        {
            Report(parameter.Position, $"The parameter '{name}' has no 'schema', so that nobody knows what to send.");
        }
        else if (parameter.Text("style") is "matrix" or "label")
        {
            Report(parameter["style"]!.Position, $"The generated client cannot send '{name}' in the style '{parameter.Text("style")}'.");
        }
    }

    private void Report(SourcePosition position, string message) => diagnostics.Add(DiagnosticIds.Unreadable, position, message);

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
