namespace LongRun.Generators.Model;

/// <summary>The annotated interface or class.</summary>
/// <param name="Namespace">Its namespace; empty for the global one. Everything emitted lives there.</param>
/// <param name="Reference">The type as code says it, from <c>global::</c> on.</param>
/// <param name="DocumentationId">The type as documentation says it: <c>T:…</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="TypeParameters">Its type parameters, those of enclosing types first.</param>
internal sealed record ClientType(
    string Namespace,
    string Reference,
    string DocumentationId,
    string Accessibility,
    EquatableArray<TypeParameterModel> TypeParameters);
