using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Employers;

namespace Gms.Recruitment.JobOrders;

/// <summary>So many places at one employer under stated terms, held by the country of work.</summary>
public sealed class JobOrder
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public Employer? Employer { get; init; }

    /// <summary>Null where the channel needs no agency.</summary>
    public Guid? AgencyId { get; init; }

    public Agency? Agency { get; init; }

    /// <summary>Agencies that fill the order beside it, and share its places.</summary>
    public Guid[] FurtherAgencies { get; init; } = [];

    public required string Origin { get; init; }

    /// <summary>The country of work.</summary>
    public required string Country { get; init; }

    public required string Channel { get; init; }

    /// <summary>ISCO-08 unit group.</summary>
    public required string Occupation { get; init; }

    public required int Places { get; init; }

    /// <summary>Counted by the database with each contract; never written here after the order is entered.</summary>
    public required int PlacesLeft { get; init; }

    /// <summary>The least wage.</summary>
    public required Money Wage { get; init; }

    public required WagePeriod WagePeriod { get; init; }

    /// <summary>The most hours.</summary>
    public required int HoursPerWeek { get; init; }

    /// <summary>The most days; null when the order does not say.</summary>
    public int? DaysPerWeek { get; init; }

    /// <summary>Null when the order does not say.</summary>
    public Housing? Housing { get; init; }

    /// <summary>The most that may be deducted each month, in minor units of the wage's currency; null when the order does not say.</summary>
    public long? MonthlyDeductionMinor { get; init; }

    /// <summary>The last day on which contracts may be registered under it.</summary>
    public required DateOnly OpenUntil { get; init; }

    public JobOrderStatus Status { get; private set; } = JobOrderStatus.Registered;

    public string? AttestationNumber { get; private set; }

    /// <summary>The day from which it is closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedReason { get; private set; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>1, 2, 3 … with each change that is told: the subject version of the order's events.</summary>
    public long Version { get; private set; } = 1;

    public Reach Reach => new() { Countries = [Country, Origin], Agencies = AgencyId is { } agency ? [agency, .. FurtherAgencies] : [] };

    /// <summary>Whether contracts through that agency (null: through none) may take its places.</summary>
    public bool IsFor(Guid? agency) => AgencyId == agency || (agency is { } further && FurtherAgencies.Contains(further));

    /// <summary>Whether contracts may be registered under it on that day, as far as its days go.</summary>
    public bool IsOpenOn(DateOnly day) => day <= OpenUntil && !(ClosedOn <= day);

    public void Close(DateOnly from, string reason)
    {
        (ClosedOn, ClosedReason) = (from, reason);
        Version++;
    }

    public void Attest(string number)
    {
        Status = JobOrderStatus.Attested;
        AttestationNumber = number;
        Version++;
    }
}

/// <summary>The life of a job order.</summary>
public enum JobOrderStatus
{
    Registered,
    Attested,
}

/// <summary>For which time a wage is paid.</summary>
public enum WagePeriod
{
    Hour,
    Day,
    Month,
}
