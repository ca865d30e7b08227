namespace LongRun.SpecCompiler.Lint;

/// <summary>What the value of an extension, or of a key in it, has to look like.</summary>
public sealed class ValueShape
{
    /// <summary>A single value.</summary>
    public static readonly ValueShape Scalar = new() { AllowsScalar = true };

    /// <summary>A list of single values.</summary>
    public static readonly ValueShape List = new() { AllowsList = true };

    /// <summary>A list of single values, or one of them alone.</summary>
    public static readonly ValueShape Texts = new() { AllowsScalar = true, AllowsList = true };

    /// <summary>Whatever whoever reads it understands.</summary>
    public static readonly ValueShape Any = new() { AllowsScalar = true, AllowsList = true, AllowsObject = true };

    private ValueShape()
    {
    }

    /// <summary>Whether it may be a single value.</summary>
    public bool AllowsScalar { get; private init; }

    /// <summary>Whether it may be a list.</summary>
    public bool AllowsList { get; private init; }

    /// <summary>Whether it may be an object.</summary>
    public bool AllowsObject { get; private init; }

    /// <summary>The keys that an object has; <see langword="null"/> where it may have any.</summary>
    public IReadOnlyDictionary<string, ValueShape>? Keys { get; private init; }

    /// <summary>The shape of each value where the keys are names that the author chose.</summary>
    public ValueShape? Each { get; private init; }

    /// <summary>An object of known keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <returns>The shape.</returns>
    public static ValueShape Object(params (string Key, ValueShape Shape)[] keys) => new() { AllowsObject = true, Keys = Table(keys) };

    /// <summary>An object of known keys, or a single value that stands for one.</summary>
    /// <param name="keys">The keys.</param>
    /// <returns>The shape.</returns>
    public static ValueShape ScalarOrObject(params (string Key, ValueShape Shape)[] keys) =>
        new() { AllowsScalar = true, AllowsObject = true, Keys = Table(keys) };

    /// <summary>An object whose keys are names that the author chose.</summary>
    /// <param name="each">The shape of each value.</param>
    /// <returns>The shape.</returns>
    public static ValueShape Named(ValueShape each) => new() { AllowsObject = true, Each = each };

    /// <summary>How a message says what is expected.</summary>
    /// <returns>The words.</returns>
    public override string ToString()
    {
        string item = Keys is null ? "an object" : $"an object with {string.Join(", ", Keys.Keys.Select(static key => $"'{key}'"))}";
        return string.Join(" or ", new[]
        {
            AllowsScalar ? "a single value" : null,
            AllowsList ? "a list" : null,
            AllowsObject ? item : null,
        }.OfType<string>());
    }

    private static Dictionary<string, ValueShape> Table((string Key, ValueShape Shape)[] keys) =>
        keys.ToDictionary(static entry => entry.Key, static entry => entry.Shape, StringComparer.Ordinal);
}
