using System.Globalization;

namespace LongRun.Analyzers.Tests.Differential;

/// <summary>Where random tests begin: anew in each run, or where <c>LONGRUN_SEED</c> says, to see a failure again.</summary>
internal static class Seed
{
    internal const string Variable = "LONGRUN_SEED";

    internal static int Next()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{Variable}={seed}");
        return seed;
    }
}
