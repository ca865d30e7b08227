using System.ComponentModel.DataAnnotations;
using LongRun.Annotations;
using LongRun.Constraints;
using TwelveLabs;

namespace Mistakes.ByHand;

/// <summary>Values for which there is no nearest right one.</summary>
public static class ConstraintsByHand
{
    // A playlist, not a video: LRO2003.
    public static CreateExternalProviderTaskRequest Playlist(string indexId) => new() { IndexId = indexId, Url = new Uri("https://www.youtube.com/playlist?list=PL59FEE129ADFF2B12") };

    // At least two characters: LRO2006.
    public static Tag Short() => new() { Name = "a" };

    // 'small' is not one of them: LRO2007.
    public static Tag Sized() => new() { Name = "clip", Size = "small" };

    // Fewer lines than the engine takes: LRO2009.
    public static IReadOnlyList<ConstraintViolation> Check() => VideoRequirements.Marengo.Check(new MediaFacts { Height = 240 });
}

/// <summary>A request of a client by hand, with the contract's attributes.</summary>
public sealed class Tag
{
    [TextConstraint(MinLength = 2)]
    public required string Name { get; init; }

    [AllowedValues("large", "medium")]
    public string? Size { get; init; }
}
