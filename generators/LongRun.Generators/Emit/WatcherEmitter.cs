using System.Globalization;
using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints the watcher of an operation that can be listed.</summary>
internal static class WatcherEmitter
{
    // For a list that takes no size and says none: rounds are only planned by it.
    private const int UsualPage = 10;

    public static EmittedFile? Emit(OperationModel operation)
    {
        if (operation.List is not { } list)
        {
            return null;
        }

        string type = operation.Name + "Watcher";
        string typeArguments = Words.TypeArguments(operation.Client.TypeParameters);
        SourceWriter writer = SourceWriter.Begin(operation.Client.Namespace);
        writer.Write($"""
            /// <summary>Watches many jobs of the kind {operation.Name} at once: through <see cref="{list.Method.DocumentationId}"/>, and one by one those that it does not show.</summary>
            /// <remarks>Make one and keep it: all its waits share one budget of requests. It costs nothing while nothing is watched.</remarks>
            """);
        foreach (TypeParameterModel parameter in operation.Client.TypeParameters)
        {
            writer.Write($"""/// <typeparam name="{parameter.Name.TrimStart('@')}">As in <see cref="{operation.Client.DocumentationId}"/>.</typeparam>""");
        }

        writer.Write(SourceWriter.GeneratedCode);
        ExtensionsEmitter.WriteAttributes(writer, operation.Attributes);
        writer.Write($"{operation.Accessibility} sealed partial class {type}{typeArguments} : global::LongRun.OperationWatcher<{operation.Result}>");
        OperationEmitter.WriteConstraints(writer, operation.Client.TypeParameters);
        using (writer.Open())
        {
            writer.Write($$"""
                private readonly {{operation.Client.Reference}} _client;

                /// <summary>Creates a watcher.</summary>
                /// <param name="client">The client that its calls go through.</param>
                /// <param name="options">How to watch; <see langword="null"/>: as <see cref="global::LongRun.OperationWatcherOptions"/> has it.</param>
                /// <exception cref="global::System.ArgumentNullException"><paramref name="client"/> is <see langword="null"/>.</exception>
                public {{type}}({{operation.Client.Reference}} client, global::LongRun.OperationWatcherOptions? options = null)
                    : base({{operation.TypeName}}{{typeArguments}}.StatusMonitor, options)
                {
                    global::System.ArgumentNullException.ThrowIfNull(client);
                    _client = client;
                }

                /// <inheritdoc/>
                protected override int PageSize => {{(list.PageSize ?? UsualPage).ToString(CultureInfo.InvariantCulture)}};

                /// <inheritdoc/>
                protected override global::LongRun.Operation<{{operation.Result}}> Resume(string id) => new {{operation.TypeName}}{{typeArguments}}(_client, id);

                """);
            if (list.IsRecentFirst)
            {
                writer.Write("""
                    /// <inheritdoc/>
                    protected override bool IsRecentFirst => true;

                    """);
            }

            WriteList(writer, list);
            ReadingEmitter.WriteMethods(writer, list.Id, list.Status);
        }

        return writer.End(SourceWriter.FileName(operation.Client, type, operation.Client.TypeParameters.Count));
    }

    private static void WriteList(SourceWriter writer, ListModel list)
    {
        string last = !list.HasPages ? "true" : list.PageSize is { } size ? $"count < {size.ToString(CultureInfo.InvariantCulture)}" : "count == 0";
        string status = list.Status is null ? "null" : ReadingEmitter.Expression(list.Status, "status");
        writer.Write($$"""
            /// <inheritdoc/>
            protected override async global::System.Threading.Tasks.Task<global::LongRun.ListedPage> ListAsync(int page, global::System.Threading.CancellationToken cancellationToken)
            {
                var answer = await _client.{{list.Method.Name}}({{string.Join(", ", list.Method.Arguments)}}).ConfigureAwait(false);
                var listed = new global::System.Collections.Generic.List<global::LongRun.ListedOperation>();
                int count = 0;
                if ({{list.Items}} is { } items)
                {
                    foreach (var item in items)
                    {
                        count++;
                        if ({{ReadingEmitter.Expression(list.Id, "text")}} is { } id)
                        {
                            listed.Add(new global::LongRun.ListedOperation(id, {{status}}));
                        }
                    }
                }

                return new global::LongRun.ListedPage(listed, IsLast: {{last}});
            }
            """);
    }
}
