using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a handle asks the server to cancel its job.</summary>
internal static class CancelEmitter
{
    public static void Write(SourceWriter writer, MethodModel cancel) => writer.Write($"""

        /// <summary>Asks the server to cancel the job, by <see cref="{cancel.DocumentationId}"/>.</summary>
        /// <param name="cancellationToken">Ends the call early; whether the server has taken the request is then not known.</param>
        /// <returns>A task that ends when the server has answered.</returns>
        /// <remarks>
        /// Ends no wait by itself: the status that follows does, and a server may finish the job all the same.
        /// Exceptions are the client's own.
        /// </remarks>
        public global::System.Threading.Tasks.Task CancelAsync(global::System.Threading.CancellationToken cancellationToken = default) =>
            _client.{cancel.Name}({string.Join(", ", cancel.Arguments)}){(cancel.ReturnsValueTask ? ".AsTask()" : "")};
        """);
}
