using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Makes a start of a method that starts an operation and its attribute.</summary>
internal sealed class StartParser(Compilation compilation, ClientType client, IMethodSymbol method, AttributeData attribute, ProblemList problems)
{
    /// <param name="find">Finds the operation of a monitor; <see langword="null"/> where there is none, for which the reason is reported already.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public StartModel? Parse(Func<string, OperationModel?> find, CancellationToken cancellationToken)
    {
        if (attribute.Text(0) is not { } name || attribute.Text(1) is not { } monitor || attribute.Text(2) is not { } idPath)
        {
            return null;
        }

        if (!Identifier.IsValid(name))
        {
            problems.Add(ProblemKind.NameNotIdentifier, attribute, name);
            return null;
        }

        if (method.Parameters.FirstOrDefault(static p => !CallParser.CanPass(p)) is { } parameter)
        {
            problems.Add(ProblemKind.ParameterNotUsable, attribute, method.Name, parameter.Name, "it is passed by reference, or lives on the stack only");
            return null;
        }

        OperationModel? operation = find(monitor);
        if (CallParser.Parse(method, attribute, problems, answerIsReference: false) is not { } call)
        {
            return null;
        }

        IParameterSymbol[] parameters = method.Parameters.Where(static p => !p.Type.IsCancellationToken()).ToArray();
        StartNames names = NamesBeside(parameters);

        // The job runs by now. An exception over a null that should not be there would lose it.
        MemberReading? id = new ReadingParser(compilation, problems, attribute, trustsAnnotations: false).Text(call.Answer, names.Answer, idPath, []);
        if (id is { Conversion: ReadingConversion.EnumText or ReadingConversion.BooleanText })
        {
            problems.Add(ProblemKind.TypeNotReadable, attribute, idPath, "of a few values", "an id");
            return null;
        }

        if (id is null || operation is null)
        {
            return null;
        }

        foreach (string parent in operation.Parents)
        {
            if (!parameters.Any(p => p.Name == parent && p.Type.SpecialType == SpecialType.System_String))
            {
                problems.Add(ProblemKind.ParameterNotUsable, attribute, operation.Method.Name, parent, $"'{method.Name}' has no text of that name to give, and without it nobody finds the job again");
                return null;
            }
        }

        KeyModel? key = new KeyParser(compilation, method, attribute, problems).Parse();
        DocumentationText documentation = DocumentationText.Of(method, cancellationToken);
        string typeArguments = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(static p => Identifier.Escape(p.Name)))}>" : "";
        return new StartModel(
            name,
            string.Join(", ", parameters.Select(static p => p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))),
            CallParser.Lower(operation.Accessibility, call.Accessibility),
            operation.Name,
            TypeOf(operation),
            operation.Result,
            operation.Method.Name,
            operation.Endings.MaxWaitTime,
            new MethodModel(
                Identifier.Escape(method.Name) + typeArguments,
                method.GetDocumentationCommentId() ?? "",
                documentation.Summary,
                ParameterParser.Arguments(method, names.Token, key?.Parameter, names.Keyed),
                call.ReturnsValueTask,
                MayReturnNull: false),
            method.TypeParameters.Select(TypeText.Of).ToEquatableArray(),
            ParameterParser.Parse(parameters, KeyParser.Parameter(method), documentation),
            id,
            idPath,
            names,
            AttributeText.Of(method).Concat(operation.Attributes).Distinct().ToEquatableArray())
        {
            FinalResult = operation.FinalResult?.Type,
            Parents = operation.Parents.Select(Identifier.Escape).ToEquatableArray(),
            Key = key,
            TellsFirstDelay = call.Answer.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == ContractNames.OperationLocation,
        };
    }

    private string TypeOf(OperationModel operation)
    {
        string typeArguments = client.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", client.TypeParameters.Select(static p => p.Name))}>";
        string @namespace = client.Namespace.Length == 0 ? "" : client.Namespace + ".";
        return $"global::{@namespace}{operation.TypeName}{typeArguments}";
    }

    private static StartNames NamesBeside(IParameterSymbol[] parameters)
    {
        var taken = new HashSet<string>(parameters.Select(static p => p.Name));
        return new StartNames(Free("client"), Free("options"), Free("cancellationToken"), Free("token"), Free("answer"), Free("startedId"), Free("operation"), Free("keyed"));

        string Free(string name)
        {
            while (!taken.Add(name))
            {
                name += "_";
            }

            return name;
        }
    }
}
