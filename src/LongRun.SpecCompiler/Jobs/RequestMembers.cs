using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>Names the members that callers send in a body.</summary>
/// <param name="document">The document.</param>
/// <param name="answers">Sees through wrappers.</param>
internal sealed class RequestMembers(ApiDocument document, AnswerSchema answers)
{
    /// <summary>The members of an operation's body, of whatever media type.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>Their names on the wire.</returns>
    public IEnumerable<string> Of(ApiOperation operation) =>
        (document.Resolve(operation.Node["requestBody"])?.Map("content")?.Entries ?? [])
        .SelectMany(media => document.Properties(answers.Whole((media.Value as MapNode)?.Map("schema"))))
        .Select(static property => property.Key);
}
