namespace LongRun;

/// <summary>Chooses the pause between two status calls of a wait.</summary>
/// <remarks>
/// What it returns is clamped to the bounds of the monitor, and a time that the server asks for (<c>Retry-After</c>, the
/// reset of a rate limit) overrules it. Derive from it to write your own.
/// </remarks>
public abstract class DelayStrategy
{
    /// <summary>
    /// Goes by what the monitor reports: the time left, else the share done, else the estimated completion; where there
    /// is nothing usable, by the time that has passed, with jitter. After a failed call as <see cref="Exponential"/>. All
    /// between the monitor's bounds.
    /// </summary>
    /// <remarks>
    /// Hints may be wrong: it learns, in each wait, how far those of the job are off, and asks often only when the end is
    /// near. Where an answer leaves them out, those of the answers before still count. Of an estimate it sleeps through the
    /// first 45 %, and then pauses for 5 % of the time since the wait began.
    /// </remarks>
    public static DelayStrategy Default { get; } = new DocumentDrivenDelay(Random.Shared);

    /// <summary>Always the same pause.</summary>
    /// <param name="delay">The pause; more than zero.</param>
    /// <returns>The strategy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is zero or less.</exception>
    public static DelayStrategy Fixed(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return new FixedDelay(delay);
    }

    /// <summary>Pauses whose upper end grows with every status call, drawn evenly between the shortest pause and that end (full jitter).</summary>
    /// <param name="factor">How much the upper end grows each time; at least 1. 2 unless given.</param>
    /// <param name="initial">Upper end of the first pause, more than zero; <see langword="null"/>, the default: twice the monitor's shortest pause.</param>
    /// <returns>The strategy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static DelayStrategy Exponential(double factor = 2, TimeSpan? initial = null)
    {
        if (!(factor >= 1 && double.IsFinite(factor)))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be a number of at least 1.");
        }

        if (initial is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero, nameof(initial));
        }

        return new ExponentialDelay(factor, initial, Random.Shared);
    }

    /// <summary>Chooses the pause before the next status call.</summary>
    /// <param name="context">What is known.</param>
    /// <returns>The pause; any value is accepted and clamped to the monitor's bounds.</returns>
    /// <remarks>An exception thrown by it ends the wait.</remarks>
    public abstract TimeSpan GetNextDelay(in DelayContext context);

    /// <summary>Called once at the beginning of every wait, so that a strategy that learns can keep a memory for each wait.</summary>
    /// <returns>The strategy for this wait. Unless overridden: this one, which must then be safe for any number of waits at once.</returns>
    public virtual DelayStrategy ForWait() => this;
}
