using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>
/// A Cambodian border-pass worker in seasonal farm work in Thailand (section 64), hired by the farm itself, in a season when that border was open.
/// The same departure today is held, with the closure named.
/// </summary>
public sealed class CambodianHarvestWorker(Offices offices, DateTimeOffset start) : Journey(offices, start)
{
    const string Channel = "BORDER_S64";
    const string Employment = "AGRICULTURAL_SEASONAL";
    const string Checkpoint = "TH-KH-01";

    public override string Name => "Cambodian border-pass worker, seasonal farm work in Thailand";

    protected override async Task Live(CancellationToken cancel)
    {
        var workers = new Workers.WorkersClient(As(Account.Ministry("KH"), "Registry", "enrolment"));
        WorkerNumber = (await workers.EnrolWorkerAsync(new()
        {
            RequestId = NewId(),
            Country = "KH",
            Names = { new PersonName { Full = $"Demonstration {MadeUp("bdfgklmnpstv")}" }, new PersonName { Full = MadeUp("កខងចដតនបផមលវស"), Script = "Khmr" } },
            BirthDate = new() { Year = SomeMonth().Year },
            Sex = Sex.Male,
            Nationality = "KH",
            Province = "KH-1",
            Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "DEMO" + NewId()[..8], ValidFrom = new() { Year = 2024, Month = 9, Day = 1 }, ValidUntil = new() { Year = 2030, Month = 8, Day = 31 } },
        }, cancellationToken: cancel)).WorkerNumber;
        Expect("gms.registry.worker-enrolled:1");

        Later(2);
        var contract = await Contracted(cancel);
        var departure = await Departed(contract, cancel);
        var membership = await Insured(cancel);
        await CameHome(departure, contract, membership, cancel);
        await HeldToday(cancel);
    }

    async Task<string> Contracted(CancellationToken cancel)
    {
        var ministry = As(Account.Ministry("TH"), "Recruitment", "recruitment");
        var registered = await new Contracts.ContractsClient(ministry).RegisterContractAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            EmployerId = DemonstrationData.FarmEmployer,
            Origin = "KH",
            Destination = "TH",
            Channel = Channel,
            Occupation = "9211",
            EmploymentType = Employment,
            StartsOn = Day(Now.AddDays(5)),
            EndsOn = Day(Now.AddDays(85)),
            SignedOn = Day(Now),
            Languages = { "km", "th" },
            Terms = new()
            {
                Wage = new() { Minor = 35_000, Currency = "THB" },
                WagePeriod = WagePeriod.Day,
                HoursPerWeek = 48,
                DaysPerWeek = 6,
                Workplace = "TH-27",
                Housing = Housing.EmployerFree,
                InsuranceStated = true,
                LeavingPenalty = false,
                ReturnTravelPaidBy = Payer.Employer,
                ComplaintChannelNamed = true,
            },
        }, cancellationToken: cancel);
        var contract = registered.ContractId;
        await FairRecruitment.Sign(ministry, registered, Day(Now), cancel);
        Expect("gms.recruitment.contract-registered:1", "gms.recruitment.contract-signed:1", "gms.recruitment.contract-signed:1");
        await Declared(contract, cancel);
        return contract;
    }

    async Task<string> Departed(string contract, CancellationToken cancel)
    {
        var decided = await Registered(contract, Now.AddDays(3), cancel);
        if (decided.Status != DepartureStatus.Cleared)
            throw new CannotGoOnException($"The departure of the {Name} was not cleared but {decided.Status}: {Reasons(decided)}");
        Expect("gms.registry.departure-registered:1", "gms.registry.departure-cleared:1");

        Later(3);
        await new Crossings.CrossingsClient(As(Account.Border("KH"), "Registry", "border-control")).RecordExitAsync(new()
        {
            RequestId = NewId(),
            DepartureId = decided.DepartureId,
            Country = "KH",
            Checkpoint = Checkpoint,
            CrossedAt = Instant,
        }, cancellationToken: cancel);
        GoTo(Now.AddMinutes(30));
        await new Crossings.CrossingsClient(As(Account.Border("TH"), "Registry", "border-control")).RecordArrivalAsync(new()
        {
            RequestId = NewId(),
            DepartureId = decided.DepartureId,
            Country = "TH",
            Checkpoint = Checkpoint,
            CrossedAt = Instant,
        }, cancellationToken: cancel);
        Expect("gms.registry.worker-exited:1", "gms.registry.worker-arrived:1");
        return decided.DepartureId;
    }

    async Task<string> Insured(CancellationToken cancel)
    {
        await ShowInsured("TH", Employment, Channel, "the day of arrival", cancel);
        Later(3);
        var membership = (await new Memberships.MembershipsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security")).StartMembershipAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            SchemeId = "TH-CMHI",
            Employer = DemonstrationData.FarmEmployer,
            FromDay = Day(Now),
            // The card of three months, which the season needs.
            ToDay = Day(Now.AddMonths(3).AddDays(-1)),
            EmploymentType = Employment,
            Channel = Channel,
        }, cancellationToken: cancel)).MembershipId;
        Expect("gms.social-security.membership-started:1");
        Later(40);
        await ShowInsured("TH", Employment, Channel, "in mid-season", cancel);
        return membership;
    }

    async Task CameHome(string departure, string contract, string membership, CancellationToken cancel)
    {
        Later(39);
        await new Memberships.MembershipsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security")).EndMembershipAsync(new()
        {
            RequestId = NewId(),
            MembershipId = membership,
            LastDay = Day(Now),
            Reason = MembershipEnd.EmploymentEnded,
        }, cancellationToken: cancel);
        await new Contracts.ContractsClient(As(Account.Ministry("TH"), "Recruitment", "recruitment")).EndContractAsync(new()
        {
            RequestId = NewId(),
            ContractId = contract,
            LastDay = Day(Now),
            Reason = ContractEnd.TermOver,
        }, cancellationToken: cancel);
        Expect("gms.social-security.membership-ended:1", "gms.recruitment.contract-ended:1");

        Later(1);
        await ShowInsured("TH", Employment, Channel, "the day after the season", cancel);
        await ShowOwed("TH", cancel);
        var returned = (await new Returns.ReturnsClient(As(Account.Ministry("KH"), "Registry", "reintegration")).RecordReturnAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            Reason = "END_CONTRACT",
            From = "TH",
            To = "KH",
            ReturnedOn = Day(Now),
            DepartureId = departure,
        }, cancellationToken: cancel)).ReturnId;
        await Reintegrated("KH", returned, "S07", cancel);
    }

    /// <summary>A new season: the same worker, farm and crossing, on today's date.</summary>
    async Task HeldToday(CancellationToken cancel)
    {
        GoTo(DateTimeOffset.UtcNow);
        var decided = await Registered(await Contracted(cancel), Now.AddDays(3), cancel);
        Note($"The same case today: {decided.Status}. {Reasons(decided)}");
        Note("It waits for an officer: the Portal, signed in as ministry-officer.kh, Departures that wait");
        Expect("gms.registry.departure-registered:1", "gms.registry.departure-held:1");
    }

    async Task<Departure> Registered(string contract, DateTimeOffset planned, CancellationToken cancel)
    {
        var departures = new Departures.DeparturesClient(As(Account.Ministry("KH"), "Registry", "departure-clearance"));
        return await Decided(departures, (await departures.RegisterDepartureAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            ContractId = contract,
            Channel = Channel,
            Checkpoint = Checkpoint,
            Origin = "KH",
            Destination = "TH",
            PlannedOn = Day(planned),
            EmploymentType = Employment,
        }, cancellationToken: cancel)).Departure, cancel);
    }
}
