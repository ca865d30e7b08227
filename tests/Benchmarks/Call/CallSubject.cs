using Benchmarks.Stock;
using TwelveLabs;

namespace Benchmarks.Call;

/// <summary>One of the clients that are compared, reduced to the one call.</summary>
internal sealed class CallSubject(string name, Func<(string Id, string Status)> call)
{
    private static readonly Uri Server = new("https://api.example.com/v1.2/");

    public static CallSubject Generated { get; } = Create("generated", static http => new TwelveLabsClient(http),
        static client => client.RetrieveTaskAsync(TaskAnswers.TaskId), static task => (task.Id, task.Status.Value));

    public static CallSubject HandWritten { get; } = Create("hand-written", static http => new HandWrittenClient(http),
        static client => client.RetrieveTaskAsync(TaskAnswers.TaskId), static task => (task.Id, task.Status));

    public static CallSubject Stock { get; } = Create("stock NSwag", static http => new StockClient(http) { BaseUrl = Server.AbsoluteUri },
        static client => client.RetrieveTaskAsync(TaskAnswers.TaskId), static task => (task._id, task.Status));

    public string Name => name;

    /// <summary>Makes one call and checks the answer.</summary>
    /// <exception cref="WrongAnswerException">The answer is another than the server gave.</exception>
    public void Call()
    {
        (string id, string status) = call();
        if (id != TaskAnswers.TaskId || status != "ready")
        {
            throw new WrongAnswerException($"The {name} client answered '{id}', '{status}'.");
        }
    }

    private static CallSubject Create<TClient, TTask>(string name, Func<HttpClient, TClient> create, Func<TClient, Task<TTask>> retrieve, Func<TTask, (string, string)> read)
    {
        TClient client = create(new HttpClient(new TaskAnswers()) { BaseAddress = Server });
        return new CallSubject(name, () =>
        {
            Task<TTask> task = retrieve(client);

            // On another thread its bytes would not be counted.
            return task.IsCompleted
                ? read(task.GetAwaiter().GetResult())
                : throw new WrongAnswerException($"The {name} client did not answer on the caller's thread.");
        });
    }
}
