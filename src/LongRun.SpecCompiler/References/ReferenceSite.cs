using LongRun.SpecCompiler.Reading;

namespace LongRun.SpecCompiler.References;

/// <summary>A place that refers to something.</summary>
/// <param name="Holder">The map that says so.</param>
/// <param name="Key">Under which name: <c>$ref</c>, or a value's in the mapping of a discriminator.</param>
/// <param name="Reference">What it says.</param>
/// <param name="Section">The section of <c>components</c> where such things are kept; empty where the thing itself has to stand.</param>
/// <param name="Within">What was written in place on the way here.</param>
internal sealed record ReferenceSite(MapNode Holder, string Key, ScalarNode Reference, string Section, Trail? Within);

/// <summary>What was written in place of a reference, and inside what.</summary>
internal sealed record Trail(MapNode Target, Trail? Within)
{
    public bool Has(MapNode target) => ReferenceEquals(Target, target) || Within?.Has(target) == true;
}
