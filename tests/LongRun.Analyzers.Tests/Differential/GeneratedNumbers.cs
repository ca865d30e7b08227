using System.Globalization;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Numbers at, beside and far from every bound of the document, and those that are none.</summary>
internal static class GeneratedNumbers
{
    private static readonly double[] Bounds = [0, 1, 2, 10, 50, -10, -1e-5, 0.1, 0.3, 0.5, 5, 4, 7200, 1e15, 1e16, 9007199254740992, int.MaxValue, int.MinValue, long.MaxValue, 7.9e28];

    internal static Written<double> Double(Random random)
    {
        double number = random.Next(9) switch
        {
            0 => random.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1e300, -1e300, float.MaxValue),
            1 => random.OneOf(Bounds),
            2 => double.BitIncrement(random.OneOf(Bounds)),
            3 => double.BitDecrement(random.OneOf(Bounds)),
            4 => random.Next(-20, 70) / 10d,
            5 => random.Next(-2000, 6000) / 100d,
            6 => random.Next(-20, 70) * 0.1,
            7 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
            _ => (random.NextDouble() * 80) - 20,
        };
        return new Written<double>(number, Literal.Of(number));
    }

    internal static Written<float> Single(Random random)
    {
        float number = random.Next(8) switch
        {
            0 => random.OneOf(float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, float.MaxValue, float.MinValue),
            1 => (float)random.OneOf(Bounds),
            2 => float.BitIncrement((float)random.OneOf(Bounds)),
            3 => float.BitDecrement((float)random.OneOf(Bounds)),
            4 => random.Next(-200, 700) / 10f,
            5 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
            6 => random.Next(-20, 70) * 0.1f,
            _ => (random.NextSingle() * 80) - 20,
        };
        return new Written<float>(number, Literal.Of(number));
    }

    internal static Written<decimal> Decimal(Random random)
    {
        decimal number = random.Next(6) switch
        {
            0 => random.OneOf(0m, 1m, 2m, 10m, 50m, -10m, decimal.MaxValue, decimal.MinValue, 1.0000000000000000000000000001m, 0.9999999999999999999999999999m, 1.0m, 10.00m),
            1 => random.Next(-200, 700) / 10m,
            2 => random.Next(-2000, 7000) / 100m,
            3 => new decimal(random.Next(), random.Next(), random.Next(), random.Chance(0.5), (byte)random.Next(29)),
            4 => 1e-28m * random.Next(-9, 9),
            _ => (decimal)((random.NextDouble() * 80) - 20),
        };
        return new Written<decimal>(number, Literal.Of(number));
    }

    internal static Written<int> Int(Random random)
    {
        int number = random.Next(3) switch
        {
            0 => random.OneOf(0, 1, 2, 3, 9, 10, 11, 49, 50, 51, 359, 360, 2160, 2161, 4096, 4097, -1, int.MaxValue, int.MinValue),
            1 => random.Next(-20, 70),
            _ => random.Next(int.MinValue, int.MaxValue),
        };

        // As people write it: a number, a character, a sum, a cast, a hexadecimal number.
        string plain = Literal.Of(number);
        return new Written<int>(number, random.Next(6) switch
        {
            0 when number is > 'A' and < 'Z' => $"'{(char)number}'",
            1 when number > int.MinValue && number < int.MaxValue => $"({Literal.Of(number - 1)}) + 1",
            2 when number >= 0 => "0x" + number.ToString("X", CultureInfo.InvariantCulture),
            3 when Math.Abs((long)number) < 1000 => $"(int)({plain}.25d)",
            _ => plain,
        });
    }

    internal static Written<long> Long(Random random)
    {
        long number = random.Next(3) switch
        {
            0 => random.OneOf(0, 1, 2, 10, 50, 51, -1, long.MaxValue, long.MinValue, 1L << 53, (1L << 53) + 1, 2147483648, 2147483649, 2147483647, int.MaxValue + 1L),
            1 => random.Next(-20, 70),
            _ => random.NextInt64(long.MinValue, long.MaxValue),
        };
        return new Written<long>(number, Literal.Of(number));
    }
}
