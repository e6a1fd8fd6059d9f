namespace Gms.Platform;

/// <summary>A figure that a service tells of its own rows, for whoever watches over it (docs/operations.md). It counts and never names: no person, no number, no free text.</summary>
/// <param name="Name">As OpenTelemetry names it, for example gms.departures.held.</param>
/// <param name="Unit">{departures}, s.</param>
/// <param name="Description">What it counts.</param>
/// <param name="Sql">Answers rows of a number (double precision) and, where there is a tag, the tag's value.</param>
/// <param name="Tag">By what it is told apart; null for one figure.</param>
public sealed record Figure(string Name, string Unit, string Description, string Sql, string? Tag = null);
