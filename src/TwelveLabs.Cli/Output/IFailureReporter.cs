namespace TwelveLabs.Cli.Output;

/// <summary>Says why a command did not reach its end.</summary>
internal interface IFailureReporter
{
    /// <summary>Says it.</summary>
    /// <param name="failure">Why.</param>
    void Failed(JobFailure failure);
}
