namespace LongRun.Generators.Model;

/// <summary>One way to start an operation.</summary>
/// <param name="Name">Name of the start: <c>Start{Name}Async</c>, <c>{Name}AndWaitAsync</c>.</param>
/// <param name="Signature">Types of its parameters: two starts of one name must differ in it.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Operation">Name of the operation that it starts.</param>
/// <param name="OperationType">The operation's class, as code.</param>
/// <param name="Result">Type of the operation's status answer.</param>
/// <param name="MonitorMethod">Name of the status method.</param>
/// <param name="MaxWaitTime">Longest wait unless the caller says otherwise, in seconds.</param>
/// <param name="Method">How the raw call is called.</param>
/// <param name="TypeParameters">The raw call's type parameters.</param>
/// <param name="Parameters">The raw call's parameters, without cancellation tokens.</param>
/// <param name="Id">The job's id in the answer.</param>
/// <param name="IdPath">The path as the attribute says it, for the message when there is none.</param>
/// <param name="Names">Names that do not collide with those of the parameters.</param>
/// <param name="Attributes">Attributes that the emitted methods carry on from the raw call.</param>
internal sealed record StartModel(
    string Name,
    string Signature,
    string Accessibility,
    string Operation,
    string OperationType,
    string Result,
    string MonitorMethod,
    double MaxWaitTime,
    MethodModel Method,
    EquatableArray<TypeParameterModel> TypeParameters,
    EquatableArray<ParameterModel> Parameters,
    MemberReading Id,
    string IdPath,
    StartNames Names,
    EquatableArray<string> Attributes)
{
    /// <summary>The start's own arguments that are parts of the job's id, as code.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>Type of the operation's result; <see langword="null"/> where that is the status answer.</summary>
    public string? FinalResult { get; init; }

    /// <summary>Whether the answer says how long to wait before the first look.</summary>
    public bool TellsFirstDelay { get; init; }

    /// <summary>The idempotency key; <see langword="null"/> where the call may be sent once only.</summary>
    public KeyModel? Key { get; init; }
}
