namespace LongRun;

/// <summary>What the hints of one wait, taken together, say about when the job ends.</summary>
/// <remarks>
/// A hint is the true time left, times an error. Two kinds of error are met: one that a job keeps from hint to hint (its
/// video is harder than most), and one that each hint has anew. Which it is, nobody says; so both are assumed, each of the
/// same size, and every end that is still possible is weighed by how well it explains all hints so far. A bias that stays
/// is so learnt within a few hints, and errors that change average out.
/// </remarks>
internal sealed class EndBelief
{
    // Standard deviation of the logarithm of either error. Hints that are wrong by up to 60 % either way (1/1.6 to 1.6,
    // that is 0.47 in the logarithm) have both together 0.42.
    private const double Error = 0.3;

    // The time left is looked for from a fifth of the newest hint to five times it: three and a half deviations and more.
    private const double Reach = 1.6;
    private const int Steps = 64;

    // Older hints add little to these, and a hundred thousand waits keep theirs at once.
    private const int MaxHints = 12;

    private readonly List<(double At, double Logarithm)> _hints = new(MaxHints);

    /// <summary>Takes a hint.</summary>
    /// <param name="at">When it was given, in seconds since the wait began; never less than for the hint before.</param>
    /// <param name="left">The time left that it tells of, in seconds; more than zero.</param>
    internal void Add(double at, double left)
    {
        if (_hints.Count == MaxHints)
        {
            _hints.RemoveAt(0);
        }

        _hints.Add((at, Math.Log(left)));
    }

    /// <summary>The longest pause after the newest hint that is, on average, at most so much too long.</summary>
    /// <param name="lateness">The average time, in seconds, by which the pause may miss the end.</param>
    /// <returns>The pause, in seconds.</returns>
    internal double LongestPause(double lateness)
    {
        (double now, double newest) = _hints[^1];
        Span<double> left = stackalloc double[Steps];
        Span<double> weights = stackalloc double[Steps];
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < Steps; i++)
        {
            left[i] = Math.Exp(newest - Reach + (2 * Reach * i / (Steps - 1)));
            weights[i] = LogarithmOfWeight(now + left[i]);
            greatest = Math.Max(greatest, weights[i]);
        }

        double total = 0;
        for (int i = 0; i < Steps; i++)
        {
            weights[i] = Math.Exp(weights[i] - greatest);
            total += weights[i];
        }

        // With a pause p the average lateness is the sum of w (p - r) over all times left r below p: it grows with p.
        double below = 0;
        double belowTimesLeft = 0;
        for (int i = 0; i < Steps; i++)
        {
            if ((below * left[i]) - belowTimesLeft > lateness * total)
            {
                return ((lateness * total) + belowTimesLeft) / below;
            }

            below += weights[i];
            belowTimesLeft += weights[i] * left[i];
        }

        return left[^1];
    }

    // The errors' logarithms are normal: what stays contributes the same to all, what changes to each its own.
    private double LogarithmOfWeight(double end)
    {
        double sum = 0;
        double squares = 0;
        foreach ((double at, double logarithm) in _hints)
        {
            double error = logarithm - Math.Log(end - at);
            sum += error;
            squares += error * error;
        }

        return -(squares - (sum * sum / (_hints.Count + 1))) / (2 * Error * Error);
    }
}
