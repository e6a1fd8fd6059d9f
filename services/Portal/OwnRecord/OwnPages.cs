using System.Security.Claims;
using Gms.Portal.Sessions;

namespace Gms.Portal.OwnRecord;

/// <summary>What a worker finds in the own record. The number is in no address: it is who signed in.</summary>
static class OwnPages
{
    public const string Start = "/me", Role = "worker", Purpose = "own-record", Orientation = "/me/orientation";

    /// <summary>Path, and the key of its name; the same with .what says in a sentence what it shows.</summary>
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        ("/me/journey", "own.journey"),
        ("/me/papers", "own.papers"),
        (Orientation, "own.orientation"),
        ("/me/months", "own.months"),
        ("/me/claims", "own.claims"),
        ("/me/readers", "own.readers"),
        ("/complaints", "own.complaints"),
    ];

    public static string NumberOf(ClaimsPrincipal user) => user.FindFirst(Offers.OwnNumber)?.Value ?? "";
}
