using System.Globalization;

namespace TwelveLabs.Simulator.Faults;

/// <summary>The faults in force. Safe for concurrent use; a change holds from the next request on.</summary>
public sealed class FaultControl
{
    private readonly Lock _lock = new();
    private readonly List<Armed> _armed = [];
    private int _lastId;

    /// <summary>The faults in force by id, each with the number of requests it has hit.</summary>
    public IReadOnlyList<(string Id, Fault Fault, int Hits)> List
    {
        get
        {
            lock (_lock)
            {
                return [.. _armed.Select(static a => (a.Id, a.Fault, a.Hits))];
            }
        }
    }

    /// <summary>Requests hit by any fault since the start, cleared faults included.</summary>
    public int TotalHits { get; private set; }

    /// <summary>Puts a fault in force. When several hit one request, all delays add up and the first other one acts.</summary>
    /// <param name="fault">What goes wrong, and with which requests.</param>
    /// <returns>Its id, for <see cref="Remove"/>.</returns>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public string Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        fault.Validate();
        lock (_lock)
        {
            string id = (++_lastId).ToString(CultureInfo.InvariantCulture);
            _armed.Add(new Armed(id, fault));
            return id;
        }
    }

    /// <summary>Ends one fault.</summary>
    /// <param name="id">What <see cref="Add"/> returned.</param>
    /// <returns>False when there is none with this id.</returns>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            return _armed.RemoveAll(a => a.Id == id) > 0;
        }
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _armed.Clear();
        }
    }

    /// <summary>Decides what happens to one request.</summary>
    internal FaultPlan Next(string method, string path)
    {
        lock (_lock)
        {
            TimeSpan before = TimeSpan.Zero, after = TimeSpan.Zero;
            Fault? acting = null;
            foreach (Armed armed in _armed)
            {
                Fault fault = armed.Fault;
                if ((acting is not null && fault.Kind != FaultKind.Delay) || !armed.Hit(method, path))
                {
                    continue;
                }

                TotalHits++;
                if (fault.Kind != FaultKind.Delay)
                {
                    acting = fault;
                }
                else if (fault.When == FaultMoment.Before)
                {
                    before += fault.Delay;
                }
                else
                {
                    after += fault.Delay;
                }
            }

            return new(before, after, acting);
        }
    }

    private sealed class Armed(string id, Fault fault)
    {
        private readonly Random _dice = new(fault.Seed);
        private int _matches;

        public string Id => id;

        public Fault Fault => fault;

        public int Hits { get; private set; }

        public bool Hit(string method, string path)
        {
            bool matches = (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                && PathPattern.Matches(fault.Path, path);
            if (!matches || Hits >= fault.Count || ++_matches % fault.Every != 0)
            {
                return false;
            }

            if (fault.Probability < 1 && _dice.NextDouble() >= fault.Probability)
            {
                return false;
            }

            Hits++;
            return true;
        }
    }
}

/// <summary>What happens to one request.</summary>
internal readonly record struct FaultPlan(TimeSpan DelayBefore, TimeSpan DelayAfter, Fault? Acting)
{
    public bool IsNothing => Acting is null && DelayBefore == TimeSpan.Zero && DelayAfter == TimeSpan.Zero;

    /// <summary>The answer has to be held back until the platform has acted.</summary>
    public bool HoldsAnswer => DelayAfter > TimeSpan.Zero || Acting is { ActsAfter: true };
}
