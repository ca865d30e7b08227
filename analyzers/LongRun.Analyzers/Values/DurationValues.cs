using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.Analyzers.Values;

/// <summary>Durations: <c>new TimeSpan(…)</c> and the factories of <see cref="TimeSpan"/>.</summary>
internal static class DurationValues
{
    internal static KnownValue? Created(IObjectCreationOperation creation, int depth, CancellationToken cancellationToken)
    {
        if (creation.Arguments.Length == 0)
        {
            return KnownValue.OfDuration(creation.Syntax, TimeSpan.Zero);
        }

        return Sum(creation.Arguments, static name => Seconds(name), depth, cancellationToken) is { } span ? KnownValue.OfDuration(creation.Syntax, span) : null;
    }

    /// <summary><c>FromSeconds(90)</c>, and the newer <c>FromHours(1, minutes: 30)</c>.</summary>
    internal static KnownValue? Factory(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        if (!call.TargetMethod.Name.StartsWith("From", StringComparison.Ordinal) || call.Arguments.Length == 0)
        {
            return null;
        }

        // The only parameter of the older ones is called value.
        string unit = call.TargetMethod.Name.Substring("From".Length).ToLowerInvariant();
        return Sum(call.Arguments, name => Seconds(name == "value" ? unit : name), depth, cancellationToken) is { } span ? KnownValue.OfDuration(call.Syntax, span) : null;
    }

    /// <summary><c>TotalSeconds</c> and its like, of a known duration.</summary>
    internal static KnownValue? Total(IPropertyReferenceOperation total, int depth, CancellationToken cancellationToken) =>
        total.Property.Name.StartsWith("Total", StringComparison.Ordinal)
        && Seconds(total.Property.Name.Substring("Total".Length).ToLowerInvariant()) is { } unit
        && ValueEvaluator.Evaluate(total.Instance, depth, cancellationToken)?.Duration is { } span
            ? KnownValue.OfNumber(total.Syntax, span.TotalSeconds / unit)
            : null;

    /// <summary>A duration of so many seconds; <see langword="null"/> where no <see cref="TimeSpan"/> holds it.</summary>
    internal static TimeSpan? FromSeconds(double seconds)
    {
        if (double.IsNaN(seconds))
        {
            return null;
        }

        double ticks = Math.Round(seconds * TimeSpan.TicksPerSecond);
        return ticks >= long.MaxValue || ticks <= long.MinValue ? null : new TimeSpan((long)ticks);
    }

    private static double? Seconds(string unit) => unit switch
    {
        "days" => 86400,
        "hours" => 3600,
        "minutes" => 60,
        "seconds" => 1,
        "milliseconds" => 1e-3,
        "microseconds" => 1e-6,
        "ticks" => 1e-7,
        _ => null,
    };

    private static TimeSpan? Sum(IEnumerable<IArgumentOperation> arguments, Func<string, double?> secondsOf, int depth, CancellationToken cancellationToken)
    {
        double sum = 0;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { } parameter
                || secondsOf(parameter.Name) is not { } unit
                || ValueEvaluator.Evaluate(argument.Value, depth, cancellationToken)?.Number is not { } count)
            {
                return null;
            }

            sum += count * unit;
        }

        return FromSeconds(sum);
    }
}
