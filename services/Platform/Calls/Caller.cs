using Proto = Gms.Type.V1;

namespace Gms.Platform;

/// <summary>Who calls, as the token says it. Nothing here names a person: account and organisation are ids.</summary>
public sealed record Caller
{
    /// <summary>The account or machine client who asked.</summary>
    public required string Account { get; init; }

    /// <summary>The organisation the account belongs to; empty for workers who sign in for themselves.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The organisation's country, ISO 3166-1 alpha-2; null for a regional organisation, which reaches every country.</summary>
    public string? Country { get; init; }

    /// <summary>The recruitment agency the account acts for; null for everybody else.</summary>
    public Guid? Agency { get; init; }

    /// <summary>The worker who signed in for the own record; null for everybody else.</summary>
    public string? Worker { get; init; }

    /// <summary>Every number that is this worker's: after a merge the own record is under each of them.</summary>
    public IReadOnlyCollection<string> WorkerNumbers { get; init; } = [];

    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>The service that calls on the account's behalf (RFC 8693 `act`), or that calls for itself; null for a direct call.</summary>
    public string? Actor { get; init; }

    /// <summary>True when a service calls for itself, not on behalf of the person whose token it exchanged.</summary>
    public bool IsServiceItself => Actor is { } actor && Account == "service:" + actor;

    public static readonly Caller Nobody = new() { Account = "", Roles = new HashSet<string>() };

    /// <summary>Whether the caller's organisation may touch a record that these parties hold or take part in.</summary>
    public bool Reaches(Reach record)
    {
        if (Actor is not null)
            return true;    // a service acts for one purpose, for which its permission was granted
        if (Worker is not null)
            return record.Worker is { } number && (number == Worker || WorkerNumbers.Contains(number));
        if (Agency is { } agency)
            return record.Agencies.Contains(agency);
        if (Roles.Contains(Role.PartnerOfficer))
            return Organisation.Length > 0 && record.Organisations.Contains(Organisation);    // a partner has what was referred to it, never what its country holds
        if (record.Organisations.Count > 0 && record.Organisations.Contains(Organisation))
            return true;
        return Country is null || record.Countries.Contains(Country);
    }
}

/// <summary>Who has to do with a record: the parties whose officers may touch it.</summary>
public sealed record Reach
{
    /// <summary>The holding country first, then every country that is party to the record.</summary>
    public IReadOnlyCollection<string> Countries { get; init; } = [];

    public IReadOnlyCollection<Guid> Agencies { get; init; } = [];

    public IReadOnlyCollection<string> Organisations { get; init; } = [];

    /// <summary>The worker number the record is about.</summary>
    public string? Worker { get; init; }

    public static Reach Country(params string[] countries) => new() { Countries = countries };
}

/// <summary>The roles a token can carry. Which permissions each holds stands in every service's Permissions.cs.</summary>
public static class Role
{
    public const string MinistryOfficer = "ministry-officer";
    public const string LicensingOfficer = "licensing-officer";
    public const string Inspector = "inspector";
    public const string AgencyOfficer = "agency-officer";
    public const string SocialSecurityOfficer = "social-security-officer";
    public const string Trainer = "trainer";
    public const string TrainingManager = "training-manager";
    public const string BorderOfficer = "border-officer";
    public const string ReintegrationCounsellor = "reintegration-counsellor";
    public const string PartnerOfficer = "partner-officer";
    public const string CivilSocietyOfficer = "civil-society-officer";
    public const string Worker = "worker";
    public const string Statistician = "statistician";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All =
    [
        MinistryOfficer, LicensingOfficer, Inspector, AgencyOfficer, SocialSecurityOfficer, Trainer, TrainingManager, BorderOfficer,
        ReintegrationCounsellor, PartnerOfficer, CivilSocietyOfficer, Worker, Statistician, Auditor, Administrator,
    ];

    /// <summary>A service of this registry as the acting party, in kebab case: registry, social-security …</summary>
    public static string Service(string service) => "service:" + service;
}

/// <summary>One role or service that holds a permission, perhaps for one purpose only.</summary>
public sealed record Grant(string Role, Proto.Purpose Only = Proto.Purpose.Unspecified)
{
    public static implicit operator Grant(string role) => new(role);

    public static Grant FromString(string role) => new(role);

    /// <summary>A role, for this purpose only.</summary>
    public static Grant ToRole(string role, Proto.Purpose only) => new(role, only);

    /// <summary>A service, for this purpose only.</summary>
    public static Grant ToService(string service, Proto.Purpose only) => new(Platform.Role.Service(service), only);
}
