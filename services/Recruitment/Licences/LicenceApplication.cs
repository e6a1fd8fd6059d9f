using Gms.Platform;

namespace Gms.Recruitment.Licences;

/// <summary>An agency's application for a licence or the renewal of one.</summary>
public sealed class LicenceApplication
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country.</summary>
    public required string Country { get; init; }

    public required bool Outbound { get; init; }

    public required string[] Countries { get; init; }

    /// <summary>The licence to be renewed; null for a first one.</summary>
    public Guid? RenewsId { get; init; }

    public Money? Capital { get; init; }

    public Money? Deposit { get; init; }

    public string? Statement { get; init; }

    /// <summary>Who applied, or entered the application: nobody decides the own one.</summary>
    public required string Account { get; init; }

    public required DateOnly AppliedOn { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public ApplicationStatus Status { get; private set; } = ApplicationStatus.Applied;

    /// <summary>Why it was refused, in the office's words.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public DateOnly? DecidedOn { get; private set; }

    public Guid? LicenceId { get; private set; }

    public Reach Reach => new() { Countries = [Country], Agencies = [AgencyId] };

    /// <summary>1 when it came, 2 when it was decided: the subject version of its events.</summary>
    public long Version => Status == ApplicationStatus.Applied ? 1 : 2;

    public void Grant(Guid licence, DateOnly on) => (Status, LicenceId, DecidedOn) = (ApplicationStatus.Granted, licence, on);

    public void Refuse(IReadOnlyList<string> reasons, DateOnly on) => (Status, Reasons, DecidedOn) = (ApplicationStatus.Refused, reasons, on);

    public void Withdraw(DateOnly on) => (Status, DecidedOn) = (ApplicationStatus.Withdrawn, on);
}

/// <summary>The life of an application.</summary>
public enum ApplicationStatus
{
    Applied,
    Granted,
    Refused,
    Withdrawn,
}
