namespace LongRun.Generators.Model;

/// <summary>A type parameter with what follows <c>where T :</c>; <see langword="null"/> without constraints.</summary>
internal sealed record TypeParameterModel(string Name, string? Constraints);
