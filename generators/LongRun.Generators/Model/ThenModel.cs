namespace LongRun.Generators.Model;

/// <summary>The job that follows another.</summary>
/// <param name="Name">Name of its start, or of its operation where nobody starts it: <c>Then{Name}</c>.</param>
/// <param name="SecondType">Its class, as code.</param>
/// <param name="SecondResult">Type of its status answer.</param>
/// <param name="SecondName">Name of its operation.</param>
/// <param name="IsStarted">Whether it is started, and does not simply have the first one's id.</param>
/// <param name="Parameters">What the caller gives: the start's parameters, and the members of its request, that the first job does not give.</param>
/// <param name="Arguments">What the start is given, each by name.</param>
/// <param name="Value">Name of the first job's answer.</param>
/// <param name="Token">Name of the token.</param>
/// <param name="TokenParameter">Name of the start's parameter for it.</param>
internal sealed record ThenModel(
    string Name,
    string SecondType,
    string SecondResult,
    string SecondName,
    bool IsStarted,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<ThenArgument> Arguments,
    string Value,
    string Token,
    string TokenParameter);
