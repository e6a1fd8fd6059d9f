namespace Gms.Journeys;

/// <summary>
/// The demonstration's Lao agency reads its complaints in more than one journey, and each reading is a disclosure about everyone in the list. Tests in which
/// it reads are of this one collection, so that none counts another's reading as its own.
/// </summary>
static class LaoAgency
{
    /// <summary>The collection's name.</summary>
    public const string Read = "The Lao agency reads its complaints";
}
