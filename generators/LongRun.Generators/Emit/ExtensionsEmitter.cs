using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints the extension methods of a client.</summary>
internal static class ExtensionsEmitter
{
    public static EmittedFile Emit(ClientModel client)
    {
        SourceWriter writer = SourceWriter.Begin(client.Type.Namespace);
        writer.Write($"""
            /// <summary>Starts, resumes and waits for the long-running operations of <see cref="{client.Type.DocumentationId}"/>.</summary>
            {SourceWriter.GeneratedCode}
            {client.Type.Accessibility} static class {client.ExtensionClass}
            """);
        using (writer.Open())
        {
            bool first = true;
            foreach (StartModel start in client.Starts)
            {
                Separate();
                StartEmitter.WriteStart(writer, client.Type, start);
                Separate();
                StartEmitter.WriteStartAndWait(writer, client.Type, start);
            }

            foreach (OperationModel operation in client.Operations)
            {
                Separate();
                WriteResume(writer, operation);
            }

            void Separate()
            {
                if (!first)
                {
                    writer.Write("");
                }

                first = false;
            }
        }

        return writer.End(SourceWriter.FileName(client.Type, client.ExtensionClass));
    }

    public static void WriteTypeParameters(SourceWriter writer, ClientType client)
    {
        foreach (TypeParameterModel parameter in client.TypeParameters)
        {
            writer.Write($"""/// <typeparam name="{parameter.Name.TrimStart('@')}">As in <see cref="{client.DocumentationId}"/>.</typeparam>""");
        }
    }

    private static void WriteResume(SourceWriter writer, OperationModel operation)
    {
        ClientType client = operation.Client;
        string typeArguments = Words.TypeArguments(client.TypeParameters);
        string id = Identifier.Escape(operation.ResumeParameter);
        string receiver = operation.ResumeParameter == "client" || operation.Parents.Contains("client") ? "client_" : "client";
        string parents = string.Concat(operation.Parents.Select(static parent => $"string {Identifier.Escape(parent)}, "));
        string whole = operation.Parents.Count == 0 ? id : $"global::LongRun.OperationId.Join({string.Join(", ", operation.Parents.Select(Identifier.Escape).Append(id))})";
        writer.Write($"""/// <summary>Picks up a job of the kind {operation.Name} that was started earlier, perhaps by another process. Calls nothing yet.</summary>""");
        WriteTypeParameters(writer, client);
        writer.Write($"""
            /// <param name="{receiver}">The client that the status calls go through.</param>
            """);
        foreach (string parent in operation.Parents)
        {
            writer.Write($"""/// <param name="{parent}">What the job is a part of, as the server names it.</param>""");
        }

        writer.Write($"""
            /// <param name="{operation.ResumeParameter}">{operation.ResumeParameterText ?? "The job's id, as the server gave it."}</param>
            /// <returns>A handle on the job. Unless the caller says otherwise, a wait takes {Words.MaxWait(operation.Endings.MaxWaitTime)} from then on.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="{receiver}"/> is <see langword="null"/>.</exception>
            /// <exception cref="global::System.ArgumentException"><paramref name="{operation.ResumeParameter}"/> is <see langword="null"/> or empty.</exception>
            """);
        WriteAttributes(writer, operation.Attributes);
        writer.Write($"{operation.Accessibility} static {operation.TypeName}{typeArguments} Resume{operation.Name}{typeArguments}(this {client.Reference} {receiver}, {parents}{operation.ResumeParameterAttributes}string {id})");
        OperationEmitter.WriteConstraints(writer, client.TypeParameters);
        using (writer.Open())
        {
            writer.Write($"""
                global::System.ArgumentNullException.ThrowIfNull({receiver});
                return new {operation.TypeName}{typeArguments}({receiver}, {whole});
                """);
        }

        writer.Write($"""

            /// <summary>Picks up a job of the kind {operation.Name} from the token of an earlier handle, perhaps of another process. Calls nothing yet.</summary>
            """);
        WriteTypeParameters(writer, client);
        writer.Write($"""
            /// <param name="client">The client that the status calls go through.</param>
            /// <param name="token">The earlier handle's token.</param>
            /// <returns>A handle on the job. Unless the caller says otherwise, a wait takes {Words.MaxWait(operation.Endings.MaxWaitTime)} from then on.</returns>
            /// <exception cref="global::System.ArgumentNullException"><paramref name="client"/> is <see langword="null"/>.</exception>
            /// <exception cref="global::System.ArgumentException"><paramref name="token"/> is empty, or names a job of another kind.</exception>
            """);
        WriteAttributes(writer, operation.Attributes);
        writer.Write($"{operation.Accessibility} static {operation.TypeName}{typeArguments} Resume{operation.Name}{typeArguments}(this {client.Reference} client, global::LongRun.OperationToken token)");
        OperationEmitter.WriteConstraints(writer, client.TypeParameters);
        using (writer.Open())
        {
            writer.Write($"""
                global::System.ArgumentNullException.ThrowIfNull(client);
                return new {operation.TypeName}{typeArguments}(client, token);
                """);
        }
    }

    public static void WriteAttributes(SourceWriter writer, IEnumerable<string> attributes)
    {
        foreach (string attribute in attributes)
        {
            writer.Write($"[{attribute}]");
        }
    }
}
