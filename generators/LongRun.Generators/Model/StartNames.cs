namespace LongRun.Generators.Model;

/// <summary>Names of an emitted start's own parameters and locals.</summary>
internal sealed record StartNames(string Client, string Options, string CancellationToken, string Token, string Answer, string Id, string Operation, string Keyed);
