using System.Collections.Generic;

namespace LongRun.Constraints;

/// <summary>What is known of a media file. A fact that is not known is not judged.</summary>
public sealed class MediaFacts
{
    /// <summary>Duration, in seconds; <see langword="null"/>: not known.</summary>
    public double? DurationSeconds { get; set; }

    /// <summary>Width, in pixels; <see langword="null"/>: not known.</summary>
    public int? Width { get; set; }

    /// <summary>Height, in pixels; <see langword="null"/>: not known.</summary>
    public int? Height { get; set; }

    /// <summary>Size, in bytes; <see langword="null"/>: not known.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>Whether there is an audio track; <see langword="null"/>: not known.</summary>
    public bool? HasAudio { get; set; }

    /// <summary>Options that will be used on the media, such as <c>conversation</c>; <see langword="null"/>: not known.</summary>
    public IEnumerable<string>? Options { get; set; }
}
