using LongRun;

namespace TwelveLabs;

/// <summary>How many videos are uploaded at once, and how it is kept track of.</summary>
public sealed class UploadManyOptions
{
    private readonly int _maxConcurrency = 25;
    private readonly TimeSpan _settlingTime = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Most uploads at once, those included whose result was not taken yet: at least 1. Default: 25, what the platform's
    /// developer plan runs at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxConcurrency));
            _maxConcurrency = value;
        }
    }

    /// <summary>
    /// Where progress is kept. <see langword="null"/>, the default: a <see cref="FileUploadJournal"/> called
    /// <c>twelvelabs-{index id}.uploads.jsonl</c> in the current folder. One that is given is not disposed of.
    /// </summary>
    public IUploadJournal? Journal { get; init; }

    /// <summary>
    /// How long a create whose answer was lost may still be under way on the server: zero or more. 30 seconds unless set.
    /// Only when it has not turned up in the list for so long is the create sent again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan SettlingTime
    {
        get => _settlingTime;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(SettlingTime));
            _settlingTime = value;
        }
    }

    /// <summary>How the tasks are watched: time limit, requests per second, progress, clock. <see langword="null"/>, the default: as <see cref="OperationWatcherOptions"/> has it.</summary>
    public OperationWatcherOptions? Watch { get; init; }
}
