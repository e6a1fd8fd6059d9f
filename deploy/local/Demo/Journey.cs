using System.Security.Cryptography;
using System.Text;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Reintegration.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Local.Demo;

/// <summary>One entry of a worker's timeline, as Journeys answers it.</summary>
public sealed record TimelineEntry(string Event, string Service, DateTimeOffset OccurredAt);

/// <summary>What a journey did and what came of it. Complete only if every expected event arrived.</summary>
public sealed record JourneyResult(string Name, string WorkerNumber, IReadOnlyList<JourneyStep> Steps, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes)
{
    public bool Complete => Missing.Count == 0;

    /// <summary>The verdict on the recruitment, an indicator a line; empty where none was asked for.</summary>
    public IReadOnlyList<string> Verdict { get; init; } = [];

    /// <summary>The worker's certificate of orientation; empty where the journey has none.</summary>
    public string Certificate { get; init; } = "";
}

/// <summary>
/// One worker's journey through the public calls of all services, made by the offices that would make them. Each call runs on the
/// journey's own time, which moves as the story does.
/// </summary>
public abstract partial class Journey(Offices offices, DateTimeOffset start)
{
    readonly List<JourneyStep> _steps = [];
    readonly List<string> _expected = [];
    readonly List<string> _notes = [];
    readonly List<string> _verdict = [];

    /// <summary>The time in the story.</summary>
    protected DateTimeOffset Now { get; private set; } = start;

    public string WorkerNumber { get; protected set; } = "";

    /// <summary>The certificate of orientation, once it is issued.</summary>
    protected string Certificate { get; set; } = "";

    /// <summary>Runs around each call: a test retries there what an outage broke.</summary>
    public Func<CallInvoker, CallInvoker> Around { get; init; } = calls => calls;

    /// <summary>What would be asked of a returned worker later than this was not asked yet; unset, the story is told to its end.</summary>
    public DateTimeOffset? Until { get; init; }

    public abstract string Name { get; }

    protected abstract Task Live(CancellationToken cancel);

    public async Task<JourneyResult> Run(CancellationToken cancel)
    {
        await Live(cancel);
        var timeline = await Arrived(cancel);
        return new(Name, WorkerNumber, _steps, timeline, Missing(timeline), _notes) { Verdict = _verdict, Certificate = Certificate };
    }

    /// <summary>Calls to a service as an account, at the story's time.</summary>
    protected CallInvoker As(string account, string service, string? purpose = null) =>
        Around(offices.To(service, account, purpose, new Recorder(_steps.Add), Now));

    protected void GoTo(DateTimeOffset time) => Now = time;

    protected void Later(int days) => Now = Now.AddDays(days);

    protected internal static Date Day(DateTimeOffset time) => new() { Year = time.Year, Month = time.Month, Day = time.Day };

    protected internal static string NewId() => Guid.NewGuid().ToString();

    /// <summary>A name of these letters that nobody else has: the demonstration may run again, and its people are new each time.</summary>
    protected internal static string MadeUp(string letters) => string.Concat(Guid.NewGuid().ToByteArray().Take(10).Select(b => letters[b % letters.Length]));

    /// <summary>A month of birth between 1980 and 1999: among hundreds of people some made-up names sound alike, and those who share the month too would be taken for one.</summary>
    protected internal static Date SomeMonth() => new() { Year = RandomNumberGenerator.GetInt32(1980, 2000), Month = RandomNumberGenerator.GetInt32(1, 13) };

    /// <summary>The same id for the same name on every run, for what the journeys share.</summary>
    public static string IdOf(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("gms-demonstration:" + name)).AsSpan(0, 16)).ToString();

    protected Timestamp Instant => Timestamp.FromDateTimeOffset(Now);

    /// <summary>Something worth reading beside the timeline.</summary>
    protected void Note(string text) => _notes.Add(text);

    /// <summary>The worker's cover today in the story, as the social-security office of a country asks for it.</summary>
    protected async Task ShowInsured(string country, string employment, string channel, string when, CancellationToken cancel) =>
        _notes.AddRange(await Insurance.On(As(Account.SocialSecurity(country), "SocialSecurity", "social-security"),
            new() { WorkerNumber = WorkerNumber, Country = country, Day = Day(Now), EmploymentType = employment, Channel = channel }, when, cancel));

    /// <summary>What was not paid, and what could be claimed on leaving a country today.</summary>
    protected async Task ShowOwed(string country, CancellationToken cancel)
    {
        var office = As(Account.SocialSecurity(country), "SocialSecurity", "social-security");
        _notes.AddRange(await Insurance.NotPaid(office, WorkerNumber, country, cancel));
        _notes.AddRange(await Insurance.OnLeaving(office, WorkerNumber, country, Day(Now), cancel));
    }

    /// <summary>The events that must be on the timeline in the end, one for each time it is named.</summary>
    protected void Expect(params string[] events) => _expected.AddRange(events);

    /// <summary>The departure's decision; a departure held because a part was down clears itself.</summary>
    protected static async Task<Departure> Decided(Departures.DeparturesClient departures, Departure departure, CancellationToken cancel)
    {
        var decided = departure;
        await Wait.For(async _ =>
        {
            decided = (await departures.GetDepartureAsync(new() { DepartureId = departure.DepartureId }, cancellationToken: cancel)).Departure;
            return decided.Status != DepartureStatus.Received && !(decided.Status == DepartureStatus.Held && decided.MissingParts.Count > 0);
        }, TimeSpan.FromMinutes(2), cancel);
        return decided;
    }

    /// <summary>What the worker says of the recruitment, with no agency present: told to a civil-society officer.</summary>
    protected async Task Declared(string contract, CancellationToken cancel)
    {
        await new Declarations.DeclarationsClient(As(Account.CivilSociety("TH"), "Recruitment", "recruitment-verification"))
            .RecordDeclarationAsync(FairRecruitment.Declared(contract, Day(Now), WorkerNumber.StartsWith("LA", StringComparison.Ordinal) ? "lo" : "km"), cancellationToken: cancel);
        Expect("gms.recruitment.declaration-recorded:1");
    }

    /// <summary>Asks an inspector's question: was this recruitment fair? Every indicator is a line of the verdict.</summary>
    protected async Task Judged(string contract, CancellationToken cancel)
    {
        var verdict = await new Compliance.ComplianceClient(As(Account.Ministry(WorkerNumber[..2]), "Recruitment", "recruitment-verification"))
            .VerifyRecruitmentAsync(new() { WorkerNumber = WorkerNumber, ContractId = contract }, cancellationToken: cancel);
        _verdict.Clear();
        _verdict.AddRange(verdict.Checks.Select(c => $"{c.Code} {c.Outcome}: {c.Message}"));
        Note($"Recruitment verdict: {verdict.Counts.Pass} pass, {verdict.Counts.Fail} fail, {verdict.Counts.Unknown} unknown, {verdict.Counts.NotApplicable} not applicable");
    }

    /// <summary>The case that the return opened: a counsellor takes it, agrees a plan with the worker and closes it half a year later.</summary>
    protected async Task Reintegrated(string country, string returned, string service, CancellationToken cancel)
    {
        var counsellor = Account.Counsellor(country);
        Case? opened = null;
        // The case opens by an event: it is there a moment after the return was recorded.
        await Wait.For(async _ =>
        {
            var mine = await new Cases.CasesClient(Around(offices.To("Reintegration", counsellor, "reintegration", clock: Now))).ListCasesAsync(new() { Country = country, WorkerNumber = WorkerNumber }, cancellationToken: cancel);
            return (opened = mine.Cases.SingleOrDefault(c => c.ReturnId == returned)) is not null;
        }, TimeSpan.FromMinutes(3), cancel);
        if (opened is null)
            throw new CannotGoOnException($"No case was opened for the return of the {Name}.");
        Expect("gms.registry.worker-returned:1", "gms.reintegration.case-opened:1");

        Later(4);
        await new Cases.CasesClient(As(counsellor, "Reintegration", "reintegration"))
            .AssignCounsellorAsync(new() { RequestId = NewId(), CaseId = opened.CaseId, Counsellor = counsellor }, cancellationToken: cancel);
        await Assessed(country, opened.CaseId, cancel);
        await new Plans.PlansClient(As(counsellor, "Reintegration", "reintegration")).AgreePlanAsync(new()
        {
            RequestId = NewId(),
            CaseId = opened.CaseId,
            Consent = new() { GivenOn = Day(Now), Form = ConsentForm.Signed, Language = country == "LA" ? "lo" : "km" },
            Goals = { "Work near home with the skills learned abroad" },
            Items = { new PlanItem { Service = service, Partner = "Demonstration partner", StartsOn = Day(Now), EndsOn = Day(Now.AddDays(90)), Budget = new() { Minor = 0, Currency = country == "LA" ? "LAK" : "KHR" } } },
        }, cancellationToken: cancel);
        Expect("gms.reintegration.plan-agreed:1");

        await Referred(country, opened.CaseId, cancel);
        Later(20);
        await new Cases.CasesClient(As(counsellor, "Reintegration", "reintegration"))
            .CloseCaseAsync(new() { RequestId = NewId(), CaseId = opened.CaseId, Outcome = CaseOutcome.Reintegrated }, cancellationToken: cancel);
        Expect("gms.reintegration.case-closed:1");
        await Followed(country, opened, cancel);
    }

    /// <summary>What decided against a departure, or keeps it waiting.</summary>
    protected static string Reasons(Departure decided) =>
        string.Join(" ", decided.Checks.Where(c => c.Decisive && c.Outcome is Outcome.Fail or Outcome.Unknown).Select(c => $"{c.Code}: {c.Message}"));

    async Task<IReadOnlyList<TimelineEntry>> Arrived(CancellationToken cancel)
    {
        IReadOnlyList<TimelineEntry> timeline = [];
        await Wait.For(async _ => Missing(timeline = await Timeline(cancel)).Count == 0, TimeSpan.FromSeconds(60), cancel);
        return timeline;
    }

    public async Task<IReadOnlyList<TimelineEntry>> Timeline(CancellationToken cancel)
    {
        var journeys = new Journeys.JourneysClient(Around(offices.To("Registry", Account.Ministry(WorkerNumber[..2]), "departure-clearance")));
        var answer = await journeys.GetJourneyAsync(new() { WorkerNumber = WorkerNumber }, cancellationToken: cancel);
        return [.. answer.Entries.Select(e => new TimelineEntry(e.Name, e.Service, e.OccurredAt.ToDateTimeOffset()))];
    }

    List<string> Missing(IReadOnlyList<TimelineEntry> timeline)
    {
        var left = timeline.Select(e => e.Event).ToList();
        return [.. _expected.Where(e => !left.Remove(e))];
    }
}
