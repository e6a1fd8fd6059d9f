using Gms.Platform;

namespace Gms.Recruitment.Agencies;

/// <summary>A recruitment agency, held by the country that registers and licenses it.</summary>
public sealed class Agency
{
    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required string Name { get; init; }

    public string? NameLatin { get; init; }

    /// <summary>The number in the country's business register.</summary>
    public required string RegistrationNumber { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>1, 2, 3 … with each change of the agency, its licences or their suspensions: the subject version of its events.</summary>
    public long Version { get; private set; } = 1;

    public List<Licence> Licences { get; init; } = [];

    public void Grant(Licence licence)
    {
        Licences.Add(licence);
        Version++;
    }

    /// <summary>For good: a suspension within the days revoked has nothing left to suspend.</summary>
    public void Revoke(Licence licence, DateOnly from, string reason)
    {
        licence.Revoke(from, reason);
        Version++;
    }

    public void Suspend(Licence licence, DateOnly from, string reason)
    {
        licence.Suspensions.Add(new() { Id = Guid.CreateVersion7(), LicenceId = licence.Id, From = from, Reason = reason });
        Version++;
    }

    public void Reinstate(Suspension suspension, DateOnly from)
    {
        suspension.End(from);
        Version++;
    }

    /// <summary>The licence, and the one granted to go on from it: whoever stops a licence stops what has not begun yet, too.</summary>
    public IReadOnlyList<Licence> WithRenewal(Licence licence, DateOnly today) => [licence, .. Licences.Where(l => l.RenewsId == licence.Id && l.ValidFrom > today)];

    /// <summary>Whether a licence valid on that day allows it to send workers to that country.</summary>
    public bool MaySendTo(string country, DateOnly day) => Licences.Any(l => l.Outbound && l.StateOn(day) == LicenceState.Valid && l.Countries.Contains(country));

    /// <summary>The licence that decides for a day and a partner country: a valid one if there is any, otherwise the one that comes nearest.</summary>
    public Licence? LicenceFor(DateOnly day, string? partner, bool? outbound) => Licences
        .Where(l => outbound is null || l.Outbound == outbound)
        .OrderByDescending(l => l.StateOn(day) == LicenceState.Valid && (partner is null || l.Countries.Contains(partner)))
        .ThenByDescending(l => l.StateOn(day) is LicenceState.Valid or LicenceState.Suspended)
        .ThenByDescending(l => l.ValidFrom)
        .FirstOrDefault();
}

/// <summary>A licence for dated days and named countries.</summary>
public sealed class Licence
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country.</summary>
    public required string Country { get; init; }

    public required string Number { get; init; }

    /// <summary>True for sending abroad, false for bringing in.</summary>
    public required bool Outbound { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Inclusive; null where the law knows no fixed end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Countries to which or from which it allows to recruit.</summary>
    public required string[] Countries { get; init; }

    public Money? Deposit { get; init; }

    public string? Conditions { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The licence that it renews; null for a first one.</summary>
    public Guid? RenewsId { get; init; }

    /// <summary>The first day on which it is revoked; null while it is not.</summary>
    public DateOnly? RevokedFrom { get; private set; }

    public string? RevocationReason { get; private set; }

    public List<Suspension> Suspensions { get; init; } = [];

    /// <summary>Whether the day is within its period, whatever it is worth on that day.</summary>
    public bool CoversDay(DateOnly day) => ValidFrom <= day && !(ValidTo < day);

    internal void Revoke(DateOnly from, string reason) => (RevokedFrom, RevocationReason) = (from, reason);

    public LicenceState StateOn(DateOnly day) =>
        day >= RevokedFrom ? LicenceState.Revoked
        : day < ValidFrom ? LicenceState.NotYetValid
        : day > ValidTo ? LicenceState.Expired
        : Suspensions.Any(s => s.Covers(day)) ? LicenceState.Suspended
        : LicenceState.Valid;
}

/// <summary>Days on which a licence was not valid although within its period.</summary>
public sealed class Suspension
{
    public required Guid Id { get; init; }

    public required Guid LicenceId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The day from which the licence is valid again; null while nobody has ended it. Equal to the first day when it never took hold.</summary>
    public DateOnly? Until { get; private set; }

    public required string Reason { get; init; }

    public bool Covers(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Not yet over on that day.</summary>
    public bool IsOpenOn(DateOnly day) => Until is null || day < Until;

    internal void End(DateOnly from) => Until = from < From ? From : from;
}

/// <summary>What a licence is worth on one day.</summary>
public enum LicenceState
{
    Valid,
    NotYetValid,
    Suspended,
    Expired,
    Revoked,
}
