using System.Security.Claims;
using Gms.Portal.OwnRecord;
using Gms.Recruitment.V1;

namespace Gms.Portal.Complaints;

/// <summary>Who complains on these pages: a worker for the own person, a civil-society officer for a worker. Offices decide elsewhere.</summary>
sealed record ComplaintDesk(string Purpose, ComplaintTeller Teller, string? OwnNumber)
{
    public const string Roles = "worker,civil-society-officer";

    /// <summary>What is chosen among, the most usual first.</summary>
    public static IReadOnlyList<ComplaintCategory> Categories { get; } =
    [
        ComplaintCategory.Wages, ComplaintCategory.Costs, ComplaintCategory.PapersHeld, ComplaintCategory.ContractDiffers, ComplaintCategory.Conditions, ComplaintCategory.Abuse, ComplaintCategory.Other,
    ];

    public static IReadOnlyList<string> Countries { get; } = ["KH", "CN", "LA", "MM", "TH", "VN"];

    public static ComplaintDesk Of(ClaimsPrincipal user) => user.IsInRole(OwnPages.Role)
        ? new(OwnPages.Purpose, ComplaintTeller.Worker, OwnPages.NumberOf(user))
        : new("complaint", ComplaintTeller.CivilSociety, null);

    /// <summary>Who is in danger is not put in a queue.</summary>
    public static ComplaintUrgency Urgency(bool danger, ComplaintCategory category) =>
        danger ? ComplaintUrgency.Emergency : category is ComplaintCategory.Abuse or ComplaintCategory.PapersHeld ? ComplaintUrgency.Urgent : ComplaintUrgency.Normal;
}
