namespace Gms.Recruitment.Representatives;

/// <summary>Whoever acts for an agency, for dated days.</summary>
public sealed class Representative
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Where it acts: the agency's country, another one for an office abroad.</summary>
    public required string Country { get; init; }

    public required RepresentativeKind Kind { get; init; }

    public required string Name { get; init; }

    public string? NameLatin { get; init; }

    /// <summary>In the business register or on its card; a sub-agent has one.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>ISO 3166-2 code of the province where it acts.</summary>
    public string? Subdivision { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Inclusive; null while it has no end.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>By the rule of its first day it may act for no other agency: the database keeps it so.</summary>
    public required bool OneAgency { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of its events.</summary>
    public long Version { get; private set; } = 1;

    public void End(DateOnly lastDay)
    {
        LastDay = lastDay;
        Version++;
    }

    public bool ActsOn(DateOnly day) => From <= day && !(LastDay < day);
}

/// <summary>As what somebody acts for an agency.</summary>
public enum RepresentativeKind
{
    Branch,
    LegalRepresentative,
    Signatory,
    Officer,
    SubAgent,
    OfficeAbroad,
}

/// <summary>Questions of more than one call.</summary>
static class Representing
{
    public static IQueryable<Representative> ActingOn(this IQueryable<Representative> all, DateOnly day) => all.Where(r => r.From <= day && (r.LastDay == null || r.LastDay >= day));
}
