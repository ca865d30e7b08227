using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints the handle of an operation.</summary>
internal static class OperationEmitter
{
    public static EmittedFile Emit(OperationModel operation)
    {
        SourceWriter writer = SourceWriter.Begin(operation.Client.Namespace);
        WriteDocumentation(writer, operation);
        string typeArguments = Words.TypeArguments(operation.Client.TypeParameters);
        writer.Write(SourceWriter.GeneratedCode);
        foreach (string attribute in operation.Attributes)
        {
            writer.Write($"[{attribute}]");
        }

        writer.Write($"{operation.Accessibility} sealed partial class {operation.TypeName}{typeArguments} : {ResultEmitter.BaseClass(operation)}");
        WriteConstraints(writer, operation.Client.TypeParameters);
        using (writer.Open())
        {
            writer.Write($$"""
                private readonly {{operation.Client.Reference}} _client;

                internal {{operation.TypeName}}({{operation.Client.Reference}} client, string id, bool justStarted = false)
                    : base(StatusMonitor, id, justStarted)
                {
                    _client = client;
                }

                internal {{operation.TypeName}}({{operation.Client.Reference}} client, global::LongRun.OperationToken token)
                    : base(StatusMonitor, token)
                {
                    _client = client;
                }

                """);
            WriteMonitor(writer, operation);
            if (operation.Cancel is { } cancel)
            {
                CancelEmitter.Write(writer, cancel);
            }

            ThenEmitter.Write(writer, operation);
            WriteRetrieve(writer, operation);
            ResultEmitter.Write(writer, operation);
            WriteRead(writer, operation);
        }

        return writer.End(SourceWriter.FileName(operation.Client, operation.TypeName, operation.Client.TypeParameters.Count));
    }

    public static void WriteConstraints(SourceWriter writer, IEnumerable<TypeParameterModel> parameters)
    {
        using (writer.Indent())
        {
            foreach (TypeParameterModel parameter in parameters.Where(static p => p.Constraints is not null))
            {
                writer.Write($"where {parameter.Name} : {parameter.Constraints}");
            }
        }
    }

    private static void WriteDocumentation(SourceWriter writer, OperationModel operation)
    {
        MonitorModel endings = operation.Endings;
        string failure = endings.Failed.Count == 0 ? "no status means failure" : $"{Words.AnyOf(endings.Failed)} means failure";
        writer.Write($"""
            /// <summary>Handle on a job of the kind {operation.Name}: look at it, wait for it, watch it.</summary>
            /// <remarks>
            /// Its status comes from <see cref="{operation.Method.DocumentationId}"/>:
            /// {Words.AnyOf(endings.Succeeded)} means success, {failure}, and every other one, known or not, that it is still running.
            /// Unless the caller says otherwise, a wait takes {Words.MaxWait(endings.MaxWaitTime)}.
            /// </remarks>
            """);
        foreach (TypeParameterModel parameter in operation.Client.TypeParameters)
        {
            writer.Write($"""/// <typeparam name="{parameter.Name.TrimStart('@')}">As in <see cref="{operation.Client.DocumentationId}"/>.</typeparam>""");
        }
    }

    private static void WriteMonitor(SourceWriter writer, OperationModel operation)
    {
        MonitorModel endings = operation.Endings;
        writer.Write($$"""
            /// <summary>What every operation of this kind shares: its endings, the bounds of the pauses between polls, and the longest wait.</summary>
            public static global::LongRun.StatusMonitor StatusMonitor { get; } = new({{Words.Literal(operation.Name)}})
            """);
        using (writer.Open("};"))
        {
            writer.Write($"""
                Succeeded = [{string.Join(", ", endings.Succeeded.Select(Words.Literal))}],
                Failed = [{string.Join(", ", endings.Failed.Select(Words.Literal))}],
                """);
            WriteTexts(writer, "Running", operation.Reading.Status.KnownTexts.Except(endings.Succeeded).Except(endings.Failed));
            WriteTexts(writer, "WebhookEvents", endings.WebhookEvents);
            writer.Write($"""
                MinDelay = {Words.TimeSpan(endings.MinDelay)},
                MaxDelay = {Words.TimeSpan(endings.MaxDelay)},
                SignalledDelay = {Words.TimeSpan(endings.SignalledDelay)},
                MaxWaitTime = {Words.TimeSpan(endings.MaxWaitTime)},
                """);
        }
    }

    private static void WriteTexts(SourceWriter writer, string name, IEnumerable<string> texts)
    {
        string list = string.Join(", ", texts.Select(Words.Literal));
        if (list.Length > 0)
        {
            writer.Write($"{name} = [{list}],");
        }
    }

    private static void WriteRetrieve(SourceWriter writer, OperationModel operation)
    {
        string call = $"_client.{operation.Method.Name}({string.Join(", ", operation.Method.Arguments)})";
        string head = $"protected override {{0}}global::System.Threading.Tasks.Task<{operation.Result}> RetrieveAsync(global::System.Threading.CancellationToken cancellationToken) =>";
        writer.Write("""

            /// <inheritdoc/>
            """);
        if (!operation.Method.MayReturnNull)
        {
            writer.Write(head.Replace("{0}", ""));
            writer.Write($"    {call}{(operation.Method.ReturnsValueTask ? ".AsTask()" : "")};");
            return;
        }

        writer.Write(head.Replace("{0}", "async "));
        writer.Write($"    await {call}.ConfigureAwait(false)");
        writer.Write($"    ?? throw new global::System.InvalidOperationException({Words.Literal($"The answer of {operation.Method.Name} is empty.")});");
    }

    private static void WriteRead(SourceWriter writer, OperationModel operation)
    {
        ReadingModel reading = operation.Reading;
        writer.Write($"""

            /// <inheritdoc/>
            protected override global::LongRun.OperationReading Read({operation.Result} value) => new()
            """);
        using (writer.Open("};"))
        {
            if (reading.Status.Items is null)
            {
                WriteMember(writer, "Status", reading.Status, "status");
                WriteMember(writer, "FailureReason", reading.FailureReason, "reason");
            }
            else
            {
                writer.Write($"Status = {ItemsEmitter.Status(reading, operation.Endings)},");
                if (reading.FailureReason is { } reason)
                {
                    writer.Write($"FailureReason = {ItemsEmitter.FailureReason(reason)},");
                }
            }

            WriteMember(writer, "Percentage", reading.Percentage, "percentage");
            WriteMember(writer, "RemainingSeconds", reading.RemainingSeconds, "seconds");
            WriteMember(writer, "EstimatedCompletion", reading.EstimatedCompletion, "completion");
            WriteMember(writer, "ExpiresAt", reading.ExpiresAt, "expiry");
        }

        ReadingEmitter.WriteMethods(writer, reading.Status, reading.FailureReason, reading.EstimatedCompletion, reading.ExpiresAt, operation.FinalResult?.Id);
    }

    private static void WriteMember(SourceWriter writer, string name, MemberReading? reading, string local)
    {
        if (reading is not null)
        {
            writer.Write($"{name} = {ReadingEmitter.Expression(reading, local)},");
        }
    }
}
