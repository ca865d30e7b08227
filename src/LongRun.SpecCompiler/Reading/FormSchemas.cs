namespace LongRun.SpecCompiler.Reading;

/// <summary>Finds the schemas whose values are sent as forms: part by part, so that no JSON is made of them.</summary>
public static class FormSchemas
{
    /// <summary>The schemas of a document's forms.</summary>
    /// <param name="document">The document, as it was before its bodies were lowered.</param>
    /// <returns>The schemas, references followed.</returns>
    public static HashSet<MapNode> Of(ApiDocument document) => (
        from operation in document.Operations
        let content = document.Resolve(operation.Node["requestBody"])?.Map("content")
        where MediaTypes.IsForm(content)
        let schema = document.Resolve((MediaTypes.Form(content)?.Value as MapNode)?["schema"])
        where schema is not null
        select schema).ToHashSet();
}
