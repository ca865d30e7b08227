using System.Diagnostics;

namespace Benchmarks.Call;

/// <summary>
/// Times several subjects in many short rounds, in turn and in changing order, so that whatever slows the machine down
/// for a while slows all of them down.
/// </summary>
internal sealed class AlternatingRounds(IReadOnlyList<CallSubject> subjects, int rounds, int callsPerRound)
{
    private readonly double[][] _nanoseconds = [.. subjects.Select(_ => new double[rounds])];

    public void Run()
    {
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < subjects.Count; turn++)
            {
                // Forwards in even rounds, backwards in odd ones, and each time begun at another place.
                int step = (round % 2 == 0 ? turn : subjects.Count - 1 - turn) + (round / 2);
                int subject = step % subjects.Count;
                _nanoseconds[subject][round] = Time(subjects[subject]);
            }
        }
    }

    /// <summary>Median time of one call, in nanoseconds.</summary>
    public double Median(CallSubject subject) => MedianOf(_nanoseconds[IndexOf(subject)]);

    /// <summary>Median over all rounds of one subject's time divided by another's in the same round.</summary>
    public double MedianRatio(CallSubject subject, CallSubject other)
    {
        double[] numerators = _nanoseconds[IndexOf(subject)];
        double[] denominators = _nanoseconds[IndexOf(other)];
        return MedianOf([.. numerators.Zip(denominators, static (numerator, denominator) => numerator / denominator)]);
    }

    private static double MedianOf(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double Time(CallSubject subject)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < callsPerRound; call++)
        {
            subject.Call();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / callsPerRound;
    }

    private int IndexOf(CallSubject subject)
    {
        for (int index = 0; index < subjects.Count; index++)
        {
            if (ReferenceEquals(subjects[index], subject))
            {
                return index;
            }
        }

        throw new ArgumentException("The subject took no part.", nameof(subject));
    }
}
