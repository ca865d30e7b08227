namespace Benchmarks;

/// <summary>One measurement, run by its name.</summary>
internal abstract class Measurement
{
    /// <summary>Name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Measures, and checks what it measured.</summary>
    /// <param name="report">Takes the figures.</param>
    /// <exception cref="WrongAnswerException">What was measured did not do its work.</exception>
    public abstract Task RunAsync(Report report);
}
