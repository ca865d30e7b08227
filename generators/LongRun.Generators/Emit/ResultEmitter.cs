using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a handle gets the result of a job that has succeeded.</summary>
internal static class ResultEmitter
{
    /// <summary>The handle's base class.</summary>
    public static string BaseClass(OperationModel operation) => operation.FinalResult is { } result
        ? $"global::LongRun.Operation<{operation.Result}, {result.Type}>"
        : $"global::LongRun.Operation<{operation.Result}>";

    public static void Write(SourceWriter writer, OperationModel operation)
    {
        if (operation.FinalResult is not { } result)
        {
            return;
        }

        writer.Write("""

            /// <inheritdoc/>
            """);
        bool isAsync = result is { Method: not null, MayBeNull: true };
        writer.Write($"protected override {(isAsync ? "async " : "")}global::System.Threading.Tasks.Task<{result.Type}> RetrieveResultAsync({operation.Result} value, global::System.Threading.CancellationToken cancellationToken) =>");
        if (result.Method is not { } method)
        {
            string missing = Words.Literal($"The answer of {operation.Method.Name} tells of success and holds no result at '{result.Path}'.");
            string otherwise = result.MayBeNull ? $" ?? throw new global::System.InvalidOperationException({missing})" : "";
            writer.Write($"    global::System.Threading.Tasks.Task.FromResult<{result.Type}>({result.Access}{otherwise});");
            return;
        }

        string call = $"_client.{method.Name}({string.Join(", ", method.Arguments)})";
        if (!isAsync)
        {
            writer.Write($"    {call}{(method.ReturnsValueTask ? ".AsTask()" : "")};");
            return;
        }

        writer.Write($"    await {call}.ConfigureAwait(false)");
        writer.Write($"    ?? throw new global::System.InvalidOperationException({Words.Literal($"The answer of {method.Name} is empty.")});");
    }
}
