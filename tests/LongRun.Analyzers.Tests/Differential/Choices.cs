namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Random choices.</summary>
internal static class Choices
{
    internal static T OneOf<T>(this Random random, params T[] choices) => choices[random.Next(choices.Length)];

    internal static bool Chance(this Random random, double probability) => random.NextDouble() < probability;
}
