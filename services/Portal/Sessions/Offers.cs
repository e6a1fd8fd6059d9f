using System.Security.Claims;

namespace Gms.Portal.Sessions;

/// <summary>
/// What is known of who signed in, and for what such a user reads journeys. Which pages are offered stands in Pages/Menu.
/// </summary>
static class Offers
{
    /// <summary>Claims that Access tells of who signed in.</summary>
    public const string AccountName = "preferred_username", OfficeName = "org_name", OwnNumber = "worker", Roles = "roles", Country = "country", Agency = "agency";

    /// <summary>Who may read a worker's journey, and what each reads it for.</summary>
    static readonly Dictionary<string, string> JourneyPurposes = new()
    {
        ["ministry-officer"] = "departure-clearance",
        ["reintegration-counsellor"] = "reintegration",
        ["worker"] = "own-record",
    };

    static readonly HashSet<string> DepartureReaders = ["ministry-officer", "worker"];

    static readonly HashSet<string> Complainants = ["worker", "civil-society-officer"];

    public static IReadOnlyCollection<string> JourneyReaders => JourneyPurposes.Keys;

    public static IReadOnlyCollection<string> WhoComplains => Complainants;

    /// <summary>A worker signed in for the own record.</summary>
    public static bool IsWorker(ClaimsPrincipal user) => user.IsInRole(OwnRecord.OwnPages.Role);

    /// <summary>For what this user reads journeys; null when not at all.</summary>
    public static string? JourneyPurpose(ClaimsPrincipal user) => JourneyPurposes.Where(p => user.IsInRole(p.Key)).Select(p => p.Value).FirstOrDefault();

    /// <summary>The country of the user's office; null for one of the region.</summary>
    public static string? CountryOf(ClaimsPrincipal user) => user.FindFirst(Country)?.Value is { Length: > 0 } country ? country : null;

    /// <summary>The agency in Recruitment that the user's office is; empty for any other.</summary>
    public static string AgencyOf(ClaimsPrincipal user) => user.FindFirst(Agency)?.Value ?? "";

    /// <summary>Whether the reasons of a departure's decision can be shown, beside the journey.</summary>
    public static bool DepartureReasons(ClaimsPrincipal user) => DepartureReaders.Any(user.IsInRole);
}
