using System.Collections.Frozen;

namespace TwelveLabs.Simulator.Catalogue;

/// <summary>
/// The YouTube of the simulator. A few ids have a part to play; every other well-formed id (11 characters of
/// <c>A–Z a–z 0–9 _ -</c>) is a video of 40 s to 25 min that is fine for all engines, always the same for the same id.
/// </summary>
public static class VideoCatalogue
{
    /// <summary>18:02 min, 1280x720: the video of the demo.</summary>
    public const string Demo = "LongRunDemo";

    /// <summary>5:12.48 min, 1920x1080: a length that is no whole number of seconds.</summary>
    public const string Harbour = "HarbourFilm";

    /// <summary>29:50.5 min, 3840x2160: nearly the longest that Pegasus takes, in the highest resolution.</summary>
    public const string Lighthouse = "Lighthouse4";

    /// <summary>8 min, 640x360: the lowest resolution.</summary>
    public const string Kites = "KiteLesson_";

    /// <summary>Exactly 30 s, 1280x720: the shortest that Pegasus takes.</summary>
    public const string ShortestForPegasus = "TinyClip30s";

    /// <summary>1 h, 1920x1080: fine for Marengo; an index with Pegasus fails it (over 30 min).</summary>
    public const string TooLongForPegasus = "OneHourTalk";

    /// <summary>3 h: fails in every index (over 2 h).</summary>
    public const string TooLong = "ThreeHours_";

    /// <summary>10 s: fine for Marengo; an index with Pegasus fails it (under 30 s).</summary>
    public const string TooShortForPegasus = "TenSeconds_";

    /// <summary>3 s: fails in every index (under 4 s).</summary>
    public const string TooShort = "ThreeSecond";

    /// <summary>Its owner forbids embedding: fails.</summary>
    public const string NotEmbeddable = "NotEmbedded";

    /// <summary>Private: fails.</summary>
    public const string Private = "PrivateClip";

    /// <summary>Removed by its owner: fails.</summary>
    public const string Deleted = "DeletedClip";

    /// <summary>No sound track: fails in an index with <c>conversation</c>, is fine in others.</summary>
    public const string Silent = "SilentVideo";

    /// <summary>256x144: fails (resolution too low).</summary>
    public const string LowResolution = "Pixels_144p";

    /// <summary>7680x4320: fails (resolution too high).</summary>
    public const string HighResolution = "EightK_4320";

    /// <summary>2160x720, three to one: fails (aspect ratio).</summary>
    public const string TooWide = "UltraWide3x";

    /// <summary>Passes validation and fails while being indexed.</summary>
    public const string FailsWhileIndexing = "IndexFails_";

    /// <summary>Stays <c>queued</c> for ever.</summary>
    public const string NeverEnds = "StuckQueued";

    /// <summary>Passes through the undocumented status <c>optimizing</c> before <c>indexing</c>, then becomes <c>ready</c>.</summary>
    public const string UndocumentedStatus = "OddStatus__";

    private static readonly (int Width, int Height)[] Resolutions = [(640, 360), (854, 480), (1280, 720), (1920, 1080)];
    private static readonly string[] Openings = ["A Short History of", "Inside", "How to Repair", "The Quiet Life of", "Notes on", "Ten Minutes with", "What I Learned from", "Building"];
    private static readonly string[] Subjects = ["Lighthouses", "Sourdough", "Paper Planes", "Night Trains", "Tide Pools", "Mechanical Clocks", "Mountain Bees", "Harbour Cranes", "Old Maps", "Stone Walls", "Glass Marbles", "Canal Boats"];

    private static readonly FrozenDictionary<string, SimulatedVideo> Entries = new Dictionary<string, SimulatedVideo>(StringComparer.Ordinal)
    {
        [Demo] = Video("The Patience of Machines: A Talk About Waiting", 1082),
        [Harbour] = Video("A Morning in the Harbour", 312.48) with { Width = 1920, Height = 1080 },
        [Lighthouse] = Video("Four Lighthouses in One Evening", 1790.5) with { Width = 3840, Height = 2160 },
        [Kites] = Video("Kites for Beginners", 480) with { Width = 640, Height = 360 },
        [ShortestForPegasus] = Video("Half a Minute of Rain", 30),
        [TooLongForPegasus] = Video("An Hour About Bridges", 3600) with { Width = 1920, Height = 1080 },
        [TooLong] = Video("Three Hours of a Fireplace", 10800),
        [TooShortForPegasus] = Video("Ten Seconds of a Sneezing Goat", 10),
        [TooShort] = Video("Blink", 3),
        [NotEmbeddable] = Video("Only to Be Seen at Home", 240) with { CannotBeFetched = "The owner of the video does not allow it to be embedded." },
        [Private] = Video("Family Only", 240) with { CannotBeFetched = "The video is private." },
        [Deleted] = Video("No Longer Here", 240) with { CannotBeFetched = "The video is unavailable." },
        [Silent] = Video("Snow Without a Sound", 180) with { HasAudio = false },
        [LowResolution] = Video("Filmed with a Potato", 120) with { Width = 256, Height = 144 },
        [HighResolution] = Video("Every Grain of Sand", 120) with { Width = 7680, Height = 4320 },
        [TooWide] = Video("The Whole Horizon", 120) with { Width = 2160, Height = 720 },
        [FailsWhileIndexing] = Video("The Film That Broke the Projector", 600) with { FailsWhileIndexing = "Video indexing has failed. Please try again." },
        [NeverEnds] = Video("Waiting for a Ferry", 600) with { NeverEnds = true },
        [UndocumentedStatus] = Video("A Detour Through the Hills", 600) with { UndocumentedStatus = "optimizing" },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids with a part to play, and their videos.</summary>
    public static IReadOnlyDictionary<string, SimulatedVideo> WellKnown => Entries;

    /// <summary>The video behind an id.</summary>
    /// <param name="videoId">A well-formed YouTube id (11 characters).</param>
    /// <returns>A well-known video, or the one that is always made up for this id.</returns>
    public static SimulatedVideo Find(string videoId) => Entries.TryGetValue(videoId, out SimulatedVideo? known) ? known : MakeUp(videoId);

    /// <summary>The address of a video, in the form people copy from a browser.</summary>
    /// <param name="videoId">A YouTube id.</param>
    /// <returns><c>https://www.youtube.com/watch?v=…</c></returns>
    public static string UrlOf(string videoId) => $"https://www.youtube.com/watch?v={videoId}";

    private static SimulatedVideo MakeUp(string videoId)
    {
        (int width, int height) = Pick(Resolutions, videoId + "/resolution");
        double duration = Math.Round(StableHash.Between(videoId + "/duration", 40, 1500), 2);
        return Video($"{Pick(Openings, videoId + "/opening")} {Pick(Subjects, videoId + "/subject")}", duration) with { Width = width, Height = height };
    }

    private static T Pick<T>(T[] items, string key) => items[StableHash.Of(key) % (ulong)items.Length];

    private static SimulatedVideo Video(string title, double duration) =>
        new() { Title = title, Channel = "Simulated Films", DurationSeconds = duration, SizeBytes = (long)(duration * 250_000) };
}
