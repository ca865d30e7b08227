using System.Reflection;

namespace LongRun.Testing;

/// <summary>Where this repository lies, as the build wrote it into the test program.</summary>
internal static class RepositoryFolder
{
    /// <summary>Path of a file or folder.</summary>
    /// <param name="relative">Its path in the repository.</param>
    /// <returns>Its full path.</returns>
    public static string PathOf(string relative) => Path.Combine(
        typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!,
        relative);
}
