using LongRun.SpecCompiler.Overlays.JsonPaths;
using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.Overlays;

/// <summary>One change that an overlay makes.</summary>
/// <param name="Target">What it changes.</param>
/// <param name="TargetPosition">Where the target is written.</param>
/// <param name="Update">What is merged into each place; <see langword="null"/>: each place is removed.</param>
public sealed record OverlayAction(JsonPath Target, SourcePosition TargetPosition, Node? Update);
