namespace LongRun.Generators.Model;

/// <summary>A parameter of an emitted start.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Declaration">Attributes, type, name and default value, as code.</param>
/// <param name="Argument">What an emitted method passes on to another that has the same parameter.</param>
/// <param name="Text">Its documentation, as XML; <see langword="null"/> where there is none.</param>
internal sealed record ParameterModel(string Name, string Declaration, string Argument, string? Text)
{
    /// <summary>Whether it can be left out.</summary>
    public bool IsOptional { get; init; }
}
