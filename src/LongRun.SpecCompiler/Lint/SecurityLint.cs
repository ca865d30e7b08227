using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Lint;

/// <summary>Reports security schemes that are demanded and not described: the client would send no key without a word.</summary>
/// <param name="document">The document.</param>
/// <param name="diagnostics">Takes what was found.</param>
public sealed class SecurityLint(ApiDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Checks every demand; of many for the same scheme the first is told of.</summary>
    public void Run()
    {
        List<string> known = (document.Root.Map("components")?.Map("securitySchemes")?.Entries ?? []).Select(static scheme => scheme.Key).ToList();
        IEnumerable<MapNode.Entry> unknown = document.Operations
            .Select(static operation => operation.Node)
            .Prepend(document.Root)
            .SelectMany(static holder => (holder.List("security")?.Items ?? []).OfType<MapNode>())
            .SelectMany(static demand => demand.Entries)
            .Where(scheme => !known.Contains(scheme.Key) && !IsAddress(scheme.Key))
            .DistinctBy(static scheme => scheme.Key);
        foreach (MapNode.Entry scheme in unknown)
        {
            diagnostics.Warn(DiagnosticIds.UnknownKey, scheme.KeyPosition, $"The document describes no security scheme '{scheme.Key}'; it is ignored.{NearestName.Hint(scheme.Key, known)}");
        }
    }

    // OpenAPI 3.2 takes the address of a scheme in place of its name.
    private static bool IsAddress(string name) => name.AsSpan().ContainsAny('/', '#');
}
