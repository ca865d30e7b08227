namespace LongRun.Generators.Model;

/// <summary>A request that a chain makes of its members.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Members">Those that are set.</param>
internal sealed record ThenRequest(string Type, EquatableArray<ThenArgument> Members);
