namespace LongRun.Analyzers.Tests.Differential;

/// <summary>A value, and the C# expression that means it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Expression">The expression.</param>
internal sealed record Written<T>(T Value, string Expression);
