using Gms.Platform;

namespace Gms.Access.Organisations;

/// <summary>An office, agency or body whose people and programs use the registry.</summary>
sealed class Organisation
{
    Guid? _agencyId;

    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for a regional body, which reaches every country.</summary>
    public required string? Country { get; init; }

    /// <summary>The agency in Recruitment that it is.</summary>
    public required Guid? AgencyId { get => _agencyId; init => _agencyId = value; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public long Version { get; private set; } = 1;

    public void IsAgency(Guid agency)
    {
        if (_agencyId == agency)
            return;
        _agencyId = agency;
        Version++;
    }

    /// <summary>Whose administrators may touch it: those of its country, of the agency itself, of regional bodies.</summary>
    public Reach Reach() => new() { Countries = Country is null ? [] : [Country], Agencies = AgencyId is { } agency ? [agency] : [] };
}

/// <summary>What an organisation is; it decides which roles its accounts can have.</summary>
enum OrganisationKind
{
    Ministry,
    Agency,
    SocialSecurityOffice,
    TrainingInstitution,
    BorderPost,
    ReintegrationOffice,
    CivilSociety,
    Partner,
    RegionalBody,
}
