using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Jobs;

/// <summary>The path of a thing that has an id: <c>/embed/tasks/{task_id}</c>, or what is said of it, <c>/embed/tasks/{task_id}/status</c>.</summary>
internal sealed class JobPath
{
    private JobPath(string collection, string parameter, string rest)
    {
        Collection = collection;
        Parameter = parameter;
        Rest = rest;
    }

    /// <summary>Path of all such things.</summary>
    public string Collection { get; }

    /// <summary>Name of the parameter that takes the id.</summary>
    public string Parameter { get; }

    /// <summary>What follows the id; empty for the thing itself.</summary>
    public string Rest { get; }

    /// <summary>Path of the thing itself.</summary>
    public string Item => $"{Collection}/{{{Parameter}}}";

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Its parts, or <see langword="null"/> if it has not exactly one hole, or more than a word after it.</returns>
    public static JobPath? Of(string path)
    {
        string[] segments = path.TrimEnd('/').Split('/');
        int at = Array.FindIndex(segments, static segment => segment.StartsWith('{') && segment.EndsWith('}') && segment.Length > 2);
        bool one = segments.Count(static segment => segment.Contains('{', StringComparison.Ordinal)) == 1;
        return at > 1 && one && at >= segments.Length - 2
            ? new JobPath(string.Join('/', segments[..at]), segments[at][1..^1], at == segments.Length - 1 ? "" : segments[^1])
            : null;
    }

    /// <summary>A name for such a thing: the last two words of its path, of one thing and not of many.</summary>
    /// <returns>The name, in PascalCase.</returns>
    public string Name()
    {
        List<string> words = Collection.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static word => !IsVersion(word)).ToList();
        if (words.Count == 0)
        {
            return "Job";
        }

        string last = CSharpNames.Pascal(One(words[^1]));
        return words.Count == 1 ? last : CSharpNames.Pascal(words[^2]) + last;
    }

    private static bool IsVersion(string word) => word is "api" or "rest" || (word.Length is > 1 and < 9 && word[0] == 'v' && char.IsDigit(word[1]));

    private static string One(string word) => word switch
    {
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
        _ when word.EndsWith("ses", StringComparison.Ordinal) && word.EndsWith("yses", StringComparison.Ordinal) => word[..^2] + "is",
        _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
