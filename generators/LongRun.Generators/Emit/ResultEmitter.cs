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
        writer.Write($"protected override {(isAsync ? "async " : "")}global::System.Threading.Tasks.Task<{result.Type}> RetrieveResultAsync({operation.Result} value, global::System.Threading.CancellationToken cancellationToken)");
        using (writer.Open())
        {
            if (result.Method is { } method)
            {
                WriteCall(writer, operation, result, method, isAsync);
            }
            else
            {
                string otherwise = result.MayBeNull ? $" ?? throw {Missing(operation, $"holds no result at '{result.Path}'")}" : "";
                writer.Write($"return global::System.Threading.Tasks.Task.FromResult<{result.Type}>({result.Access}{otherwise});");
            }
        }
    }

    private static void WriteCall(SourceWriter writer, OperationModel operation, ResultModel result, MethodModel method, bool isAsync)
    {
        if (result.Id is { } id)
        {
            string otherwise = id.MayBeNull ? $" ?? throw {Missing(operation, $"holds nothing at '{result.IdPath}', where its result would be")}" : "";
            writer.Write($"string {ResultModel.IdLocal} = {ReadingEmitter.Expression(id, "text")}{otherwise};");
        }

        string call = $"_client.{method.Name}({string.Join(", ", method.Arguments)})";
        writer.Write(isAsync
            ? $"return await {call}.ConfigureAwait(false) ?? throw new global::System.InvalidOperationException({Words.Literal($"The answer of {method.Name} is empty.")});"
            : $"return {call}{(method.ReturnsValueTask ? ".AsTask()" : "")};");
    }

    private static string Missing(OperationModel operation, string what) =>
        $"new global::System.InvalidOperationException({Words.Literal($"The answer of {operation.Method.Name} tells of success and {what}.")})";
}
