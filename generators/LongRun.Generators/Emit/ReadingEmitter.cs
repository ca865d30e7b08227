using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints how a member of an answer is read.</summary>
internal static class ReadingEmitter
{
    /// <summary>The expression for a member.</summary>
    /// <param name="reading">The member.</param>
    /// <param name="local">A name for a local of the expression's own.</param>
    public static string Expression(MemberReading reading, string local)
    {
        string access = reading.Access;
        string dot = reading.EndsInNull ? "?." : ".";
        return reading.Conversion switch
        {
            ReadingConversion.None => access,
            ReadingConversion.Value => access + dot + "Value",
            ReadingConversion.Text => access + dot + "ToString()",
            ReadingConversion.InvariantText => access + dot + "ToString(null, global::System.Globalization.CultureInfo.InvariantCulture)",
            ReadingConversion.BooleanText when reading.MayBeNull => $"{access} switch {{ true => \"true\", false => \"false\", null => null }}",
            ReadingConversion.BooleanText => $"{access} ? \"true\" : \"false\"",
            ReadingConversion.EnumText when reading.MayBeNull => $"{access} is {{ }} {local} ? TextOf({local}) : null",
            ReadingConversion.EnumText => $"TextOf({access})",
            ReadingConversion.CastNumber => $"(double?){access}",
            ReadingConversion.ParseNumber =>
                $"double.TryParse({access}, global::System.Globalization.NumberStyles.Float, global::System.Globalization.CultureInfo.InvariantCulture, out double {local}) ? {local} : null",
            ReadingConversion.TotalSeconds => access + dot + "TotalSeconds",
            ReadingConversion.DateTime when reading.MayBeNull => $"{access} is {{ }} {local} ? InUtc({local}) : null",
            ReadingConversion.DateTime => $"InUtc({access})",
            ReadingConversion.ParseTime =>
                $"global::System.DateTimeOffset.TryParse({access}, global::System.Globalization.CultureInfo.InvariantCulture, global::System.Globalization.DateTimeStyles.AssumeUniversal, out global::System.DateTimeOffset {local}) ? {local} : null",
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Conversion, null),
        };
    }

    /// <summary>Prints the methods that the expressions use.</summary>
    public static void WriteMethods(SourceWriter writer, params MemberReading?[] readings)
    {
        foreach (MemberReading reading in readings.OfType<MemberReading>().Where(static r => r.Conversion == ReadingConversion.EnumText).GroupBy(static r => r.EnumType).Select(static g => g.First()))
        {
            writer.Write($"""

                // The texts on the wire; a value without a name has none.
                private static string TextOf({reading.EnumType} value) => value switch
                """);
            using (writer.Open("};"))
            {
                foreach (EnumText text in reading.EnumTexts)
                {
                    writer.Write($"{text.Member} => {Words.Literal(text.Text)},");
                }

                writer.Write("_ => value.ToString(),");
            }
        }

        if (readings.Any(static r => r is { Conversion: ReadingConversion.DateTime }))
        {
            writer.Write("""

                // A time that does not say of which zone is UTC; unlike a conversion of local time, this throws for none.
                private static global::System.DateTimeOffset InUtc(global::System.DateTime time) => new(time.Kind == global::System.DateTimeKind.Local
                    ? time.ToUniversalTime()
                    : global::System.DateTime.SpecifyKind(time, global::System.DateTimeKind.Utc));
                """);
        }
    }
}
