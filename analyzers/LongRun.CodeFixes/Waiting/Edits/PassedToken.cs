using LongRun.Analyzers;
using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Waiting.Loops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>Passes the token in scope to the calls of a loop, or to a wait.</summary>
internal static class PassedToken
{
    internal static CodeEdit? To(SemanticModel? model, PollingLoop loop, Contract contract) => model is null ? null : To(
        model,
        loop.Place.Statement,
        loop.Operations().OfType<IInvocationOperation>().Where(i => CallRoles.Of(contract, i).AsksForStatus || i.TargetMethod is { Name: "Delay" or "WaitForNextTickAsync", ContainingType.Name: "Task" or "TimeProviderTaskExtensions" or "PeriodicTimer" }));

    internal static CodeEdit? To(SemanticModel? model, ContractCall wait) => model is null ? null : To(model, wait.Call.Syntax, [wait.Call]);

    private static CodeEdit? To(SemanticModel model, SyntaxNode place, IEnumerable<IInvocationOperation> calls)
    {
        if (TokenInScope.At(model, place.SpanStart) is not { } token)
        {
            return null;
        }

        TextChange[] changes = calls.Select(c => TokenInScope.PassTo(c, token)).Where(static c => c is not null).Select(static c => c!.Value).ToArray();
        return changes.Length == 0 ? null : new CodeEdit("PassToken", $"Pass '{token}'", changes);
    }
}
