using Gms.Portal.Forms;

namespace Gms.Portal.Administration;

/// <summary>Whose audit is wanted, of which service. A worker number stands in no address: it is sealed.</summary>
sealed record AuditAsked(string Service, string Account, string Number, bool OnlyRefused)
{
    /// <summary>The services by the names under which the Portal reaches them, each with its word.</summary>
    public static readonly IReadOnlyList<(string Service, string Text)> All =
    [
        ("Access", "service.access"), ("Registry", "service.registry"), ("Recruitment", "service.recruitment"), ("SocialSecurity", "service.social-security"),
        ("DepartureOrientation", "service.departure-orientation"), ("Reintegration", "service.reintegration"),
    ];

    public static AuditAsked Of(Posted posted) => new(Known(posted["Service"]), posted["Account"], posted["Number"].ToUpperInvariant(), posted["OnlyRefused"].Length > 0);

    /// <summary>A service that there is; Access where the form names another.</summary>
    static string Known(string service) => All.Any(s => s.Service == service) ? service : All[0].Service;
}
