using System.Security.Claims;

namespace Gms.Portal.Sessions;

/// <summary>
/// What the Portal offers to whom: only pages whose calls the signed-in account may make, so that nobody is invited and then refused. The services
/// decide all the same.
/// </summary>
static class Offers
{
    /// <summary>Claims that Access tells of who signed in.</summary>
    public const string AccountName = "preferred_username", OfficeName = "org_name", OwnNumber = "worker", Roles = "roles", Country = "country";

    /// <summary>Who may read a worker's journey, and what each reads it for.</summary>
    static readonly Dictionary<string, string> JourneyPurposes = new()
    {
        ["ministry-officer"] = "departure-clearance",
        ["reintegration-counsellor"] = "reintegration",
        ["worker"] = "own-record",
    };

    static readonly HashSet<string> DepartureReaders = ["ministry-officer", "worker"];

    static readonly HashSet<string> QueueOfficers = ["ministry-officer"];

    static readonly HashSet<string> Complainants = ["worker", "civil-society-officer"];

    static readonly HashSet<string> CrossingRecorders = ["border-officer"];

    public static IReadOnlyCollection<string> JourneyReaders => JourneyPurposes.Keys;

    public static IReadOnlyCollection<string> HeldDepartureReaders => QueueOfficers;

    public static IReadOnlyCollection<string> WhoComplains => Complainants;

    public static IReadOnlyCollection<string> WhoRecordsCrossings => CrossingRecorders;

    /// <summary>A worker signed in for the own record.</summary>
    public static bool IsWorker(ClaimsPrincipal user) => user.IsInRole(OwnRecord.OwnPages.Role);

    /// <summary>For what this user reads journeys; null when not at all.</summary>
    public static string? JourneyPurpose(ClaimsPrincipal user) => JourneyPurposes.Where(p => user.IsInRole(p.Key)).Select(p => p.Value).FirstOrDefault();

    /// <summary>Who decides held departures, of the own country.</summary>
    public static bool HeldDepartures(ClaimsPrincipal user) => CountryOf(user) is not null && QueueOfficers.Any(user.IsInRole);

    /// <summary>The country of the user's office; null for one of the region.</summary>
    public static string? CountryOf(ClaimsPrincipal user) => user.FindFirst(Country)?.Value is { Length: > 0 } country ? country : null;

    /// <summary>The pages offered to a user, with the key of their name.</summary>
    public static IEnumerable<(string Path, string Text)> Pages(ClaimsPrincipal user)
    {
        if (IsWorker(user))
            yield return (OwnRecord.OwnPages.Start, "nav.me");
        else if (JourneyPurpose(user) is not null)
            yield return ("/workers", "nav.workers");
        if (HeldDepartures(user))
            yield return ("/departures", "nav.departures");
        if (QueueOfficers.Any(user.IsInRole))
            yield return ("/codes", "nav.codes");
        if (CrossingRecorders.Any(user.IsInRole))
            yield return ("/crossings", "nav.crossings");
        if (Complainants.Any(user.IsInRole))
            yield return ("/complaints", "nav.complaints");
    }

    /// <summary>Whether the reasons of a departure's decision can be shown, beside the journey.</summary>
    public static bool DepartureReasons(ClaimsPrincipal user) => DepartureReaders.Any(user.IsInRole);
}
