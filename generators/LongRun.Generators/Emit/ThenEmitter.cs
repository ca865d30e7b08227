using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a handle goes on with the job that follows.</summary>
internal static class ThenEmitter
{
    public static void Write(SourceWriter writer, OperationModel operation)
    {
        if (operation.Then is not { } then)
        {
            return;
        }

        writer.Write($"""

            /// <summary>Goes on with {then.Name} when this job has succeeded: both are waited for as one. Calls nothing yet.</summary>
            """);
        foreach (ParameterModel parameter in then.Parameters)
        {
            writer.Write($"""/// <param name="{parameter.Name}">{parameter.Text ?? $"As <c>Start{then.Name}Async</c> takes it."}</param>""");
        }

        string parameters = string.Join(", ", then.Parameters.Select(static p => p.Declaration));
        writer.Write($"""
            /// <returns>The two, to wait for.</returns>
            public global::LongRun.ChainedOperation<{operation.Result}, {then.SecondResult}> Then{then.Name}({parameters}) => new(
                this,
                {then.SecondType}.StatusMonitor,
            """);
        if (!then.IsStarted)
        {
            writer.Write($"    (_, _) => global::System.Threading.Tasks.Task.FromResult<global::LongRun.Operation<{then.SecondResult}>>(new {then.SecondType}(_client, Id, justStarted: true)));");
            return;
        }

        writer.Write($"    async ({then.Value}, {then.Token}) => await _client.Start{then.Name}Async(");
        using (writer.Indent())
        using (writer.Indent())
        {
            foreach (ThenArgument argument in then.Arguments)
            {
                if (argument.Request is { } request)
                {
                    writer.Write($"{argument.Name}: new {request.Type}");
                    using (writer.Open("},"))
                    {
                        foreach (ThenArgument member in request.Members)
                        {
                            writer.Write($"{member.Name} = {Value(operation, then, member)},");
                        }
                    }
                }
                else
                {
                    writer.Write($"{argument.Name}: {Value(operation, then, argument)},");
                }
            }

            writer.Write($"{then.TokenParameter}: {then.Token}).ConfigureAwait(false));");
        }
    }

    private static string Value(OperationModel operation, ThenModel then, ThenArgument argument)
    {
        if (argument.Source is not { } source)
        {
            return argument.Own!;
        }

        if (source.Reading is not { } reading)
        {
            return source.Path;
        }

        string missing = Words.Literal($"The answer of {operation.Method.Name} tells of success and holds nothing at '{source.Path}', which {then.Name} takes.");
        return ReadingEmitter.Expression(reading, "text") + (reading.MayBeNull ? $" ?? throw new global::System.InvalidOperationException({missing})" : "");
    }
}
