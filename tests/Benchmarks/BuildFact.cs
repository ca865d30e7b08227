using System.Reflection;

namespace Benchmarks;

/// <summary>What only the build of this program knows: paths of the SDK, of packages, and of what it built beside.</summary>
internal static class BuildFact
{
    /// <summary>A fact, by its key in the project file.</summary>
    public static string Of(string key) =>
        typeof(BuildFact).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
