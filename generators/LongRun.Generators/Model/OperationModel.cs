namespace LongRun.Generators.Model;

/// <summary>One kind of operation: a status method with what its attribute says.</summary>
/// <param name="Client">The client that the status method belongs to.</param>
/// <param name="Name">Name of the operation; also the monitor's name in tokens.</param>
/// <param name="TypeName">Name of the emitted class, without type parameters.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Result">Type of the status answer.</param>
/// <param name="Method">How the status method is called.</param>
/// <param name="Endings">Statuses and times.</param>
/// <param name="Reading">What is read out of an answer.</param>
/// <param name="ResumeParameter">Name of the parameter that takes the id.</param>
/// <param name="ResumeParameterAttributes">Attributes that it carries on, as code; empty or with a space at the end.</param>
/// <param name="ResumeParameterText">Documentation of that parameter, as XML; <see langword="null"/> where there is none.</param>
/// <param name="Attributes">Attributes that the emitted members carry on from the status method.</param>
/// <param name="List">How many are watched with one call; <see langword="null"/> where the contract names no list.</param>
internal sealed record OperationModel(
    ClientType Client,
    string Name,
    string TypeName,
    string Accessibility,
    string Result,
    MethodModel Method,
    MonitorModel Endings,
    ReadingModel Reading,
    string ResumeParameter,
    string ResumeParameterAttributes,
    string? ResumeParameterText,
    EquatableArray<string> Attributes,
    ListModel? List)
{
    /// <summary>Names of the status method's parameters for what the job is a part of; its id then holds them too.</summary>
    public EquatableArray<string> Parents { get; init; }

    /// <summary>How the server is asked to cancel a job; <see langword="null"/> where the contract names no method for it.</summary>
    public MethodModel? Cancel { get; init; }

    /// <summary>The job that follows; <see langword="null"/> where none does.</summary>
    public ThenModel? Then { get; init; }

    /// <summary>Where the result lies; <see langword="null"/> where it is the whole answer of success.</summary>
    public ResultModel? FinalResult { get; init; }
}
