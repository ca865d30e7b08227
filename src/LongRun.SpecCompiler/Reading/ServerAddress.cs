namespace LongRun.SpecCompiler.Reading;

/// <summary>Finds the address that a client calls unless told otherwise.</summary>
public static class ServerAddress
{
    /// <summary>The first absolute address among a document's servers, its variables filled with their defaults.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The address, which ends with a slash, or <see langword="null"/>.</returns>
    public static string? Of(ApiDocument document)
    {
        foreach (MapNode server in document.Root.List("servers")?.Items.OfType<MapNode>() ?? [])
        {
            string address = server.Text("url") ?? "";
            foreach (MapNode.Entry variable in server.Map("variables")?.Entries ?? [])
            {
                address = address.Replace($"{{{variable.Key}}}", (variable.Value as MapNode)?.Text("default"), StringComparison.Ordinal);
            }

            if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http" && !address.Contains('{', StringComparison.Ordinal))
            {
                return address.TrimEnd('/') + "/";
            }
        }

        return null;
    }
}
