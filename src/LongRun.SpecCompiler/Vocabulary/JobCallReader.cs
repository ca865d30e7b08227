using LongRun.SpecCompiler.Diagnostics;
using LongRun.SpecCompiler.Lowering;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;
using LongRun.SpecCompiler.Shaping;

namespace LongRun.SpecCompiler.Vocabulary;

/// <summary>Reads the operations that a monitor names for calls about a job of which only the id is known.</summary>
/// <param name="document">The document.</param>
/// <param name="names">The C# names.</param>
/// <param name="operations">Finds operations.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
public sealed class JobCallReader(ApiDocument document, NameTable names, NamedOperations operations, DiagnosticBag diagnostics)
{
    /// <summary>Reads one such operation.</summary>
    /// <param name="node">What the monitor says: <c>{ operation: cancelPrediction }</c>, or the operation's id alone; or <see langword="null"/>.</param>
    /// <param name="key">The monitor's key, for messages.</param>
    /// <param name="idParameter">C# name of the monitor's parameter that takes the job's id.</param>
    /// <param name="monitor">The operation that reports status, where the job's id is what the operation takes.</param>
    /// <returns>The operation, or <see langword="null"/> if there is none or it was reported.</returns>
    public ApiOperation? Read(Node? node, string key, string? idParameter, ApiOperation? monitor)
    {
        if (node is null)
        {
            return null;
        }

        if (NameOf(node) is not { } name)
        {
            diagnostics.Add(DiagnosticIds.Unreadable, node.Position, $"'{key}' needs 'operation'.");
            return null;
        }

        if (operations.Find(name) is not { } operation)
        {
            return null;
        }

        if (monitor is not null && FollowedUrls.IsFollowed(monitor) && !FollowedUrls.IsFollowed(operation))
        {
            diagnostics.Warn(DiagnosticIds.NotExpressed, name.Position, $"Of a job only the URL of its status is known, and '{operation.Id}' has another path: '{key}' has no effect. Call the operation itself.");
            return null;
        }

        return idParameter is null || TakesOnlyTheId(operation, name, idParameter, monitor) ? operation : null;
    }

    /// <summary>Reads one such operation whose answer is wanted.</summary>
    /// <inheritdoc cref="Read"/>
    public ApiOperation? ReadAnswering(Node? node, string key, string? idParameter, ApiOperation? monitor)
    {
        if (Read(node, key, idParameter, monitor) is not { } operation)
        {
            return null;
        }

        if (operation.SuccessResponses.Any(response => document.Resolve(response)?.Map("content") is { Entries.Count: > 0 }))
        {
            return operation;
        }

        Report(NameOf(node!)!, $"'{operation.Id}' has no answer of success with a body.");
        return null;
    }

    private static ScalarNode? NameOf(Node node) => node switch
    {
        ScalarNode { Kind: ScalarKind.Text } scalar => scalar,
        MapNode map => map.Scalar("operation"),
        _ => null,
    };

    // The parameter named like the monitor's, else the only one in the path.
    private bool TakesOnlyTheId(ApiOperation operation, ScalarNode name, string idParameter, ApiOperation? monitor)
    {
        IReadOnlyDictionary<string, string> parameters = names.Parameters(operation);

        // What the job is a part of is in a handle's id as well.
        HashSet<string> parents = (monitor is null ? [] : Required(monitor)).Where(key => names.Parameters(monitor!)[key] != idParameter).ToHashSet(StringComparer.Ordinal);
        string[] inPath = parameters.Keys.Where(key => key.StartsWith("path.", StringComparison.Ordinal) && !parents.Contains(key)).ToArray();
        string? taker = parameters.Keys.FirstOrDefault(key => parameters[key] == idParameter)
            ?? operation.Parameters.Where(static parameter => parameter.Has(LoweredKeys.FollowsUrl)).Select(NameTable.ParameterKey).FirstOrDefault()
            ?? (inPath is [var only] ? only : null);
        if (taker is null)
        {
            Report(name, $"'{operation.Id}' has {(idParameter.Length == 0 ? "" : $"no parameter '{idParameter}', and ")}not exactly one in its path, so nothing says which one takes the job's id.");
            return false;
        }

        MapNode? other = operation.Parameters.Select(document.Resolve).OfType<MapNode>().FirstOrDefault(parameter =>
            parameter.Scalar("required") is { IsTrue: true } && NameTable.ParameterKey(parameter) is var key && key != taker && !parents.Contains(key));
        if (other is not null || document.Resolve(operation.Node["requestBody"])?.Scalar("required") is { IsTrue: true })
        {
            string wanted = other is null ? "a body" : $"'{other.Text("name")}'";
            Report(name, $"'{operation.Id}' needs {wanted} too, and there is nothing but the job's id to give.");
            return false;
        }

        return true;
    }

    private IEnumerable<string> Required(ApiOperation operation) => operation.Parameters
        .Select(document.Resolve)
        .OfType<MapNode>()
        .Where(static parameter => parameter.Scalar("required") is { IsTrue: true })
        .Select(NameTable.ParameterKey);

    private void Report(ScalarNode name, string why) =>
        diagnostics.Add(DiagnosticIds.UnresolvedExpression, name.Position, $"'{name.Text}' cannot be called for a job: {why}");
}
