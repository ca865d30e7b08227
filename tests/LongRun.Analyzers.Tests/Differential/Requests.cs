extern alias runtime;

using Constrained;
using runtime::LongRun.Constraints;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Puts values into requests, in the ways in which people write that, and asks the requests.</summary>
/// <param name="random">Chooses the way.</param>
internal sealed class Requests(Random random)
{
    private int _locals;

    /// <summary>A value that goes to a member of the generated request.</summary>
    internal Case Sample<T>(string member, string type, Written<T> written, Action<Sample, T> set)
    {
        var sample = new Sample();
        set(sample, written.Value);
        return new Case(Statement("Sample", "sample", member, type, written.Expression), Messages(sample.Validate()));
    }

    /// <summary>A text that goes to a member of the generated request.</summary>
    internal Case Sample(string member, string text, Action<Sample, string> set) => Sample(member, "string", new Written<string>(text, Literal.Of(text)), set);

    /// <summary>A URL that goes to a member of the generated request, as a <see cref="Uri"/>.</summary>
    internal Case Sample(string member, string url, Action<Sample, Uri> set)
    {
        string expression = $"new Uri({Literal.Of(url)}, UriKind.RelativeOrAbsolute)";
        return Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? uri)
            ? Sample(member, "Uri", new Written<Uri>(uri, expression), set)
            : new Case(Statement("Sample", "sample", member, "Uri", expression), Messages: null);
    }

    /// <summary>A value that goes to a member of a request that was written by hand.</summary>
    internal Case HandWritten<T>(string member, string type, Written<T> written, Action<HandWritten, T> set)
    {
        var own = new HandWritten();
        set(own, written.Value);
        return new Case(Statement("HandWritten", "own", member, type, written.Expression), Messages(own.Validate()));
    }

    internal static string[] Messages(IReadOnlyList<ConstraintViolation> violations) => [.. violations.Select(static violation => violation.Message).Order(StringComparer.Ordinal)];

    private string Statement(string request, string name, string member, string type, string expression) => random.Next(4) switch
    {
        0 => $"{name}.{member} = {expression};",
        1 => $"{type} kept{++_locals} = {expression}; {name}.{member} = kept{_locals};",
        2 when type is "string" or "double" or "float" or "decimal" or "int" or "long" => $"const {type} Kept{++_locals} = {expression}; {name}.{member} = Kept{_locals};",
        _ => $"_ = new {request} {{ {member} = {expression} }};",
    };
}
