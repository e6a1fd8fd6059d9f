namespace Gms.Recruitment.Employers;

/// <summary>An enterprise that employs migrant workers, held by the country of work.</summary>
public sealed class Employer
{
    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required string Name { get; init; }

    public string? NameLatin { get; init; }

    /// <summary>The number in the country's business register.</summary>
    public required string RegistrationNumber { get; init; }

    public required string Sector { get; init; }

    /// <summary>ISO 3166-2 code of the province of work.</summary>
    public required string Subdivision { get; init; }

    /// <summary>Null when the labour office has not visited the workplace.</summary>
    public DateOnly? SiteVisitedOn { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of the employer's events.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>All that the labour office said of it.</summary>
    public List<StandingChange> Standings { get; init; } = [];

    /// <summary>Of what was said the latest that has begun on the day; null when nothing was.</summary>
    public EmployerStanding? StandingOn(DateOnly day) => Standings.Where(s => s.From <= day).MaxBy(s => s.Number) switch
    {
        null => null,
        { LastDay: { } end } when end < day => EmployerStanding.Expired,
        var said => said.Standing,
    };

    /// <summary>Suspended or withdrawn on the day: nothing new may begin with it.</summary>
    public bool IsStoppedOn(DateOnly day) => StandingOn(day) is EmployerStanding.Suspended or EmployerStanding.Withdrawn;

    public void Say(StandingChange change)
    {
        Standings.Add(change);
        Version++;
    }
}
