using LongRun.Analyzers.Contracts;
using LongRun.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LongRun.CodeFixes.Waiting.Edits;

/// <summary>The local that a loop keeps a job, or only its status, in; and the statement that asks for it.</summary>
internal sealed class JobVariable
{
    private JobVariable(ILocalSymbol local, bool isStatus, StatementSyntax statement)
    {
        Local = local;
        IsStatus = isStatus;
        Statement = statement;
    }

    internal ILocalSymbol Local { get; }

    /// <summary>Whether it holds the status only.</summary>
    internal bool IsStatus { get; }

    /// <summary>The statement, of a block of the loop, that gives the local what the status call answered.</summary>
    internal StatementSyntax Statement { get; }

    /// <summary>Finds what a call's answer is kept in.</summary>
    /// <returns><see langword="null"/> where it is kept in no local, or in one by a statement that does more.</returns>
    internal static JobVariable? Of(ContractCall call)
    {
        IOperation value = call.Call;
        string path = "";
        while (true)
        {
            switch (value.Parent)
            {
                case IAwaitOperation or IConversionOperation or IParenthesizedOperation:
                    value = value.Parent;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "ToString" } step when step.Instance == value:
                    value = step;
                    continue;
                case IPropertyReferenceOperation { Property.Name: "Result" } result when MemberPath.Awaited(call.Call.TargetMethod).Equals(result.Type, SymbolEqualityComparer.Default):
                    value = result;
                    continue;
                case IPropertyReferenceOperation member when member.Instance == value:
                    path = path.Length == 0 ? member.Property.Name : path + "." + member.Property.Name;
                    value = member;
                    continue;
            }

            break;
        }

        bool isStatus = path == call.Monitor?.Status || path == call.Monitor?.Status + ".Value";
        if (path.Length > 0 && !isStatus)
        {
            return null;
        }

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Syntax.Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } }
                => new JobVariable(local, isStatus, statement),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation { Syntax: ExpressionStatementSyntax statement } }
                => new JobVariable(local.Local, isStatus, statement),
            _ => null,
        };
    }

    /// <summary>What a condition is known to be about the local under a scenario.</summary>
    internal FlowValue ValueIn(MonitorContract? monitor) => FlowValue.Of(IsStatus ? Atom.Status(monitor) : Atom.Job(monitor, monitor?.Status ?? ""));
}
