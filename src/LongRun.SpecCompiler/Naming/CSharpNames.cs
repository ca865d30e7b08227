using System.Globalization;
using System.Text;

namespace LongRun.SpecCompiler.Naming;

/// <summary>Turns names of the document into names of C#. Every C# name is decided here and nowhere else.</summary>
public static class CSharpNames
{
    /// <summary>C# name of the parameter that takes the body of a request.</summary>
    public const string BodyParameter = "request";

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint",
        "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    private static readonly string[] MembersOfEveryClass =
        ["AdditionalProperties", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Finalize", "Validate"];

    /// <summary>Members that every object has, the one that keeps unknown members, and the one that judges the others.</summary>
    public static IReadOnlyCollection<string> TakenByEveryType => MembersOfEveryClass;

    /// <summary>Name of a type, member or method: <c>index_id</c> gives <c>IndexId</c>, <c>_id</c> gives <c>Id</c>.</summary>
    /// <param name="name">The document's name.</param>
    /// <returns>The C# name.</returns>
    /// <remarks>A name all in capitals is read as words: <c>IN_PROGRESS</c> gives <c>InProgress</c>.</remarks>
    public static string Pascal(string name)
    {
        if (name.Length > 2 && !name.Any(char.IsLower))
        {
            name = name.ToLowerInvariant();
        }

        var text = new StringBuilder(name.Length);
        bool first = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                first = true;
                continue;
            }

            // "marengo2.6" must not become the same as "marengo26".
            if (first && char.IsDigit(c) && text.Length > 0 && char.IsDigit(text[^1]))
            {
                text.Append('_');
            }

            text.Append(first ? char.ToUpper(c, CultureInfo.InvariantCulture) : c);
            first = false;
        }

        if (text.Length == 0)
        {
            return "Value";
        }

        return char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }

    /// <summary>Name of a listed value: as <see cref="Pascal"/>, but <c>COMPLETE</c> gives <c>Complete</c>.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The C# name.</returns>
    public static string PascalValue(string value) =>
        Pascal(value.Any(char.IsLower) ? value : value.ToLowerInvariant());

    /// <summary>Name of a parameter: <c>task_id</c> gives <c>taskId</c>.</summary>
    /// <param name="name">The document's name.</param>
    /// <returns>The C# name, without an <c>@</c>.</returns>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        int upper = 0;
        while (upper < pascal.Length && char.IsUpper(pascal[upper]))
        {
            upper++;
        }

        // "IDCard" gives "idCard": the last capital of a run begins the next word.
        int lower = upper <= 1 || upper == pascal.Length ? upper : upper - 1;
        return pascal[..lower].ToLowerInvariant() + pascal[lower..];
    }

    /// <summary>Names of the members of one type, each different from the others and from what C# forbids there.</summary>
    /// <param name="type">C# name of the type.</param>
    /// <param name="names">The document's names.</param>
    /// <returns>The C# name of each.</returns>
    public static IReadOnlyDictionary<string, string> Members(string type, IEnumerable<string> names) =>
        Unique(names, Pascal, [.. TakenByEveryType, type]);

    /// <summary>Different C# names for different names of the document.</summary>
    /// <param name="names">The document's names.</param>
    /// <param name="convert">Turns one name.</param>
    /// <param name="taken">C# names that are not free.</param>
    /// <param name="comparer">When two C# names are the same; as C# sees it unless given.</param>
    /// <returns>The C# name of each.</returns>
    public static IReadOnlyDictionary<string, string> Unique(IEnumerable<string> names, Func<string, string> convert, IEnumerable<string> taken, StringComparer? comparer = null)
    {
        var used = new HashSet<string>(taken, comparer ?? StringComparer.Ordinal);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            string wanted = convert(name);
            string free = wanted;
            for (int n = tried.GetValueOrDefault(wanted, 2); !used.Add(free); n++)
            {
                free = n == 2 && !given.Contains(wanted) ? wanted + "Value" : wanted + n.ToString(CultureInfo.InvariantCulture);
                tried[wanted] = n;
            }

            result[name] = free;
            given.Add(free);
        }

        return result;
    }

    /// <summary>The name as source text: keywords get their <c>@</c>.</summary>
    /// <param name="name">The C# name.</param>
    /// <returns>The source text.</returns>
    public static string Escaped(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A text as a C# string literal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The literal, with its quotes.</returns>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }
}
