using LongRun;

namespace TwelveLabs.Cli.Output;

/// <summary>Lines of text, for a pipe or a log.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="error">Takes the line that says why there is no result.</param>
internal sealed class PlainReporter(TextWriter output, TextWriter error) : IReporter
{
    /// <inheritdoc />
    public void Step(string name, string text) => output.WriteLine(text);

    /// <inheritdoc />
    public Task<T> WaitAsync<T>(Func<IProgress<OperationProgress>, Task<T>> wait) =>
        wait(new ImmediateProgress(progress => output.WriteLine("  " + DisplayText.Of(progress).TrimEnd())));

    /// <inheritdoc />
    public void Finished(VideoSummary video)
    {
        foreach ((string name, string value) in DisplayText.Rows(video))
        {
            output.WriteLine($"{name + ":",-12}{value}");
        }
    }

    /// <inheritdoc />
    public void Failed(JobFailure failure) => error.WriteLine(failure.Message);
}
