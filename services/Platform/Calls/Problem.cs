namespace Gms.Platform;

/// <summary>One reason for which a call is refused. Services keep theirs in one file, Problems.cs.</summary>
/// <param name="Code">Stable, capitals and underscores, unique in the whole registry, never reused.</param>
/// <param name="Message">What is wrong, in one sentence; never a person's data that the caller did not send.</param>
/// <param name="Field">Path of the proto field at fault, in proto spelling; null when no single field is.</param>
/// <param name="Remedy">What the caller can do about it.</param>
/// <param name="Source">The law or document behind the rule; null when the rule is the registry's own.</param>
public sealed record Problem(string Code, string Message, string? Field = null, string? Remedy = null, string? Source = null);
