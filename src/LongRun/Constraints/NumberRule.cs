// Linked into the analyzers: netstandard2.0, C# only, nothing from the rest of this project.
using System;
using System.Globalization;

namespace LongRun.Constraints;

/// <summary>Judges numbers by <c>minimum</c>, <c>maximum</c> and <c>multipleOf</c>. Immutable and safe for any number of threads.</summary>
public sealed class NumberRule
{
    // Up to here decimal can tell whether a number is a multiple; beyond, nobody asks for one.
    private const double MultipleLimit = 1e15;
    private const double SmallestMultiple = 1e-12;

    private readonly double _minimum;
    private readonly double _maximum;
    private readonly bool _minimumIsExclusive;
    private readonly bool _maximumIsExclusive;
    private readonly double _multipleOf;

    /// <summary>Takes the values of the attribute <c>NumberConstraint</c>.</summary>
    /// <param name="minimum">Smallest accepted number. Negative infinity unless given: no lower bound.</param>
    /// <param name="maximum">Largest accepted number. Positive infinity unless given: no upper bound.</param>
    /// <param name="minimumIsExclusive">Whether the minimum itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the maximum itself is refused.</param>
    /// <param name="multipleOf">Accepted numbers are whole multiples of this. 0 unless given: no such rule.</param>
    public NumberRule(
        double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity,
        bool minimumIsExclusive = false,
        bool maximumIsExclusive = false,
        double multipleOf = 0)
    {
        _minimum = minimum;
        _maximum = maximum;
        _minimumIsExclusive = minimumIsExclusive;
        _maximumIsExclusive = maximumIsExclusive;
        _multipleOf = multipleOf;
    }

    /// <summary>Judges a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="subject">What takes it, as the message says it: the name of a member or parameter.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the number fits.</returns>
    public string? Judge(double number, string subject)
    {
        if (double.IsNaN(number))
        {
            return $"NaN is no number; {subject} accepts {Range()}.";
        }

        if (number < _minimum || (_minimumIsExclusive && number == _minimum))
        {
            return $"{Write(number)} is less than {subject} accepts ({Range()}).";
        }

        if (number > _maximum || (_maximumIsExclusive && number == _maximum))
        {
            return $"{Write(number)} is more than {subject} accepts ({Range()}).";
        }

        return IsMultiple(number) ? null : $"{Write(number)} is not a multiple of {Write(_multipleOf)}, which {subject} asks for.";
    }

    /// <summary>Judges a number of single precision, as it is written: <c>0.1f</c> means 0.1 and not the nearest <see cref="float"/> to it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="subject">What takes it, as the message says it.</param>
    /// <returns>A sentence for a person; <see langword="null"/> where the number fits.</returns>
    public string? Judge(float number, string subject) => Judge(AsWritten(number), subject);

    /// <summary>The number that a text of a single-precision number means.</summary>
    internal static double AsWritten(float number) =>
        float.IsNaN(number) || float.IsInfinity(number) ? number : double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The accepted number that is nearest to one that is not.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isWhole">Whether only whole numbers can be written there.</param>
    /// <returns>The number; <see langword="null"/> where there is none, or more than one.</returns>
    public double? Nearest(double number, bool isWhole)
    {
        if (double.IsNaN(number) || Math.Abs(number) > MultipleLimit || _multipleOf > MultipleLimit)
        {
            return null;
        }

        double step = _multipleOf > SmallestMultiple ? _multipleOf : isWhole ? 1 : 0;
        double nearest = number;
        if (number <= _minimum)
        {
            nearest = _minimumIsExclusive ? _minimum + step : _minimum;
        }
        else if (number >= _maximum)
        {
            nearest = _maximumIsExclusive ? _maximum - step : _maximum;
        }
        else if (step > 0)
        {
            decimal share = (decimal)number / (decimal)step;
            nearest = share - Math.Floor(share) == 0.5m ? double.NaN : (double)(Math.Round(share) * (decimal)step);
        }

        return !double.IsNaN(nearest) && Judge(nearest, "") is null && (!isWhole || nearest == Math.Floor(nearest)) ? nearest : null;
    }

    // By way of decimal, which rounds to what was written: 0.3 is a multiple of 0.1.
    private bool IsMultiple(double number) =>
        !(_multipleOf > SmallestMultiple) || _multipleOf > MultipleLimit || Math.Abs(number) > MultipleLimit || (decimal)number % (decimal)_multipleOf == 0;

    private static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private string Range() => Bounds.Write(_minimum, _maximum, Write, _minimumIsExclusive, _maximumIsExclusive);
}
