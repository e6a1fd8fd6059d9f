namespace Gms.Registry.Workers;

public enum RelativePart
{
    EmergencyContact,
    Dependant,
}

/// <summary>What somebody is to the worker.</summary>
public enum Relation
{
    Spouse,
    Child,
    Parent,
    Sibling,
    OtherRelative,
    Friend,
    Other,
}

/// <summary>Somebody who belongs to a worker. Name, phone and birth year are encrypted under the worker's key.</summary>
public sealed class WorkerRelative
{
    public required Guid Id { get; init; }

    public required int Position { get; init; }

    public required RelativePart Part { get; init; }

    public required Relation Relation { get; init; }

    /// <summary><see cref="RelativeDetails"/> as JSON, encrypted.</summary>
    public required byte[] DetailsEncrypted { get; init; }
}

/// <summary>What is kept secret of a relative.</summary>
sealed record RelativeDetails(string? Name, string? Phone, int? BirthYear);
