using System.Reflection;

namespace TwelveLabs.V13.Tests;

/// <summary>The vendor's document.</summary>
internal static class V13Document
{
    /// <summary>Where it is, or would be.</summary>
    public static string Path { get; } = typeof(V13Document).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "V13Document").Value!;
}
