using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Makes an operation of a status method and its attribute.</summary>
internal sealed class MonitorParser(Compilation compilation, ClientType client, IMethodSymbol method, AttributeData attribute, ProblemList problems)
{
    // As the attribute documents them; an argument that is not given is not in the metadata.
    private const double DefaultMinDelay = 1;
    private const double DefaultMaxDelay = 120;
    private const double DefaultSignalledDelay = 600;
    private const double DefaultMaxWaitTime = 3600;

    // What a StatusMonitor accepts.
    private const double LongestDelay = 24d * 24 * 60 * 60;

    public OperationModel? Parse(CancellationToken cancellationToken)
    {
        if (attribute.Text(0) is not { } name || attribute.Text(1) is not { } idParameter || attribute.Text(2) is not { } statusPath)
        {
            return null;
        }

        if (!Identifier.IsValid(name))
        {
            problems.Add(ProblemKind.NameNotIdentifier, attribute, name);
            return null;
        }

        CallParser? call = CallParser.Parse(method, attribute, problems, answerIsReference: true);
        var parts = IdParts.Of(method, idParameter);
        EquatableArray<string>? arguments = ParseArguments(parts);
        MonitorModel? endings = ParseEndings(method.Name);
        if (call is null || arguments is null || endings is null)
        {
            return null;
        }

        ITypeSymbol answer = call.Answer.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (ParseReading(answer, statusPath, endings) is not { } reading)
        {
            return null;
        }

        DocumentationText documentation = DocumentationText.Of(method, cancellationToken);
        var jobCalls = new JobCallParser(method, attribute, problems, parts);
        return new OperationModel(
            client,
            name,
            name + "Operation",
            CallParser.Lower(client.Accessibility, call.Accessibility),
            TypeText.Of(answer),
            new MethodModel(
                Identifier.Escape(method.Name),
                method.GetDocumentationCommentId() ?? "",
                documentation.Summary,
                arguments.Value,
                call.ReturnsValueTask,
                call.Answer.NullableAnnotation == NullableAnnotation.Annotated),
            endings,
            reading,
            idParameter,
            IdAttributes(idParameter),
            documentation.Parameter(idParameter),
            AttributeText.Of(method).ToEquatableArray(),
            new ListParser(compilation, method, attribute, problems).Parse(endings.Succeeded.Concat(endings.Failed).ToArray()))
        {
            FinalResult = new ResultParser(compilation, attribute, problems, jobCalls).Parse(answer, idParameter),
            Cancel = jobCalls.Parse("CancelMethod", idParameter)?.Method,
            Parents = parts.Parents,
        };
    }

    private EquatableArray<string>? ParseArguments(IdParts parts)
    {
        string idParameter = parts.IdParameter;
        if (method.IsGenericMethod)
        {
            problems.Add(ProblemKind.ParameterNotUsable, attribute, method.Name, method.TypeParameters[0].Name, "nothing says what the type parameter is");
            return null;
        }

        if (method.Parameters.All(p => p.Name != idParameter))
        {
            string names = string.Join(", ", method.Parameters.Where(static p => !p.Type.IsCancellationToken()).Select(static p => p.Name));
            problems.Add(ProblemKind.IdParameterNotUsable, attribute, method.Name, idParameter, names.Length == 0 ? "does not exist" : "does not exist; there is " + names);
            return null;
        }

        // Where there are overloads a call without its optional arguments might be another method's.
        bool hasOverloads = method.ContainingType.GetMembers(method.Name).Length > 1;
        var arguments = new List<string>();
        bool positional = true;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string? value = null;
            if (parts.Text(parameter.Name) is { } text)
            {
                value = IdArgument.Of(parameter, text);
                if (value is null)
                {
                    problems.Add(ProblemKind.IdParameterNotUsable, attribute, method.Name, idParameter, IdArgument.Fault);
                    return null;
                }
            }
            else if (parameter.Type.IsCancellationToken())
            {
                value = "cancellationToken";
            }
            else if (parameter.IsOptional && hasOverloads)
            {
                value = DefaultValue.Of(parameter);
            }
            else if (parameter is { IsOptional: false, IsParams: false })
            {
                problems.Add(ProblemKind.ParameterNotUsable, attribute, method.Name, parameter.Name, "a status call has nothing but ids to give, and " + IdArgument.Fault.Replace("is neither", "this is neither"));
                return null;
            }

            if (value is null)
            {
                positional = false;
                continue;
            }

            arguments.Add(positional ? value : $"{Identifier.Escape(parameter.Name)}: {value}");
        }

        return arguments.ToEquatableArray();
    }

    // What is said of a text holds for the text that a resume takes; what is said of a number does not.
    private string IdAttributes(string idParameter)
    {
        IParameterSymbol parameter = method.Parameters.First(p => p.Name == idParameter);
        return parameter.Type.SpecialType == SpecialType.System_String ? ParameterParser.Attributes(parameter) : "";
    }

    private MonitorModel? ParseEndings(string methodName)
    {
        string[] succeeded = attribute.Texts("Succeeded").ToArray();
        string[] failed = attribute.Texts("Failed").ToArray();
        if (succeeded.Length == 0)
        {
            problems.Add(ProblemKind.EndingsNotUsable, attribute, methodName, "Succeeded names no status, so no job would ever be done");
            return null;
        }

        if (succeeded.FirstOrDefault(failed.Contains) is { } both)
        {
            problems.Add(ProblemKind.EndingsNotUsable, attribute, methodName, $"'{both}' is listed as success and as failure");
            return null;
        }

        double? min = Delay("MinDelaySeconds", DefaultMinDelay);
        double? max = Delay("MaxDelaySeconds", DefaultMaxDelay);
        double? signalled = Delay("SignalledDelaySeconds", DefaultSignalledDelay);
        double? wait = MaxWaitTime();
        return min is null || max is null || signalled is null || wait is null
            ? null
            : new MonitorModel(succeeded.ToEquatableArray(), failed.ToEquatableArray(), WebhookEvents(), min.Value, max.Value, signalled.Value, wait.Value);
    }

    private EquatableArray<string> WebhookEvents() =>
        new[] { attribute.Text("WebhookSucceeded"), attribute.Text("WebhookFailed") }.OfType<string>().Distinct().ToEquatableArray();

    private double? Delay(string name, double unlessSet)
    {
        double seconds = attribute.Number<double>(name) ?? unlessSet;
        if (seconds >= 0.001 && seconds <= LongestDelay)
        {
            return seconds;
        }

        problems.Add(ProblemKind.TimeOutOfRange, attribute, name, Seconds(seconds), "from 0.001 to 2073600 (24 days)");
        return null;
    }

    private double? MaxWaitTime()
    {
        double seconds = attribute.Number<double>("MaxWaitTimeSeconds") ?? DefaultMaxWaitTime;
        if (double.IsPositiveInfinity(seconds) || (seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds))
        {
            return seconds;
        }

        problems.Add(ProblemKind.TimeOutOfRange, attribute, "MaxWaitTimeSeconds", Seconds(seconds), "zero or more; double.PositiveInfinity means no limit");
        return null;
    }

    private static string Seconds(double seconds) => seconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private ReadingModel? ParseReading(ITypeSymbol answer, string statusPath, MonitorModel endings)
    {
        const string Value = "value";
        var parser = new ReadingParser(compilation, problems, attribute);
        string[] listed = endings.Succeeded.Concat(endings.Failed).ToArray();
        bool isOfItems = statusPath.Contains(ReadingParser.EachItem);
        MemberReading? status = isOfItems ? parser.TextOfItems(answer, Value, statusPath, listed) : parser.Text(answer, Value, statusPath, listed);

        // The rest is read all the same where the status is not: one build tells all that is wrong.
        MemberReading? failureReason = attribute.Text("FailureReason") is not { } reason ? null
            : isOfItems && reason.Contains(ReadingParser.EachItem) ? parser.TextOfItems(answer, Value, reason, [])
            : parser.Text(answer, Value, reason, []);
        MemberReading? percentage = parser.Number(answer, Value, attribute.Text("Percentage"), isTime: false);
        MemberReading? remaining = parser.Number(answer, Value, attribute.Text("RemainingSeconds"), isTime: true);
        MemberReading? estimated = parser.Time(answer, Value, attribute.Text("EstimatedCompletion"));
        MemberReading? expires = parser.Time(answer, Value, attribute.Text("ExpiresAt"));
        if (status is null)
        {
            return null;
        }

        if (status.Conversion == ReadingConversion.EnumText)
        {
            foreach (string ending in listed.Where(l => status.EnumTexts.All(e => e.Text != l)))
            {
                problems.Add(ProblemKind.StatusNeverSeen, attribute, ending, status.EnumType!);
            }
        }

        return new ReadingModel(status, failureReason, percentage, remaining, estimated, expires);
    }
}
