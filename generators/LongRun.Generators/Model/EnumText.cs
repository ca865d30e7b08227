namespace LongRun.Generators.Model;

/// <summary>An enum's member, as code, and its text on the wire.</summary>
internal sealed record EnumText(string Member, string Text);
