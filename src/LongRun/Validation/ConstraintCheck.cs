using System.Globalization;
using LongRun.Constraints;

namespace LongRun.Validation;

/// <summary>Collects what of a request does not fit what the document says. For one check, on one thread.</summary>
/// <remarks>
/// Judges with the rules that the analyzers judge constants with, so that both say the same of the same value. Only broken
/// rules count: a URL whose form is merely not listed, and what is said of media, is advice and no violation.
/// <see langword="null"/> is not judged; that something is required is what its type says.
/// </remarks>
public sealed class ConstraintCheck
{
    // As deep as System.Text.Json writes; a request that holds itself is its mistake to report.
    private const int DeepestMember = 64;

    private readonly List<ConstraintViolation> _violations = [];
    private string _path = "";
    private int _depth;

    /// <summary>What does not fit, in the order in which it was found.</summary>
    public IReadOnlyList<ConstraintViolation> Violations => _violations;

    /// <summary>Checks one request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Everything that does not fit; empty where all does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<ConstraintViolation> Of(IConstrained request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var check = new ConstraintCheck();
        request.Check(check);
        return check.Violations;
    }

    /// <summary>Throws if anything was found.</summary>
    /// <exception cref="ConstraintViolationException">Something does not fit; it lists everything.</exception>
    public void ThrowIfViolated()
    {
        if (_violations.Count > 0)
        {
            throw new ConstraintViolationException(_violations);
        }
    }

    /// <summary>Judges a URL.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself, such as an item.</param>
    /// <param name="url">The URL.</param>
    /// <param name="rule">The rule.</param>
    public void Url(string member, string? url, UrlRule rule) =>
        JudgeText(member, url, rule, static (rule, url, subject) => rule.Judge(url, subject) is { IsViolation: true } verdict ? verdict.Message : null);

    /// <summary>Judges a URL as it was written, which is also how it is sent.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="url">The URL.</param>
    /// <param name="rule">The rule.</param>
    public void Url(string member, Uri? url, UrlRule rule) => Url(member, url?.OriginalString, rule);

    /// <summary>Judges a text.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="rule">The rule.</param>
    public void Text(string member, string? text, TextRule rule) =>
        JudgeText(member, text, rule, static (rule, text, subject) => rule.Judge(text, subject));

    /// <summary>Judges the text of a URL.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="url">The URL.</param>
    /// <param name="rule">The rule.</param>
    public void Text(string member, Uri? url, TextRule rule) => Text(member, url?.OriginalString, rule);

    /// <summary>Judges a text by a closed list.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="rule">The rule.</param>
    public void AllowedText(string member, string? text, AllowedTextsRule rule) =>
        JudgeText(member, text, rule, static (rule, text, subject) => rule.Judge(text, subject));

    /// <summary>Judges a number.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="number">The number.</param>
    /// <param name="rule">The rule.</param>
    public void Number(string member, double? number, NumberRule rule) =>
        JudgeValue(member, number, rule, static (rule, number, subject) => rule.Judge(number, subject));

    /// <inheritdoc cref="Number(string, double?, NumberRule)" />
    public void Number(string member, float? number, NumberRule rule) =>
        JudgeValue(member, number, rule, static (rule, number, subject) => rule.Judge(number, subject));

    /// <inheritdoc cref="Number(string, double?, NumberRule)" />
    public void Number(string member, long? number, NumberRule rule) =>
        JudgeValue(member, number, rule, static (rule, number, subject) => rule.Judge((double)number, subject));

    /// <inheritdoc cref="Number(string, double?, NumberRule)" />
    public void Number(string member, decimal? number, NumberRule rule) =>
        JudgeValue(member, number, rule, static (rule, number, subject) => rule.Judge((double)number, subject));

    /// <summary>Judges a duration.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="duration">The duration; <see cref="Timeout.InfiniteTimeSpan"/> fits.</param>
    /// <param name="rule">The rule.</param>
    public void Duration(string member, TimeSpan? duration, DurationRule rule) =>
        JudgeValue(member, duration, rule, static (rule, duration, subject) => rule.Judge(duration, subject));

    /// <summary>Judges a duration that is written as ISO 8601 has it; a text that is none is not judged.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="duration">The text.</param>
    /// <param name="rule">The rule.</param>
    public void Duration(string member, string? duration, DurationRule rule) =>
        JudgeText(member, duration, rule, static (rule, duration, subject) => rule.Judge(duration, subject));

    /// <summary>Judges a duration.</summary>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="seconds">The duration, in seconds.</param>
    /// <param name="rule">The rule.</param>
    public void Duration(string member, double? seconds, DurationRule rule) =>
        JudgeValue(member, seconds, rule, static (rule, seconds, subject) => rule.Judge(seconds, subject));

    /// <inheritdoc cref="Duration(string, double?, DurationRule)" />
    public void Duration(string member, float? seconds, DurationRule rule) =>
        JudgeValue(member, seconds, rule, static (rule, seconds, subject) => rule.Judge(NumberRule.AsWritten(seconds), subject));

    /// <inheritdoc cref="Duration(string, double?, DurationRule)" />
    public void Duration(string member, long? seconds, DurationRule rule) =>
        JudgeValue(member, seconds, rule, static (rule, seconds, subject) => rule.Judge((double)seconds, subject));

    /// <inheritdoc cref="Duration(string, double?, DurationRule)" />
    public void Duration(string member, decimal? seconds, DurationRule rule) =>
        JudgeValue(member, seconds, rule, static (rule, seconds, subject) => rule.Judge((double)seconds, subject));

    /// <summary>Judges how many items there are, and whether one occurs again.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="items">The items.</param>
    /// <param name="rule">The rule.</param>
    public void Items<T>(string member, IReadOnlyCollection<T>? items, ItemsRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (items is null)
        {
            return;
        }

        Add(member, rule.JudgeCount(items.Count, isComplete: true, At(member)), items);
        if (!rule.UniqueItems)
        {
            return;
        }

        // What repeats is said once, however often it does. In a tuple, because null is no key.
        var seen = new HashSet<ValueTuple<T>>();
        var said = new HashSet<ValueTuple<T>>();
        foreach (T item in items)
        {
            if (!seen.Add(new(item)) && said.Add(new(item)))
            {
                string shown = item is null ? "null" : Quoted.Text(Convert.ToString(item, CultureInfo.InvariantCulture) ?? "");
                Add(member, ItemsRule.Repeated(shown, At(member)), item);
            }
        }
    }

    /// <summary>Checks what an object holds.</summary>
    /// <param name="member">Name of the member; empty for the thing itself.</param>
    /// <param name="value">The object.</param>
    public void Object(string member, IConstrained? value)
    {
        if (value is not null)
        {
            Inside(At(member), () => value.Check(this));
        }
    }

    /// <summary>Checks each item of a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="items">The items.</param>
    /// <param name="check">Checks one, whose member is the empty one.</param>
    public void Each<T>(string member, IEnumerable<T>? items, Action<ConstraintCheck, T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        string path = At(member);
        int index = 0;
        foreach (T item in items ?? [])
        {
            Inside($"{path}[{index++}]", () => check(this, item));
        }
    }

    /// <summary>Checks each value of a map.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="member">Name of the member or parameter; empty for the thing itself.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="check">Checks one, whose member is the empty one.</param>
    public void EachValue<T>(string member, IEnumerable<KeyValuePair<string, T>>? values, Action<ConstraintCheck, T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        string path = At(member);
        foreach ((string name, T value) in values ?? [])
        {
            Inside($"{path}[{Quoted.Text(name)}]", () => check(this, value));
        }
    }

    private void Inside(string path, Action check)
    {
        if (_depth == DeepestMember)
        {
            return;
        }

        string outer = _path;
        _path = path;
        _depth++;
        check();
        _depth--;
        _path = outer;
    }

    private void JudgeText<TRule>(string member, string? text, TRule rule, Func<TRule, string, string, string?> judge)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (text is not null)
        {
            Add(member, judge(rule, text, At(member)), text);
        }
    }

    private void JudgeValue<TRule, T>(string member, T? value, TRule rule, Func<TRule, T, string, string?> judge)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (value is { } given)
        {
            Add(member, judge(rule, given, At(member)), given);
        }
    }

    private void Add(string member, string? message, object? value)
    {
        if (message is not null)
        {
            _violations.Add(new ConstraintViolation(At(member), message, value));
        }
    }

    private string At(string member) => member.Length == 0 ? _path : _path.Length == 0 ? member : $"{_path}.{member}";
}
