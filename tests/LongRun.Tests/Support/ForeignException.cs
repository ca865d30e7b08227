namespace LongRun.Tests.Support;

/// <summary>An exception of a type that the runtime has never heard of.</summary>
internal sealed class ForeignException() : Exception("foreign");
