using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Where a job is found by more than its own id, which part of a handle's id a parameter takes.</summary>
/// <param name="Parents">Names of the parameters for the other parts, in the order of the status method.</param>
/// <param name="IdParameter">Name of the parameter for the job's own id.</param>
internal sealed record IdParts(EquatableArray<string> Parents, string IdParameter)
{
    /// <summary>The parts of a status method: every argument that has to be given and can be made of text.</summary>
    /// <param name="method">The status method.</param>
    /// <param name="idParameter">Name of its parameter for the job's own id.</param>
    public static IdParts Of(IMethodSymbol method, string idParameter) => new(
        method.Parameters
            .Where(p => p.Name != idParameter && p is { IsOptional: false, IsParams: false } && !p.Type.IsCancellationToken() && IdArgument.Of(p) is not null)
            .Select(static p => p.Name)
            .ToEquatableArray(),
        idParameter);

    /// <summary>The text that a parameter takes, as code of a handle; <see langword="null"/> where it takes none.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    public string? Text(string parameter)
    {
        if (Parents.Count == 0)
        {
            return parameter == IdParameter ? "Id" : null;
        }

        int index = parameter == IdParameter ? Parents.Count : Parents.ToList().IndexOf(parameter);
        return index < 0 ? null : $"global::LongRun.OperationId.Part(Id, {index}, {Parents.Count + 1})";
    }
}
