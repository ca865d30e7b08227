using LongRun;

namespace TwelveLabs.Cli.Output;

/// <summary>Shows what a command does: to a person, to a log, or to a program.</summary>
internal interface IReporter : IFailureReporter
{
    /// <summary>Tells of a step that is done.</summary>
    /// <param name="name">Its name, for programs.</param>
    /// <param name="text">What was done, for people.</param>
    void Step(string name, string text);

    /// <summary>Shows a wait while it lasts.</summary>
    /// <typeparam name="T">Type of its result.</typeparam>
    /// <param name="wait">The wait; it is given where to report.</param>
    /// <returns>Its result.</returns>
    Task<T> WaitAsync<T>(Func<IProgress<OperationProgress>, Task<T>> wait);

    /// <summary>Shows the result.</summary>
    /// <param name="video">The result.</param>
    void Finished(VideoSummary video);
}
