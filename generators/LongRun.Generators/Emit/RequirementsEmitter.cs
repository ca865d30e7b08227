using System.Globalization;
using LongRun.Generators.Model;

namespace LongRun.Generators.Emit;

/// <summary>Prints the media profiles of a client.</summary>
internal static class RequirementsEmitter
{
    private const string Profile = "global::LongRun.Constraints.MediaProfile";

    public static EmittedFile Emit(RequirementsModel requirements)
    {
        SourceWriter writer = SourceWriter.Begin(requirements.Client.Namespace);
        writer.Write($"""
            /// <summary>What media the profiles of <see cref="{requirements.Client.DocumentationId}"/> accept. Advice: the platform has the last word.</summary>
            {SourceWriter.GeneratedCode}
            {requirements.Client.Accessibility} static class VideoRequirements
            """);
        using (writer.Open())
        {
            foreach (ProfileModel profile in requirements.Profiles)
            {
                string source = profile.Source is { } text ? $" ({Words.Xml(text)})" : "";
                writer.Write($$"""
                    /// <summary>What {{profile.Name}} accepts: {{Describe(profile)}}{{source}}.</summary>
                    public static {{Profile}} {{Identifier.Escape(profile.Name)}} { get; } = new({{string.Join(", ", Arguments(profile))}});

                    """);
            }

            writer.Write($"""
                /// <summary>What every one of several profiles accepts: the narrowest of each bound.</summary>
                /// <param name="profiles">The profiles; at least one.</param>
                /// <returns>The profile. Where two exclude each other, nothing fits it.</returns>
                /// <exception cref="global::System.ArgumentNullException"><paramref name="profiles"/> or one of them is <see langword="null"/>.</exception>
                /// <exception cref="global::System.ArgumentException">There is none.</exception>
                public static {Profile} All(params {Profile}[] profiles) => {Profile}.Narrowest(profiles);
                """);
        }

        return writer.End(SourceWriter.FileName(requirements.Client, "VideoRequirements"));
    }

    private static IEnumerable<string> Arguments(ProfileModel profile)
    {
        yield return Words.Literal(profile.Name);
        foreach ((string name, string? value) in new[]
        {
            ("minDurationSeconds", Number(profile.MinDurationSeconds)),
            ("maxDurationSeconds", Number(profile.MaxDurationSeconds)),
            ("minWidth", Number(profile.MinWidth)),
            ("maxWidth", Number(profile.MaxWidth)),
            ("minHeight", Number(profile.MinHeight)),
            ("maxHeight", Number(profile.MaxHeight)),
            ("maxSizeBytes", Number(profile.MaxSizeBytes)),
            ("audioRequiredWith", profile.AudioRequiredWith is { } option ? Words.Literal(option) : null),
            ("source", profile.Source is { } source ? Words.Literal(source) : null),
        })
        {
            if (value is not null)
            {
                yield return $"{name}: {value}";
            }
        }
    }

    private static string Describe(ProfileModel profile)
    {
        string[] parts = new[]
        {
            Range("duration", Finite(profile.MinDurationSeconds) is { } least ? Words.Time(least) : null, Finite(profile.MaxDurationSeconds) is { } most ? Words.Time(most) : null),
            Range("width", Pixels(profile.MinWidth), Pixels(profile.MaxWidth)),
            Range("height", Pixels(profile.MinHeight), Pixels(profile.MaxHeight)),
            Range("size", null, profile.MaxSizeBytes is { } size ? Size(size) : null),
            profile.AudioRequiredWith is { } option ? $"an audio track with the option <c>{Words.Xml(option)}</c>" : null,
        }.OfType<string>().ToArray();
        return parts.Length == 0 ? "anything" : string.Join(", ", parts);
    }

    private static string Size(long bytes)
    {
        foreach ((string unit, long count) in new[] { ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10) })
        {
            if (bytes >= count && bytes % count == 0)
            {
                return $"{(bytes / count).ToString(CultureInfo.InvariantCulture)} {unit}";
            }
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + " bytes";
    }

    private static string? Range(string subject, string? least, string? most) => (least, most) switch
    {
        (null, null) => null,
        (null, _) => $"{subject} at most {most}",
        (_, null) => $"{subject} at least {least}",
        _ => $"{subject} {least} to {most}",
    };

    private static double? Finite(double? seconds) => seconds is { } value && !double.IsInfinity(value) ? value : null;

    private static string? Pixels(int? pixels) => pixels is { } count and not int.MaxValue ? count.ToString(CultureInfo.InvariantCulture) + " px" : null;

    private static string? Number(double? value) => value switch
    {
        null => null,
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        _ => Words.Number(value.Value),
    };

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
