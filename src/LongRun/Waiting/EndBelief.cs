namespace LongRun;

/// <summary>What the hints of one wait, taken together, say about when the job ends.</summary>
/// <remarks>
/// A hint is the true time left, times an error. Two kinds of error are met: one that a job keeps from hint to hint (its
/// video is harder than most), and one that each hint has anew. Nobody says which, nor how large they are; so every end that
/// is still possible is weighed by how well it explains all hints so far, with small errors or with large ones. A bias that
/// stays is so learnt within a few hints, errors that change average out, and hints that turn out to be good are trusted.
/// </remarks>
internal sealed class EndBelief
{
    // Standard deviation of the logarithm of the error that stays. Hints that are wrong by up to 60 % either way are off by
    // 0.47 (1.6 times) to 0.92 (0.4 times), which is what three deviations reach.
    private const double Bias = 0.3;

    // The time left is looked for from a fifth of the newest hint to five times it: 1.6 is beyond three deviations of most errors.
    private const double Reach = 1.6;
    private const int Steps = 64;

    // Older hints add little to these, and a hundred thousand waits keep theirs at once.
    private const int MaxHints = 12;

    private readonly List<(double At, double Logarithm)> _hints = new(MaxHints);

    // The same of the error that each hint has anew: one as large as the bias, half as much again and a third less, all as
    // likely before the first hint. None is smaller, because a time left that was exact so far may still stop for a while;
    // none is greater, because such hints would make the wait ask every few seconds and say nothing all the same.
    private static ReadOnlySpan<double> Noises => [0.2, 0.3, 0.45];

    /// <summary>When the newest hint was given, in seconds since the wait began.</summary>
    internal double NewestAt => _hints[^1].At;

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

    /// <summary>The longest pause that is, on average, at most so much too long.</summary>
    /// <param name="now">Seconds since the wait began; the job has not ended yet. Not before the newest hint.</param>
    /// <param name="lateness">The average time, in seconds, by which the pause may miss the end.</param>
    /// <returns>The pause, in seconds; zero where the job should have ended long ago.</returns>
    internal double LongestPause(double now, double lateness)
    {
        Span<double> left = stackalloc double[Steps];
        Span<double> weights = stackalloc double[Steps];
        int first = Weigh(now, left, weights);
        double total = 0;
        for (int i = first; i < Steps; i++)
        {
            total += weights[i];
        }

        // With a pause p the average lateness is the sum of w (p - r) over all times left r below p: it grows with p.
        double below = 0;
        double belowTimesLeft = 0;
        for (int i = first; i < Steps; i++)
        {
            if ((below * left[i]) - belowTimesLeft > lateness * total)
            {
                return ((lateness * total) + belowTimesLeft) / below;
            }

            below += weights[i];
            belowTimesLeft += weights[i] * left[i];
        }

        return Math.Max(left[^1], 0);
    }

    /// <summary>Weighs the ends.</summary>
    /// <param name="now">The time from which on the job may end.</param>
    /// <param name="left">Receives the times left, shortest first.</param>
    /// <param name="weights">Receives how likely each is, the likeliest with about 1.</param>
    /// <returns>The first that is not past.</returns>
    private int Weigh(double now, Span<double> left, Span<double> weights)
    {
        (double newestAt, double newest) = _hints[^1];
        ReadOnlySpan<double> noises = Noises;
        Span<(double Precision, double Shared, double Constant)> errors = stackalloc (double, double, double)[noises.Length];
        for (int k = 0; k < noises.Length; k++)
        {
            double noise = noises[k] * noises[k];
            double all = noise + (_hints.Count * Bias * Bias);
            errors[k] = (1 / (2 * noise), Bias * Bias / all, (((_hints.Count - 1) * Math.Log(noise)) + Math.Log(all)) / 2);
        }

        Span<double> logarithms = stackalloc double[Steps * noises.Length];
        double greatest = double.NegativeInfinity;
        int first = Steps;
        for (int i = Steps - 1; i >= 0; i--)
        {
            double end = newestAt + Math.Exp(newest - Reach + (2 * Reach * i / (Steps - 1)));
            left[i] = end - now;
            if (left[i] <= 0)
            {
                break;
            }

            first = i;
            double sum = 0;
            double squares = 0;
            foreach ((double at, double logarithm) in _hints)
            {
                double error = logarithm - Math.Log(end - at);
                sum += error;
                squares += error * error;
            }

            // The errors' logarithms are normal: what stays contributes the same to all, what changes to each its own.
            for (int k = 0; k < noises.Length; k++)
            {
                double weight = -((squares - (sum * sum * errors[k].Shared)) * errors[k].Precision) - errors[k].Constant;
                logarithms[(i * noises.Length) + k] = weight;
                greatest = Math.Max(greatest, weight);
            }
        }

        for (int i = first; i < Steps; i++)
        {
            weights[i] = 0;
            for (int k = 0; k < noises.Length; k++)
            {
                weights[i] += Math.Exp(logarithms[(i * noises.Length) + k] - greatest);
            }
        }

        return first;
    }
}
