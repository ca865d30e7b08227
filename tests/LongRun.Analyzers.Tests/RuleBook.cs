using System.Reflection;
using LongRun.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LongRun.Analyzers.Tests;

/// <summary>All rules there are, found and not listed.</summary>
internal static class RuleBook
{
    internal static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>(typeof(ContractAnalyzer).Assembly);

    internal static IReadOnlyList<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>(typeof(ReplaceValueCodeFix).Assembly);

    internal static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. Analyzers.SelectMany(static a => a.SupportedDiagnostics).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal)];

    /// <summary>The type that holds the descriptor in a static field: its name is the stem of fix and tests.</summary>
    internal static Type StemOf(string id) => Assert.Single(
        typeof(ContractAnalyzer).Assembly.GetTypes(),
        type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Any(f => f.FieldType == typeof(DiagnosticDescriptor) && ((DiagnosticDescriptor)f.GetValue(null)!).Id == id));

    private static T[] Create<T>(Assembly assembly) =>
        [.. assembly.GetTypes().Where(static t => t is { IsAbstract: false } && typeof(T).IsAssignableFrom(t)).Select(static t => (T)Activator.CreateInstance(t)!)];
}
