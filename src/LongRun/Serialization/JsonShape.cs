using System.Text.Json;

namespace LongRun.Serialization;

/// <summary>What a JSON value of one kind looks like: how a union finds out which of its cases an answer is. Used by generated code.</summary>
/// <remarks>
/// It compares rather than validates: servers are ahead of their documents, so an object that lacks a required member may
/// still be the best match. Only another kind of value, or another value of a member that tells the cases apart, rules a case out.
/// </remarks>
public abstract class JsonShape
{
    /// <summary>The value of <see cref="Match"/> for a value that cannot be of the shape.</summary>
    public const int NoMatch = -1;

    // Of one member with the value that only this case has; above everything that the names of members can say.
    private const int ByValue = 1_000_000;

    // Of an object at all, so that what speaks against it never makes it no object.
    private const int AnObject = 100_000;

    /// <summary>Any value.</summary>
    public static JsonShape Anything { get; } = new Test(static _ => 0);

    /// <summary>A text.</summary>
    public static JsonShape Text { get; } = new Test(static value => value.ValueKind == JsonValueKind.String ? 2 : NoMatch);

    /// <summary>A text that is a date or a time.</summary>
    public static JsonShape Time { get; } = new Test(static value => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _) ? 4 : NoMatch);

    /// <summary>A text that is a UUID.</summary>
    public static JsonShape Guid { get; } = new Test(static value => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _) ? 4 : NoMatch);

    /// <summary>A whole number.</summary>
    public static JsonShape Integer { get; } = new Test(static value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? 3 : NoMatch);

    /// <summary>A number.</summary>
    public static JsonShape Number { get; } = new Test(static value => value.ValueKind == JsonValueKind.Number ? 2 : NoMatch);

    /// <summary>A truth value.</summary>
    public static JsonShape Boolean { get; } = new Test(static value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? 2 : NoMatch);

    /// <summary>One of some texts.</summary>
    /// <param name="values">The texts.</param>
    /// <returns>The shape.</returns>
    public static JsonShape ClosedText(params string[] values) =>
        new Test(value => value.ValueKind == JsonValueKind.String && values.Contains(value.GetString(), StringComparer.Ordinal) ? 5 : NoMatch);

    /// <summary>A text, often one of some.</summary>
    /// <param name="values">The known texts.</param>
    /// <returns>The shape.</returns>
    public static JsonShape OpenText(params string[] values) =>
        new Test(value => value.ValueKind != JsonValueKind.String ? NoMatch : values.Contains(value.GetString(), StringComparer.Ordinal) ? 5 : 1);

    /// <summary>A list.</summary>
    /// <param name="item">What its items look like.</param>
    /// <returns>The shape.</returns>
    public static JsonShape List(JsonShape item) => new Test(value =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return NoMatch;
        }

        // The first items tell enough, and an answer may hold thousands.
        int worst = int.MaxValue;
        foreach (JsonElement element in value.EnumerateArray().Take(8))
        {
            worst = Math.Min(worst, item.Match(element));
        }

        return worst == int.MaxValue ? 1 : worst;
    });

    /// <summary>An object.</summary>
    /// <param name="members">Names of its members.</param>
    /// <param name="required">Names of those that it needs.</param>
    /// <returns>The shape.</returns>
    public static ObjectShape Object(string[] members, string[] required) => new(members, required, []);

    /// <summary>A value of another union.</summary>
    /// <param name="shape">Gives the other's shape; not asked for before the first value is read, for unions may hold each other.</param>
    /// <returns>The shape.</returns>
    public static JsonShape Union(Func<JsonShape> shape) => new Test(value => shape().Match(value));

    /// <summary>One of the cases of a union.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>The shape.</returns>
    public static JsonShape Any(params UnionCase[] cases) => new Test(value => cases.Max(one => one.Shape.Match(value)));

    /// <summary>How well a value fits.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The more the better; <see cref="NoMatch"/> if it cannot be of the shape.</returns>
    public abstract int Match(JsonElement value);

    private sealed class Test(Func<JsonElement, int> match) : JsonShape
    {
        public override int Match(JsonElement value) => match(value);
    }

    /// <summary>What an object looks like.</summary>
    public sealed class ObjectShape : JsonShape
    {
        private readonly string[] _members;
        private readonly string[] _required;
        private readonly (string Member, string[] Values)[] _tags;

        internal ObjectShape(string[] members, string[] required, (string Member, string[] Values)[] tags)
        {
            _members = members;
            _required = required;
            _tags = tags;
        }

        /// <summary>The same, told from others by the value of a member.</summary>
        /// <param name="member">Name of the member.</param>
        /// <param name="values">The values that it can have.</param>
        /// <returns>The shape.</returns>
        public ObjectShape Where(string member, params string[] values) => new(_members, _required, [.. _tags, (member, values)]);

        /// <inheritdoc />
        public override int Match(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                return NoMatch;
            }

            int match = AnObject;
            foreach ((string member, string[] values) in _tags)
            {
                if (value.TryGetProperty(member, out JsonElement tag))
                {
                    if (!values.Contains(tag.ToString(), StringComparer.Ordinal))
                    {
                        return NoMatch;
                    }

                    match += ByValue;
                }
            }

            foreach (JsonProperty property in value.EnumerateObject())
            {
                match += _members.Contains(property.Name, StringComparer.Ordinal) ? 2 : -1;
            }

            return match - (10 * _required.Count(name => !value.TryGetProperty(name, out _)));
        }
    }
}
