namespace LongRun.Generators.Tests.Behaviour;

/// <summary>Answers from memory, one prepared answer after the other; the last one stays.</summary>
internal sealed class FakeConversionClient(params Conversion[] answers) : IConversionClient
{
    public List<string> Calls { get; } = [];

    public ConversionTicket? Ticket { get; init; } = new(7);

    public Exception? StartFault { get; init; }

    public ValueTask<ConversionTicket> PostAsync(string file, string format = "mp4", CancellationToken stop = default)
    {
        Calls.Add($"post {file} {format}");
        return StartFault is null ? new ValueTask<ConversionTicket>(Ticket!) : ValueTask.FromException<ConversionTicket>(StartFault);
    }

    public Task<Conversion> GetConversionAsync(int number, bool details = false, CancellationToken stop = default)
    {
        int looks = Calls.Count(static c => c.StartsWith("get", StringComparison.Ordinal));
        Calls.Add($"get {number} {details}");
        return Task.FromResult(answers[Math.Min(looks, answers.Length - 1)]);
    }
}
