using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Plans;
using Gms.Testing;

namespace Gms.Reintegration.Tests;

/// <summary>Valid things; a test names only what it is about.</summary>
static class A
{
    public const string Worker = "LA-7KQ2-M9XD-R";

    /// <summary>A number that the Registry does not know.</summary>
    public static readonly string UnknownWorker = WorkerNumber.New("LA");

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Who Counsellor = Who.Is(Role.ReintegrationCounsellor, "LA");

    /// <summary>A colleague of the same office, for what two officers must decide.</summary>
    public static readonly Who Colleague = Counsellor with { Account = "second-counsellor@LA" };

    public static readonly Who Ministry = Who.Is(Role.MinistryOfficer, "LA");

    public static Who PartnerOfficer(string organisation) => Who.Is(Role.PartnerOfficer, "LA") with { Organisation = organisation, Account = $"partner@{organisation}" };

    public static readonly CaseworkRules Casework = CaseworkRules.Load();

    public static Case Case(CaseState state = CaseState.Opened, string country = "LA", string from = "TH", DateOnly? returned = null)
    {
        var held = new Case { Country = country, WorkerNumber = Worker, Source = CaseSource.Return, ReturnId = Guid.Empty, From = from, Reason = "END_CONTRACT", ReturnedOn = returned ?? Today, OpenedAt = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero) };
        if (state == CaseState.BeforeReturn)
            return held.Before(Consent());
        if (state >= CaseState.Assigned)
            held.Assign("counsellor-1", "office-1");
        if (state >= CaseState.PlanAgreed)
            held.Agree(Guid.Empty);
        if (state == CaseState.Closed)
            held.Close(CaseOutcome.Reintegrated, Today);
        return held;
    }

    public static Consent Consent(DateOnly? on = null) => new(on ?? Today, ConsentForm.Thumbprint, "lo");

    public static PlanItem Item(string service = "S07", string? programme = null, DateOnly? starts = null, DateOnly? ends = null, string currency = "LAK") => new()
    {
        Position = 1,
        Service = service,
        Partner = "Employment service centre",
        Programme = programme,
        StartsOn = starts ?? Today,
        EndsOn = ends ?? Today.AddMonths(3),
        Budget = new(1_000_000, currency),
    };

    public static WorkerReturned Return(string? worker = null, Guid? id = null, string country = "LA", Guid? eventId = null)
    {
        var returned = id ?? Guid.NewGuid();
        return new()
        {
            EventId = eventId ?? Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            SubjectId = returned.ToString(),
            SubjectVersion = 1,
            WorkerNumber = worker ?? WorkerNumber.New("LA"),
            Country = country,
            ReturnId = returned,
            From = "TH",
            Reason = "END_CONTRACT",
            ReturnedOn = TimeProvider.System.TodayIn(country),
        };
    }
}
