using LongRun.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LongRun.Generators;

/// <summary>What the generator says about mistakes in a contract. The rest of the contract is generated all the same.</summary>
internal static class ContractDiagnostics
{
    private const string Category = "LongRun.Contract";

    private const string HelpPage = "https://github.com/longrun/longrun/blob/main/generators/LongRun.Generators/README.md";

    private static readonly DiagnosticDescriptor MonitorNotFound = new(
        "LROG001", "The monitor does not exist", "'{0}' is no method of {1} with [OperationMonitor]; {2}. Name the status method with nameof(...).", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog001");

    private static readonly DiagnosticDescriptor MonitorAmbiguous = new(
        "LROG002", "The monitor is ambiguous", "{1} has several methods '{0}' with [OperationMonitor], so a start cannot say which one it means. Annotate one of them only.", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog002");

    private static readonly DiagnosticDescriptor PathNotResolved = new(
        "LROG003", "The member path does not resolve", "The path '{0}' does not resolve: {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog003");

    private static readonly DiagnosticDescriptor TypeNotReadable = new(
        "LROG004", "The member is of a type that cannot be read", "The path '{0}' leads to a value of type {1}, which cannot be read as {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog004");

    private static readonly DiagnosticDescriptor ReturnTypeNotUsable = new(
        "LROG005", "The return type does not fit an operation", "'{0}' cannot take part in an operation: {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog005");

    private static readonly DiagnosticDescriptor NameTaken = new(
        "LROG006", "The name is used twice", "'{0}' would be emitted twice in {1}. Give one of the two another name; only the first is emitted.", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog006");

    private static readonly DiagnosticDescriptor IdParameterNotUsable = new(
        "LROG007", "The status method does not take the id", "The parameter of '{0}' for the job's id, '{1}', {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog007");

    private static readonly DiagnosticDescriptor ParameterNotUsable = new(
        "LROG008", "A parameter has no place in an operation", "'{0}' cannot take part in an operation because of '{1}': {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog008");

    private static readonly DiagnosticDescriptor NameNotIdentifier = new(
        "LROG009", "The name is not an identifier", "'{0}' cannot be part of a C# name. Use letters and digits, in PascalCase.", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog009");

    private static readonly DiagnosticDescriptor NotReachable = new(
        "LROG010", "Emitted code cannot reach the client", "'{0}' is private, protected or local to a file, so emitted code cannot use it. Make it internal or public.", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog010");

    private static readonly DiagnosticDescriptor EndingsNotUsable = new(
        "LROG011", "The statuses do not say when the job ends", "The monitor '{0}' cannot end: {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog011");

    private static readonly DiagnosticDescriptor TimeOutOfRange = new(
        "LROG012", "The time is out of range", "{0} is {1}; it must be {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog012");

    private static readonly DiagnosticDescriptor StatusNeverSeen = new(
        "LROG013", "The status is not a member of its enum", "No member of '{1}' stands for the status '{0}', so the wait never sees it. Add the member, or name the text on the wire with [JsonStringEnumMemberName].", Category, DiagnosticSeverity.Warning, true, helpLinkUri: HelpPage + "#lrog013");

    private static readonly DiagnosticDescriptor ProfileNotUsable = new(
        "LROG014", "The media profile cannot be emitted", "The media profile '{0}' is left out: {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog014");

    private static readonly DiagnosticDescriptor ListNotUsable = new(
        "LROG015", "The list cannot be watched", "No watcher is emitted for '{0}', because its list '{1}' cannot be used: {2}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: HelpPage + "#lrog015");

    private static readonly DiagnosticDescriptor JobCallNotUsable = new(
        "LROG016", "The call cannot be made for a job", "The {1} of '{0}', '{2}', cannot be called for a job: {3}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog016");

    private static readonly DiagnosticDescriptor KeyNotFillable = new(
        "LROG017", "The idempotency key cannot be filled", "A start whose answer was lost is not repeated by '{0}', because its idempotency key '{1}' cannot be filled: {2}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: HelpPage + "#lrog017");

    private static readonly DiagnosticDescriptor ChainNotUsable = new(
        "LROG018", "The jobs cannot be chained", "'{1}' cannot follow the job of '{0}': {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: HelpPage + "#lrog018");

    public static Diagnostic Create(Problem problem) => Diagnostic.Create(DescriptorOf(problem.Kind), LocationOf(problem.Place), problem.Arguments.ToArray<object>());

    private static DiagnosticDescriptor DescriptorOf(ProblemKind kind) => kind switch
    {
        ProblemKind.MonitorNotFound => MonitorNotFound,
        ProblemKind.MonitorAmbiguous => MonitorAmbiguous,
        ProblemKind.PathNotResolved => PathNotResolved,
        ProblemKind.TypeNotReadable => TypeNotReadable,
        ProblemKind.ReturnTypeNotUsable => ReturnTypeNotUsable,
        ProblemKind.NameTaken => NameTaken,
        ProblemKind.IdParameterNotUsable => IdParameterNotUsable,
        ProblemKind.ParameterNotUsable => ParameterNotUsable,
        ProblemKind.NameNotIdentifier => NameNotIdentifier,
        ProblemKind.NotReachable => NotReachable,
        ProblemKind.EndingsNotUsable => EndingsNotUsable,
        ProblemKind.TimeOutOfRange => TimeOutOfRange,
        ProblemKind.StatusNeverSeen => StatusNeverSeen,
        ProblemKind.ProfileNotUsable => ProfileNotUsable,
        ProblemKind.ListNotUsable => ListNotUsable,
        ProblemKind.JobCallNotUsable => JobCallNotUsable,
        ProblemKind.KeyNotFillable => KeyNotFillable,
        ProblemKind.ChainNotUsable => ChainNotUsable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Location LocationOf(SourcePlace place) => place.Path.Length == 0 && place.Length == 0
        ? Location.None
        : Location.Create(
            place.Path,
            new TextSpan(place.Start, place.Length),
            new LinePositionSpan(new LinePosition(place.StartLine, place.StartCharacter), new LinePosition(place.EndLine, place.EndCharacter)));
}
