using System.Security.Claims;

namespace Gms.Portal.Administration;

/// <summary>Who looks after the registry: an administrator changes, an auditor looks.</summary>
static class Administrators
{
    public const string Changes = "administrator", Looks = "auditor", Either = $"{Changes},{Looks}";

    /// <summary>For what this user looks.</summary>
    public static string Purpose(ClaimsPrincipal user) => user.IsInRole(Changes) ? "administration" : "audit";

    public static bool MayChange(ClaimsPrincipal user) => user.IsInRole(Changes);
}
