using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints the two methods that start an operation.</summary>
internal static class StartEmitter
{
    private const string CancellationToken = "global::System.Threading.CancellationToken";

    public static void WriteStart(SourceWriter writer, ClientType client, StartModel start)
    {
        StartNames names = start.Names;
        writer.Write($"""
            /// <summary>Starts {start.Name}, and returns as soon as the server has given the job an id.</summary>
            /// <remarks>
            {Remarks(start)}
            /// </remarks>
            """);
        WriteParameterDocumentation(writer, client, start);
        writer.Write($"""
            /// <param name="{names.CancellationToken}">Ends the call early; whether the server has started the job is then not known.</param>
            /// <returns>A handle on the job, to wait with, or to store and resume from.</returns>
            """);
        WriteStartExceptions(writer, names);
        ExtensionsEmitter.WriteAttributes(writer, start.Attributes);
        writer.Write($"[global::LongRun.Annotations.StartsOperation({Words.Literal(start.Name)}, {Words.Literal(start.MonitorMethod.TrimStart('@'))}, \"Id\")]");
        WriteHead(writer, client, start, $"async global::System.Threading.Tasks.Task<{start.OperationType}> Start{start.Name}Async", "");
        using (writer.Open())
        {
            string call = $"{names.Client}.{start.Method.Name}({string.Join(", ", start.Method.Arguments)}){(start.Method.ReturnsValueTask ? ".AsTask()" : "")}";
            string lambdaParameter = start.Method.Arguments.Contains(names.Token) ? names.Token : "_";
            writer.Write($"""
                global::System.ArgumentNullException.ThrowIfNull({names.Client});
                """);
            string keyArgument = "";
            if (start.Key is { } key)
            {
                KeyEmitter.Write(writer, key, names.Keyed);
                keyArgument = KeyEmitter.Text(key, names.Keyed) + ", ";
            }

            writer.Write($"var {names.Answer} = await global::LongRun.OperationStart.SendAsync({Words.Literal(start.Name)}, {lambdaParameter} => {call}, {keyArgument}{names.CancellationToken}).ConfigureAwait(false);");
            WriteHandle(writer, start);
        }
    }

    public static void WriteStartAndWait(SourceWriter writer, ClientType client, StartModel start)
    {
        StartNames names = start.Names;
        bool hasResult = start.FinalResult is not null;
        writer.Write($"""
            /// <summary>Starts {start.Name} and waits until it has succeeded{(hasResult ? " and its result is there" : "")}.</summary>
            /// <remarks>
            {Remarks(start)}
            /// To have the id at once, so that another process can resume the wait, use <c>Start{start.Name}Async</c>.
            /// </remarks>
            """);
        WriteParameterDocumentation(writer, client, start);
        writer.Write($"""
            /// <param name="{names.Options}">How to wait; <see langword="null"/>, the default: as the API asks, {Words.MaxWait(start.MaxWaitTime)}.</param>
            /// <param name="{names.CancellationToken}">Ends the call, or the wait; a job that was started goes on.</param>
            /// <returns>{(hasResult ? "The result." : "The answer that told of success.")}</returns>
            """);
        WriteStartExceptions(writer, names);
        writer.Write("""
            /// <exception cref="global::LongRun.OperationFailedException">The job ended in failure.</exception>
            /// <exception cref="global::LongRun.OperationTimeoutException">The longest wait was reached; the job goes on, and the exception holds the token to resume from.</exception>
            """);
        ExtensionsEmitter.WriteAttributes(writer, start.Attributes);
        WriteHead(writer, client, start, $"async global::System.Threading.Tasks.Task<{start.FinalResult ?? start.Result}> {start.Name}AndWaitAsync", $", global::LongRun.WaitOptions? {names.Options} = null");
        using (writer.Open())
        {
            string typeArguments = Words.TypeArguments(client.TypeParameters.Concat(start.TypeParameters));
            string arguments = string.Concat(start.Parameters.Select(static p => p.Argument + ", "));
            writer.Write($"""
                {start.OperationType} {names.Operation} = await {names.Client}.Start{start.Name}Async{typeArguments}({arguments}{names.CancellationToken}).ConfigureAwait(false);
                return await {names.Operation}.{(hasResult ? "WaitForResultAsync" : "WaitForCompletionAsync")}({names.Options}, {names.CancellationToken}).ConfigureAwait(false);
                """);
        }
    }

    private static string Remarks(StartModel start)
    {
        // Documents call an operation by a title without a full stop; what follows is a sentence.
        string summary = start.Method.Summary is { Length: > 0 } text ? $"/// {text}{(char.IsLetterOrDigit(text[text.Length - 1]) || text[text.Length - 1] == ')' ? "." : "")}\n" : "";
        return start.Key is null
            ? $"""
            {summary}/// Sends <see cref="{start.Method.DocumentationId}"/> once;
            /// a call whose answer was lost is not repeated, because that might start a second job.
            """
            : $"""
            {summary}/// Sends <see cref="{start.Method.DocumentationId}"/>; a call whose answer was lost is repeated a few times
            /// with the same idempotency key, a fresh one unless given, so that no second job starts.
            """;
    }

    private static void WriteParameterDocumentation(SourceWriter writer, ClientType client, StartModel start)
    {
        ExtensionsEmitter.WriteTypeParameters(writer, client);
        foreach (TypeParameterModel parameter in start.TypeParameters)
        {
            writer.Write($"""/// <typeparam name="{parameter.Name.TrimStart('@')}">As in <see cref="{start.Method.DocumentationId}"/>.</typeparam>""");
        }

        writer.Write($"""/// <param name="{start.Names.Client}">The client that the calls go through.</param>""");
        foreach (ParameterModel parameter in start.Parameters)
        {
            writer.Write($"""/// <param name="{parameter.Name}">{parameter.Text ?? $"""As in <see cref="{start.Method.DocumentationId}"/>."""}</param>""");
        }
    }

    private static void WriteStartExceptions(SourceWriter writer, StartNames names) => writer.Write($"""
        /// <exception cref="global::System.ArgumentNullException"><paramref name="{names.Client}"/> is <see langword="null"/>.</exception>
        /// <exception cref="global::LongRun.OperationStartUncertainException">The answer to the start was lost, or held no id: the job may have started or not.</exception>
        /// <exception cref="global::System.OperationCanceledException"><paramref name="{names.CancellationToken}"/> was cancelled.</exception>
        """);

    private static void WriteHead(SourceWriter writer, ClientType client, StartModel start, string typeAndName, string options)
    {
        TypeParameterModel[] typeParameters = client.TypeParameters.Concat(start.TypeParameters).ToArray();
        string parameters = string.Concat(start.Parameters.Select(static p => ", " + p.Declaration));
        writer.Write($"{start.Accessibility} static {typeAndName}{Words.TypeArguments(typeParameters)}(this {client.Reference} {start.Names.Client}{parameters}{options}, {CancellationToken} {start.Names.CancellationToken} = default)");
        OperationEmitter.WriteConstraints(writer, typeParameters);
    }

    // A job without an id cannot be found again by this process: the same as an answer that never came.
    private static void WriteHandle(SourceWriter writer, StartModel start)
    {
        StartNames names = start.Names;
        string id = start.Parents.Count == 0 ? names.Id : $"global::LongRun.OperationId.Join({string.Join(", ", start.Parents)}, {names.Id})";
        string handle = $"new {start.OperationType}({names.Client}, {id}, justStarted: true){(start.TellsFirstDelay ? $" {{ FirstDelay = {names.Answer}?.RetryAfter }}" : "")}";
        string place = start.IdPath.Length == 0 ? "" : $" at '{start.IdPath}'";
        string message = Words.Literal($"The answer of {start.Method.Name} holds no id{place}.");
        writer.Write($"""
            string? {names.Id} = {ReadingEmitter.Expression(start.Id, names.Operation)};
            return !string.IsNullOrEmpty({names.Id})
                ? {handle}
                : throw new global::LongRun.OperationStartUncertainException({Words.Literal(start.Name)}, new global::System.FormatException({message}));
            """);
    }
}
