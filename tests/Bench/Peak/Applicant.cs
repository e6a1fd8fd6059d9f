namespace Gms.Bench.Peak;

/// <summary>What must come of an application.</summary>
enum Outcome
{
    Cleared,

    /// <summary>An exception: too young for the channel.</summary>
    Refused,

    /// <summary>An exception: born in a year that leaves open whether the worker is old enough; an officer decides.</summary>
    Held,
}

/// <summary>A worker on record with contract, costs and declaration, and what must come of an application.</summary>
sealed record Applicant(string WorkerNumber, string ContractId, Outcome Expected);
