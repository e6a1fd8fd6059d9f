using System.Security.Cryptography;
using System.Text;
using Gms.Access.Organisations;
using Gms.Platform;

namespace Gms.Access.Demonstration;

/// <summary>One organisation of the demonstration and the roles for each of which it has an account, named role.country.</summary>
sealed record DemonstrationOffice(OrganisationKind Kind, string Name, string? Country, params IReadOnlyList<string> Roles)
{
    public static IReadOnlyList<DemonstrationOffice> All { get; } =
    [
        Ministry("KH", "Ministry of Labour and Vocational Training"),
        Ministry("CN", "Ministry of Human Resources and Social Security"),
        Ministry("LA", "Ministry of Labour and Social Welfare"),
        Ministry("MM", "Ministry of Labour"),
        Ministry("TH", "Ministry of Labour"),
        Ministry("VN", "Ministry of Home Affairs"),
        new(OrganisationKind.Agency, "Demonstration Agency Vientiane", "LA", Role.AgencyOfficer),
        new(OrganisationKind.Agency, "Demonstration Agency Phnom Penh", "KH", Role.AgencyOfficer),
        new(OrganisationKind.SocialSecurityOffice, "Social Security Office", "TH", Role.SocialSecurityOfficer),
        new(OrganisationKind.SocialSecurityOffice, "Lao Social Security Organization", "LA", Role.SocialSecurityOfficer),
        new(OrganisationKind.SocialSecurityOffice, "National Social Security Fund", "KH", Role.SocialSecurityOfficer),
        new(OrganisationKind.TrainingInstitution, "Demonstration Training Centre Vientiane", "LA", Role.TrainingManager, Role.Trainer),
        new(OrganisationKind.TrainingInstitution, "Demonstration Training Centre Phnom Penh", "KH", Role.TrainingManager, Role.Trainer),
        new(OrganisationKind.BorderPost, "Demonstration Border Post", "LA", Role.BorderOfficer),
        new(OrganisationKind.BorderPost, "Demonstration Border Post", "TH", Role.BorderOfficer),
        new(OrganisationKind.BorderPost, "Demonstration Border Post", "KH", Role.BorderOfficer),
        new(OrganisationKind.ReintegrationOffice, "Demonstration Reintegration Office", "LA", Role.ReintegrationCounsellor),
        new(OrganisationKind.ReintegrationOffice, "Demonstration Reintegration Office", "KH", Role.ReintegrationCounsellor),
        new(OrganisationKind.Partner, "Demonstration Skills Authority", "LA", Role.PartnerOfficer),
        new(OrganisationKind.Partner, "Demonstration Job Centre", "KH", Role.PartnerOfficer),
        new(OrganisationKind.CivilSociety, "Demonstration Migrant Support Group", "TH", Role.CivilSocietyOfficer),
        new(OrganisationKind.RegionalBody, "Registry Secretariat", null, Role.Statistician, Role.Auditor, Role.Administrator),
    ];

    /// <summary>The same on every machine, so that scripts can name it.</summary>
    public Guid Id => Derived($"organisation {Country} {Kind}");

    /// <summary>The agency in Recruitment, when nothing else is configured.</summary>
    public Guid? AgencyId => Kind == OrganisationKind.Agency ? Derived($"agency {Country}") : null;

    /// <summary>One for each role, and a colleague for the ministry's officer: what two must decide is decided by two.</summary>
    public IEnumerable<(string Name, string Role)> Accounts =>
        Roles.Select(role => (AccountOf(role), role)).Concat(Kind == OrganisationKind.Ministry ? [(AccountOf("second-officer"), Role.MinistryOfficer)] : []);

    string AccountOf(string name) => Country is null ? name : $"{name}.{Country.ToLowerInvariant()}";

    static DemonstrationOffice Ministry(string country, string name) =>
        new(OrganisationKind.Ministry, name, country, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector);

    static Guid Derived(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("gms-demonstration:" + name)).AsSpan(0, 16));
}
