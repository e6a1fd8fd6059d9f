using Gms.Recruitment.Agencies;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>What the verdict on an agency or employer weighs of its recruitments.</summary>
/// <param name="Counts">Those registered from the first day on, added up.</param>
/// <param name="Since">1 January of the year before the day asked about.</param>
/// <param name="ForAgency">Told to an agency: no number, and nothing where there are too few, so that nobody is led back to the worker who spoke.</param>
sealed record PartyRecord(PartyCounts Counts, DateOnly Since, bool ForAgency)
{
    /// <summary>Fewer recruitments than this would point at the workers.</summary>
    public const int TooFew = 5;

    // Said 38 times of one agency, and written once.
    readonly string _since = Since.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the indicators of recruitments rest on.</summary>
    public string Evidence { get; } = ForAgency || Counts.Recruitments == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Counts.Recruitments} recruitments since {Since:yyyy-MM-dd}");

    public static int FirstYear(DateOnly asOf) => asOf.Year - 1;

    public Finding Of(int indicator)
    {
        if (Counts.Recruitments == 0)
            return Finding.Unknown($"No recruitment is on record since {_since}.");
        if (ForAgency && Counts.Recruitments < TooFew)
            return Finding.Unknown($"Fewer than {TooFew} recruitments are on record since {_since}: told to officers only.");

        var (fail, unknown, pass) = (Counts.Of(indicator, Outcome.Fail), Counts.Of(indicator, Outcome.Unknown), Counts.Of(indicator, Outcome.Pass));
        if (fail > 0)
            return Finding.Fail(ForAgency ? $"Of the recruitments since {_since} at least one fails this." : $"{fail} of {Counts.Recruitments} recruitments since {_since} fail this.", "See the verdict on each recruitment; an inspector looks into it.");
        if (unknown > 0)
            return Finding.Unknown(ForAgency ? $"Not of every recruitment since {_since} it is known." : $"Of {unknown} of {Counts.Recruitments} recruitments since {_since} it is not known.", "Record what is missing.");
        return pass > 0
            ? Finding.Pass($"No recruitment since {_since} fails this, and of none it is unknown.")
            : Finding.NotApplicable($"It applies to no recruitment since {_since}.");
    }
}

/// <summary>The complaints about an agency that are open or were opened since the first day of its record, counted as they stand on the day.</summary>
/// <param name="All">All of them.</param>
/// <param name="Open">Neither closed nor withdrawn.</param>
/// <param name="Overdue">Open, and the step at which it stands is late.</param>
/// <param name="Retaliation">In which the worker is said to suffer for having complained.</param>
/// <param name="TimesLate">Answers after their last day, and steps that were put before the next office, of complaints that are over among them.</param>
/// <param name="Upheld">Upheld in whole or in part, and not under appeal.</param>
sealed record PartyComplaints(int All, int Open, int Overdue, int Retaliation, int TimesLate = 0, int Upheld = 0);

/// <summary>Who acts for an agency on a day.</summary>
sealed record Acting(int Branches, int SubAgents)
{
    public static Acting Of(IReadOnlyCollection<Representative> representatives, DateOnly day) => new(
        representatives.Count(r => r.Kind == RepresentativeKind.Branch && r.ActsOn(day)), representatives.Count(r => r.Kind == RepresentativeKind.SubAgent && r.ActsOn(day)));
}

/// <summary>Everything that the verdict on an agency weighs.</summary>
/// <param name="Partner">The country for which it should be licensed; null for any.</param>
/// <param name="Employers">Employers whose job orders it took on in the last 24 months.</param>
/// <param name="LookedAt">Of these, on whom it kept a verdict before it took on each order, not longer ago than 24 months.</param>
sealed record AgencyFacts(Agency Agency, DateOnly AsOf, string? Partner, PartyRecord Record, PartyComplaints Complaints, int Employers, int LookedAt, RecruitmentReference Reference)
{
    /// <summary>Who acts for it on the day.</summary>
    public Acting Acting { get; init; } = new(0, 0);

    /// <summary>What workers stated without a name, by the indicator against which it speaks.</summary>
    public AnonymousWord Anonymous { get; init; } = AnonymousWord.None;
}

/// <summary>Everything that the verdict on an employer weighs.</summary>
/// <param name="JobOrders">Its job orders that are attested and not over on the day.</param>
sealed record EmployerFacts(Employer Employer, DateOnly AsOf, PartyRecord Record, int JobOrders, RecruitmentReference Reference);
