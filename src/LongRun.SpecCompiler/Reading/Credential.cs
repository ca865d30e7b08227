namespace LongRun.SpecCompiler.Reading;

/// <summary>How a client of a document is let in.</summary>
/// <param name="Kind">How the secret travels.</param>
/// <param name="Name">Name of the header or the query parameter, where it travels in one.</param>
public sealed record Credential(CredentialKind Kind, string Name)
{
    // Of all operations that take a parameter like that, so many make it the key of the whole API.
    private const double Most = 0.8;

    private static readonly string[] KeyWords = ["api-key", "apikey", "api_key", "access-token", "auth-token", "authorization", "subscription-key"];

    /// <summary>What a document says: the first scheme that it demands, else the first it describes, else a header that nearly every operation takes.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The credential, or <see langword="null"/>.</returns>
    public static Credential? Of(ApiDocument document)
    {
        MapNode? schemes = document.Root.Map("components")?.Map("securitySchemes");
        IEnumerable<string> demanded = Demands(document.Root).Concat(document.Operations.SelectMany(static operation => Demands(operation.Node)));
        return demanded.Select(name => schemes?[name])
            .Concat(schemes?.Entries.Select(static scheme => scheme.Value) ?? [])
            .Select(scheme => OfScheme(document.Resolve(scheme)))
            .FirstOrDefault(static credential => credential is not null) ?? OfHeaders(document);
    }

    /// <summary>Whether a parameter of an operation is nothing but the credential.</summary>
    /// <param name="parameter">The parameter, no reference.</param>
    /// <returns>Whether it is.</returns>
    public bool IsParameter(MapNode parameter) =>
        string.Equals(parameter.Text("name"), Name, StringComparison.OrdinalIgnoreCase)
        && parameter.Text("in") == (Kind == CredentialKind.Query ? "query" : "header");

    private static IEnumerable<string> Demands(MapNode node) =>
        (node.List("security")?.Items ?? []).OfType<MapNode>().SelectMany(static demand => demand.Entries).Select(static scheme => scheme.Key);

    private static Credential? OfScheme(MapNode? scheme) => (scheme?.Text("type"), scheme?.Text("scheme")?.ToLowerInvariant()) switch
    {
        ("apiKey", _) => (scheme!.Text("in"), scheme.Text("name")) switch
        {
            ("header", { Length: > 0 } name) => new Credential(CredentialKind.Header, name),
            ("query", { Length: > 0 } name) => new Credential(CredentialKind.Query, name),
            _ => null,
        },
        ("http", "basic") => new Credential(CredentialKind.Basic, "Authorization"),
        ("http" or "oauth2" or "openIdConnect", _) => new Credential(CredentialKind.Bearer, "Authorization"),
        _ => null,
    };

    private static Credential? OfHeaders(ApiDocument document)
    {
        string? name = document.Operations
            .SelectMany(operation => operation.Parameters.Select(document.Resolve).OfType<MapNode>()
                .Where(static parameter => parameter.Text("in") == "header")
                .Select(static parameter => parameter.Text("name") ?? "")
                .Distinct(StringComparer.OrdinalIgnoreCase))
            .Where(static header => KeyWords.Any(word => header.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .GroupBy(static header => header, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() >= Most * document.Operations.Count)?.Key;
        return name is null ? null : new Credential(CredentialKind.Header, name);
    }
}

/// <summary>How a secret travels.</summary>
public enum CredentialKind
{
    /// <summary>A key in a header.</summary>
    Header,

    /// <summary>A key in the query.</summary>
    Query,

    /// <summary>A bearer token.</summary>
    Bearer,

    /// <summary>A name and a password.</summary>
    Basic,
}
