using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;

namespace LongRun.Generators.Parsing;

/// <summary>Reads where the result of a job lies.</summary>
internal sealed class ResultParser(Compilation compilation, AttributeData attribute, ProblemList problems, JobCallParser calls)
{
    /// <param name="answer">Type of the status answer.</param>
    /// <param name="idParameter">Name of the status method's parameter for the id.</param>
    /// <returns>The place; <see langword="null"/> where the whole answer is the result, or a mistake was reported.</returns>
    public ResultModel? Parse(ITypeSymbol answer, string idParameter)
    {
        if (attribute.Text("Result") is { } path)
        {
            MemberPath? member = MemberPath.Resolve(compilation, answer, "value", path, trustsAnnotations: true, out string? fault);
            if (fault is not null)
            {
                problems.Add(ProblemKind.PathNotResolved, attribute, path, fault);
            }

            return member is null ? null : new ResultModel(TypeText.OfNotNull(member.Type), path, member.Access, member.MayBeNull, null);
        }

        MemberReading? id = null;
        if (attribute.Text("ResultId") is { } idPath)
        {
            id = new ReadingParser(compilation, problems, attribute).Text(answer, "value", idPath, []);
            if (id is null)
            {
                return null;
            }
        }

        if (calls.Parse("ResultMethod", idParameter, id is null ? "Id" : ResultModel.IdLocal) is not { } call)
        {
            return null;
        }

        if (call.Answer is null or { TypeKind: TypeKind.Error })
        {
            return call.Answer is null ? Fail(call.Method.Name) : null;
        }

        return new ResultModel(TypeText.OfNotNull(call.Answer.Unwrap()), "", "", call.Method.MayReturnNull || !SymbolEqualityComparer.Default.Equals(call.Answer, call.Answer.Unwrap()), call.Method)
        {
            Id = id,
            IdPath = id is null ? "" : attribute.Text("ResultId")!,
        };
    }

    private ResultModel? Fail(string name)
    {
        problems.Add(ProblemKind.JobCallNotUsable, attribute, attribute.Text(0) ?? "", "ResultMethod", name, "it answers nothing");
        return null;
    }
}
