using System.Security.Claims;
using Gms.Portal.Sessions;

namespace Gms.Portal.Pages;

/// <summary>A page that is offered, and the permission that its first call needs: a test compares the roles with the service's own table.</summary>
/// <param name="Path">The page.</param>
/// <param name="Text">The key of its name.</param>
/// <param name="Service">The service that its first call asks.</param>
/// <param name="Permission">The permission of that call.</param>
/// <param name="Roles">Those to whom it is offered; each holds the permission.</param>
sealed record MenuItem(string Path, string Text, string Service, string Permission, params IReadOnlyList<string> Roles)
{
    /// <summary>Offered to offices of a country only.</summary>
    public bool OfACountry { get; init; }
}

/// <summary>Who is offered which page, in the order in which a day's work goes. Nobody is invited to what would be refused; the services decide all the same.</summary>
static class Menu
{
    public static IReadOnlyList<MenuItem> All { get; } =
    [
        new("/me", "nav.me", "Registry", "journeys.read", "worker"),
        new("/workers", "nav.workers", "Registry", "journeys.read", "ministry-officer", "reintegration-counsellor"),
        new("/departures", "nav.departures", "Registry", "departures.decide", "ministry-officer") { OfACountry = true },
        new("/departures/new", "nav.new_departure", "Registry", "departures.register", "ministry-officer") { OfACountry = true },
        new("/uploads/workers", "nav.upload_workers", "Registry", "workers.import", "ministry-officer") { OfACountry = true },
        new("/codes", "nav.codes", "Access", "sign-in-codes.print", "ministry-officer"),
        new("/agencies", "nav.agencies", "Recruitment", "agencies.list", "ministry-officer", "licensing-officer", "inspector") { OfACountry = true },
        new("/inspections", "nav.inspections", "Recruitment", "inspections.plan", "ministry-officer", "inspector") { OfACountry = true },
        new("/concerns", "nav.concerns", "Recruitment", "concerns.answer", "ministry-officer", "inspector") { OfACountry = true },
        new("/dashboard", "nav.figures", "Registry", "statistics.read", "ministry-officer") { OfACountry = true },
        new("/plans", "nav.plans", "DepartureOrientation", "action-plans.read", "ministry-officer") { OfACountry = true },
        new("/rules", "nav.rules", "Registry", "departures.register", "ministry-officer") { OfACountry = true },
        new("/my-sessions", "nav.my_sessions", "DepartureOrientation", "sessions.read", "trainer") { OfACountry = true },
        new("/sessions", "nav.sessions", "DepartureOrientation", "sessions.read", "training-manager", "ministry-officer") { OfACountry = true },
        new("/trainers", "nav.trainers", "DepartureOrientation", "trainers.read", "training-manager") { OfACountry = true },
        new("/curricula", "nav.curricula", "DepartureOrientation", "curricula.read", "training-manager", "trainer") { OfACountry = true },
        new("/cascade", "nav.cascade", "DepartureOrientation", "cascade.read", "training-manager", "ministry-officer") { OfACountry = true },
        new("/withdrawals", "nav.withdrawals", "DepartureOrientation", "withdrawals.read", "training-manager", "ministry-officer") { OfACountry = true },
        new("/crossings", "nav.crossings", "Registry", "crossings.record", "border-officer"),
        new("/complaints", "nav.complaints", "Recruitment", "complaints.open", "worker", "civil-society-officer"),
        new("/cases", "nav.cases", "Reintegration", "cases.read", "reintegration-counsellor") { OfACountry = true },
        new("/referrals", "nav.referrals", "Reintegration", "referrals.read", "partner-officer"),
        new("/coverage", "nav.coverage", "SocialSecurity", "coverage.check", "social-security-officer"),
        new("/uploads/filings", "nav.filings", "SocialSecurity", "contributions.import", "social-security-officer") { OfACountry = true },
        new("/agency/missing", "nav.missing", "Recruitment", "contracts.prepare", "agency-officer"),
        new("/agency/complaints", "nav.complaints", "Recruitment", "complaints.answer", "agency-officer"),
        new("/agency", "nav.agency", "Recruitment", "agencies.read", "agency-officer"),
        new("/uploads/contracts", "nav.contracts", "Recruitment", "contracts.import", "agency-officer"),
        new("/uploads/costs", "nav.costs", "Recruitment", "costs.import", "agency-officer"),
        new("/organisations", "nav.organisations", "Access", "organisations.read", "administrator", "auditor"),
        new("/accounts", "nav.accounts", "Access", "accounts.read", "administrator", "auditor"),
        new("/keys", "nav.keys", "Access", "tokens.list-keys", "administrator", "auditor"),
        new("/audit", "nav.audit", "Access", "audit.list", "administrator", "auditor"),
        new("/errors", "nav.errors", "Registry", "errors.read", "administrator"),
    ];

    public static IEnumerable<MenuItem> For(ClaimsPrincipal user) =>
        All.Where(item => item.Roles.Any(user.IsInRole) && (!item.OfACountry || Offers.CountryOf(user) is not null));

    /// <summary>The one of those offered that the page shown belongs to: the longest path that it begins with.</summary>
    public static MenuItem? At(IEnumerable<MenuItem> offered, string path) =>
        offered.Where(item => path == item.Path || path.StartsWith(item.Path + "/", StringComparison.Ordinal)).MaxBy(item => item.Path.Length);
}
