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

        return Sum(creation.Arguments, static name => TicksOf(name), depth, cancellationToken) is { } span ? KnownValue.OfDuration(creation.Syntax, span) : null;
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
        return Sum(call.Arguments, name => TicksOf(name == "value" ? unit : name), depth, cancellationToken) is { } span ? KnownValue.OfDuration(call.Syntax, span) : null;
    }

    /// <summary><c>TotalSeconds</c> and its like, of a known duration.</summary>
    internal static KnownValue? Total(IPropertyReferenceOperation total, int depth, CancellationToken cancellationToken) =>
        total.Property.Name.StartsWith("Total", StringComparison.Ordinal)
        && TicksOf(total.Property.Name.Substring("Total".Length).ToLowerInvariant()) is { } unit
        && ValueEvaluator.Evaluate(total.Instance, depth, cancellationToken)?.Duration is { } span
            ? KnownValue.OfNumber(total.Syntax, (double)span.Ticks / unit)
            : null;

    /// <summary>A duration of so many ticks; <see langword="null"/> where no <see cref="TimeSpan"/> holds it.</summary>
    internal static TimeSpan? FromTicks(double ticks) =>
        double.IsNaN(ticks) || ticks >= long.MaxValue || ticks <= long.MinValue ? null : new TimeSpan((long)ticks);

    private static long? TicksOf(string unit) => unit switch
    {
        "days" => TimeSpan.TicksPerDay,
        "hours" => TimeSpan.TicksPerHour,
        "minutes" => TimeSpan.TicksPerMinute,
        "seconds" => TimeSpan.TicksPerSecond,
        "milliseconds" => TimeSpan.TicksPerMillisecond,
        "microseconds" => TimeSpan.TicksPerMillisecond / 1000,
        "ticks" => 1,
        _ => null,
    };

    private static TimeSpan? Sum(IEnumerable<IArgumentOperation> arguments, Func<string, long?> ticksOf, int depth, CancellationToken cancellationToken)
    {
        double sum = 0;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { } parameter
                || ticksOf(parameter.Name) is not { } unit
                || ValueEvaluator.Evaluate(argument.Value, depth, cancellationToken)?.Number is not { } count)
            {
                return null;
            }

            // A fraction of a tick is cut off, as .NET does.
            sum += Math.Truncate(count * unit);
        }

        return FromTicks(sum);
    }
}
