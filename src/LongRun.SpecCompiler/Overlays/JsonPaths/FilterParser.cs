using System.Text.RegularExpressions;
using LongRun.SpecCompiler.Naming;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays.JsonPaths;

/// <summary>Reads what stands in a filter of a query.</summary>
internal sealed partial class FilterParser(PathText text, JsonPathParser paths)
{
    // More than anybody writes, and shallow enough for the stack.
    private const int DeepestNesting = 64;

    // Longer ones first: '<' begins '<='.
    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];
    private static readonly string[] Functions = ["length", "count", "value", "match", "search"];

    private int _depth;

    public LogicalExpression Parse()
    {
        if (++_depth > DeepestNesting)
        {
            throw text.Wrong($"the filter is nested more than {DeepestNesting} deep");
        }

        var alternatives = new List<LogicalExpression>();
        do
        {
            alternatives.Add(ParseAnd());
            text.SkipBlanks();
        }
        while (text.TryTake("||"));

        _depth--;
        return alternatives is [var only] ? only : new OrExpression(alternatives);
    }

    private LogicalExpression ParseAnd()
    {
        var parts = new List<LogicalExpression>();
        do
        {
            text.SkipBlanks();
            parts.Add(ParseBasic());
            text.SkipBlanks();
        }
        while (text.TryTake("&&"));

        return parts is [var only] ? only : new AndExpression(parts);
    }

    private LogicalExpression ParseBasic()
    {
        bool negated = text.TryTake('!');
        text.SkipBlanks();
        LogicalExpression found;
        if (text.TryTake('('))
        {
            found = Parse();
            text.Expect(')', "the parenthesis is not closed");
        }
        else
        {
            found = ParseTestOrComparison(negated);
        }

        return negated ? new NotExpression(found) : found;
    }

    private LogicalExpression ParseTestOrComparison(bool negated)
    {
        int start = text.At;
        object operand = ParseOperand();
        text.SkipBlanks();
        int at = text.At;
        if (Comparisons.FirstOrDefault(text.TryTake) is { } comparison)
        {
            if (negated)
            {
                throw new JsonPathException(start, "'!' before a comparison needs parentheses around it");
            }

            ValueExpression left = Value(operand, start);
            text.SkipBlanks();
            int right = text.At;
            return new ComparisonExpression(left, comparison, Value(ParseOperand(), right));
        }

        return operand switch
        {
            LogicalExpression logical => logical,
            FilterQuery query => new ExistenceExpression(query),
            LiteralExpression => throw new JsonPathException(at, "a literal is compared with something by ==, !=, <, <=, > or >="),
            _ => throw new JsonPathException(at, "the value of a function is compared with something by ==, !=, <, <=, > or >="),
        };
    }

    // A query, a function's value or truth, or a literal: which of them are allowed depends on what follows.
    private object ParseOperand()
    {
        int start = text.At;
        switch (text.Current)
        {
            case '@' or '$':
                bool relative = text.Current == '@';
                text.At++;
                return new FilterQuery(paths.ParseSegments(start), relative);
            case '\'' or '"':
                return new LiteralExpression(ScalarNode.Of(text.TakeString(), default));
            case '-' or (>= '0' and <= '9'):
                return ParseNumber();
        }

        while (char.IsAsciiLetterLower(text.Current) || (text.At > start && (text.Current == '_' || char.IsAsciiDigit(text.Current))))
        {
            text.At++;
        }

        string word = text.From(start);
        if (text.TryTake('('))
        {
            return ParseFunction(word, start);
        }

        return word switch
        {
            "true" => new LiteralExpression(ScalarNode.Of(true, default)),
            "false" => new LiteralExpression(ScalarNode.Of(false, default)),
            "null" => new LiteralExpression(new ScalarNode(ScalarKind.Null, "null", default)),
            _ => throw new JsonPathException(start, "a filter is made of queries that begin with '@' or '$', literals, functions and comparisons"),
        };
    }

    private LiteralExpression ParseNumber()
    {
        int start = text.At;
        while (char.IsAsciiLetterOrDigit(text.Current) || text.Current is '-' or '+' or '.')
        {
            text.At++;
        }

        string number = text.From(start);
        return Number().IsMatch(number)
            ? new LiteralExpression(new ScalarNode(ScalarKind.Number, number, default))
            : throw new JsonPathException(start, $"'{number}' is not a number");
    }

    private object ParseFunction(string name, int start)
    {
        if (++_depth > DeepestNesting)
        {
            throw text.Wrong($"the filter is nested more than {DeepestNesting} deep");
        }

        List<(object Operand, int At)> arguments = ParseArguments();
        _depth--;
        int expected = name is "match" or "search" ? 2 : 1;
        if (!Functions.Contains(name))
        {
            throw new JsonPathException(start, $"there is no function '{name}'; there are {string.Join(", ", Functions)}.{NearestName.Hint(name, Functions)}".TrimEnd('.'));
        }

        if (arguments.Count != expected)
        {
            throw new JsonPathException(start, $"'{name}' takes {expected} argument{(expected == 1 ? "" : "s")}, not {arguments.Count}");
        }

        return name switch
        {
            "length" => new LengthExpression(Value(arguments[0].Operand, arguments[0].At)),
            "count" => new CountExpression(Query(arguments[0].Operand, arguments[0].At, name)),
            "value" => new SingleValueExpression(Query(arguments[0].Operand, arguments[0].At, name)),
            _ => new PatternExpression(Value(arguments[0].Operand, arguments[0].At), Value(arguments[1].Operand, arguments[1].At), name == "match"),
        };
    }

    private List<(object Operand, int At)> ParseArguments()
    {
        var arguments = new List<(object Operand, int At)>();
        text.SkipBlanks();
        if (text.TryTake(')'))
        {
            return arguments;
        }

        do
        {
            text.SkipBlanks();
            int at = text.At;
            arguments.Add((ParseOperand(), at));
            text.SkipBlanks();
        }
        while (text.TryTake(','));

        text.Expect(')', "an argument ends with ',' or ')'");
        return arguments;
    }

    private static ValueExpression Value(object operand, int at) => operand switch
    {
        ValueExpression value => value,
        FilterQuery { IsSingular: true } query => new SingleValueExpression(query),
        FilterQuery => throw new JsonPathException(at, "the query may lead to several places, and one value is needed here"),
        _ => throw new JsonPathException(at, "this is true or false and no value, so nothing can be compared with it"),
    };

    private static FilterQuery Query(object operand, int at, string function) =>
        operand as FilterQuery ?? throw new JsonPathException(at, $"'{function}' takes a query, as in {function}(@.*)");

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
