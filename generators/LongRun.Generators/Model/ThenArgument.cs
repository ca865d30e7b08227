namespace LongRun.Generators.Model;

/// <summary>What a start, or the request that it is given, takes in a chain. One of the three is set.</summary>
/// <param name="Name">The parameter or member, escaped where it is a keyword.</param>
/// <param name="Own">A parameter of the chain's method.</param>
/// <param name="Source">A part of the first job.</param>
/// <param name="Request">A request made of its members.</param>
internal sealed record ThenArgument(string Name, string? Own = null, ThenSource? Source = null, ThenRequest? Request = null);
