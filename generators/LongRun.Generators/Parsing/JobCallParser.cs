using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Reads the calls that a monitor names for a job of which a handle knows the id only.</summary>
internal sealed class JobCallParser(IMethodSymbol monitor, AttributeData attribute, ProblemList problems, IdParts parts)
{
    /// <param name="argument">Argument of the attribute that names the method.</param>
    /// <param name="idParameter">Name of the status method's parameter for the id.</param>
    /// <param name="text">What the method takes, as code; the job's id unless given.</param>
    /// <returns>The call and what it answers; <see langword="null"/> where the attribute names none, or one that was reported.</returns>
    public JobCall? Parse(string argument, string idParameter, string? text = null)
    {
        if (attribute.Text(argument) is not { } name)
        {
            return null;
        }

        IMethodSymbol[] methods = monitor.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Where(static m => !m.IsStatic).ToArray();
        if (methods is not [var method])
        {
            return Fail(argument, name, methods.Length == 0 ? $"{monitor.ContainingType.Name} has no such method" : "there are several methods of that name");
        }

        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            return null;
        }

        bool isValueTask = ReturnsTask(method.ReturnType, "ValueTask");
        if (method.IsGenericMethod || (!isValueTask && !ReturnsTask(method.ReturnType, "Task")))
        {
            return Fail(argument, name, "it must return a task, and may not be generic");
        }

        if (TypeText.AccessibilityOf(method) is null)
        {
            return Fail(argument, name, "emitted code cannot reach it");
        }

        IParameterSymbol[] required = method.Parameters.Where(static p => p is { IsOptional: false, IsParams: false } && !p.Type.IsCancellationToken()).ToArray();
        IParameterSymbol? taker = method.Parameters.FirstOrDefault(p => p.Name == idParameter) ?? (required.Where(p => !parts.Parents.Contains(p.Name)).ToArray() is [var only] ? only : null);
        if (taker is null)
        {
            return Fail(argument, name, $"it has no parameter '{idParameter}', and not exactly one that must be given");
        }

        if (required.FirstOrDefault(p => !SymbolEqualityComparer.Default.Equals(p, taker) && !parts.Parents.Contains(p.Name)) is { } other)
        {
            return Fail(argument, name, $"there is nothing but the job's id to give, and '{other.Name}' must be given too");
        }

        if (IdArgument.Of(taker, text ?? parts.Text(parts.IdParameter)!) is not { } id)
        {
            return Fail(argument, name, $"'{taker.Name}' {IdArgument.Fault}");
        }

        var arguments = from parameter in method.Parameters
                        let value = SymbolEqualityComparer.Default.Equals(parameter, taker) ? id
                            : parameter.Type.IsCancellationToken() ? "cancellationToken"
                            : parts.Parents.Contains(parameter.Name) && parts.Text(parameter.Name) is { } part ? IdArgument.Of(parameter, part) : null
                        where value is not null
                        select $"{Identifier.Escape(parameter.Name)}: {value}";
        ITypeSymbol? answer = ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault();
        return new JobCall(
            new MethodModel(
                Identifier.Escape(method.Name),
                method.GetDocumentationCommentId() ?? "",
                null,
                arguments.ToEquatableArray(),
                isValueTask,
                answer?.NullableAnnotation == NullableAnnotation.Annotated),
            answer);
    }

    private static bool ReturnsTask(ITypeSymbol type, string name) =>
        type.Is("System.Threading.Tasks", name) || type.Is("System.Threading.Tasks", name, 1);

    private JobCall? Fail(string argument, string name, string reason)
    {
        problems.Add(ProblemKind.JobCallNotUsable, attribute, monitor.Name, argument, name, reason);
        return null;
    }

    /// <summary>A call about a job.</summary>
    /// <param name="Method">How it is made.</param>
    /// <param name="Answer">What it answers; <see langword="null"/> where it answers nothing.</param>
    internal sealed record JobCall(MethodModel Method, ITypeSymbol? Answer);
}
