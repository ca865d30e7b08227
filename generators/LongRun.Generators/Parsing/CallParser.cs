using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>What is common to status methods and starts: what they return, and that emitted code can call them.</summary>
internal sealed record CallParser(ITypeSymbol Answer, bool ReturnsValueTask, string Accessibility)
{
    public static CallParser? Parse(IMethodSymbol method, AttributeData attribute, ProblemList problems, bool answerIsReference)
    {
        if (TypeText.AccessibilityOf(method) is not { } accessibility)
        {
            problems.Add(ProblemKind.NotReachable, attribute, method.Name);
            return null;
        }

        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            return null;
        }

        bool isValueTask = method.ReturnType.Is("System.Threading.Tasks", "ValueTask", 1);
        if (!isValueTask && !method.ReturnType.Is("System.Threading.Tasks", "Task", 1))
        {
            problems.Add(ProblemKind.ReturnTypeNotUsable, attribute, method.Name, "it must return Task<T> or ValueTask<T>");
            return null;
        }

        ITypeSymbol answer = ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
        if (answer.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (answerIsReference && !answer.IsReferenceType)
        {
            problems.Add(ProblemKind.ReturnTypeNotUsable, attribute, method.Name, $"'{answer.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' is not known to be a class");
            return null;
        }

        return new CallParser(answer, isValueTask, accessibility);
    }

    /// <summary>Whether emitted code can hand a value to a parameter from inside a lambda.</summary>
    public static bool CanPass(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.None or RefKind.In && !parameter.Type.IsRefLikeType && parameter.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer);

    public static string Lower(string left, string right) => left == "public" ? right : left;
}
