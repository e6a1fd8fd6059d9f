using Gms.DepartureOrientation.V1;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>A Lao garment worker goes to Thailand through the MoU channel, works, is insured, comes home and is looked after.</summary>
public sealed class LaoGarmentWorker(Offices offices, DemonstrationData data, DateTimeOffset start) : Journey(offices, start)
{
    /// <summary>From the first day of the story to the planned day of departure.</summary>
    public const int DaysToDeparture = 38;

    /// <summary>The story ends on the planned day, with the pass in hand.</summary>
    public bool StaysAtTheBorder { get; init; }

    public override string Name => StaysAtTheBorder ? "Lao garment worker, at the border today" : "Lao garment worker, MoU to Thailand";

    protected override async Task Live(CancellationToken cancel)
    {
        var workers = new Workers.WorkersClient(As(Account.Ministry("LA"), "Registry", "enrolment"));
        WorkerNumber = (await workers.EnrolWorkerAsync(new()
        {
            RequestId = NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Demonstration {MadeUp("bdfgklmnpstv")}" }, new PersonName { Full = MadeUp("ກຂງຈດຕນບປມລວສ"), Script = "Laoo" } },
            BirthDate = SomeMonth(),
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            ContactFacts = new() { Contacts = { new Contact { Kind = ContactKind.Email, Value = $"worker.{NewId()[..13]}@example.org" } }, Languages = { "lo" } },
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + NewId()[..8], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        Expect("gms.registry.worker-enrolled:1");

        Later(7);
        var startsOn = Day(Now.AddDays(45));
        var contract = await Contracted(startsOn, cancel);

        Later(14);
        foreach (var line in await Insurance.Beforehand(As(Account.SocialSecurity("LA"), "SocialSecurity", "social-security"), Stay(startsOn), cancel))
            Note(line);
        await Oriented(cancel);

        Later(7);
        var departure = await Cleared(contract, cancel);
        await PassShown(departure.DepartureId, cancel);
        if (StaysAtTheBorder)
            return;

        await Crossed(departure, contract, startsOn, cancel);
        await Worked(cancel);
        await CameHome(departure.DepartureId, contract, cancel);
    }

    /// <summary>The stay as it is thought of before departure: what it costs in contributions and what could be claimed at its end.</summary>
    static ForecastExitRequest Stay(Date startsOn) => new()
    {
        SchemeId = "TH-SSF-33",
        Nationality = "LA",
        FirstMonth = new() { Year = startsOn.Year, Month = startsOn.Month },
        Months = 24,
        Wage = new() { Minor = 1_300_000, Currency = "THB" },
        BirthDate = new() { Year = 1995 },
        Sex = "F",
    };

    async Task<string> Contracted(Date startsOn, CancellationToken cancel)
    {
        var agency = As(Account.Agency("LA"), "Recruitment", "recruitment");
        var registered = await new Contracts.ContractsClient(agency).RegisterContractAsync(FairRecruitment.GarmentContract(WorkerNumber, Day(Now), startsOn), cancellationToken: cancel);
        var contract = registered.ContractId;
        await FairRecruitment.Sign(agency, registered, Day(Now), cancel);
        Expect("gms.recruitment.contract-registered:1", "gms.recruitment.contract-signed:1", "gms.recruitment.contract-signed:1");

        foreach (var (item, payer, payee, minor) in new[] { ("PASSPORT", Payer.Employer, Payee.Authority, 45_000_000L), ("AGENT_FEE", Payer.Employer, Payee.OriginAgency, 300_000_000L) })
        {
            await new Costs.CostsClient(agency).RecordCostAsync(new()
            {
                RequestId = NewId(),
                ContractId = contract,
                Item = item,
                Payer = payer,
                Payee = payee,
                Amount = new() { Minor = minor, Currency = "LAK" },
                PaidOn = Day(Now),
                ReceiptReference = "DEMO-" + item,
                StatedBy = StatedBy.Agency,
            }, cancellationToken: cancel);
            Expect("gms.recruitment.cost-recorded:1");
        }
        await Declared(contract, cancel);
        await Judged(contract, cancel);
        return contract;
    }

    async Task Oriented(CancellationToken cancel)
    {
        var manager = As(Account.Training("LA"), "DepartureOrientation", "orientation");
        var sessions = new Sessions.SessionsClient(manager);
        var session = await RollOut.Plan(manager, data, Now.AddHours(1), Now.AddHours(8), cancel);
        await sessions.EnrolWorkerAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = WorkerNumber }, cancellationToken: cancel);

        GoTo(Now.AddHours(9));
        sessions = new(As(Account.Training("LA"), "DepartureOrientation", "orientation"));
        await sessions.RecordAttendanceAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = WorkerNumber, Day = Day(Now), Minutes = 360 }, cancellationToken: cancel);
        await sessions.CloseSessionAsync(new() { RequestId = NewId(), SessionId = session }, cancellationToken: cancel);
        Certificate = (await new Certificates.CertificatesClient(As(Account.Training("LA"), "DepartureOrientation", "orientation"))
            .IssueCertificateAsync(new() { RequestId = NewId(), SessionId = session, WorkerNumber = WorkerNumber }, cancellationToken: cancel)).CertificateId;
        Expect("gms.departure-orientation.worker-attended:1", "gms.departure-orientation.certificate-issued:1");
    }

    async Task<Departure> Cleared(string contract, CancellationToken cancel)
    {
        var departures = new Departures.DeparturesClient(As(Account.Ministry("LA"), "Registry", "departure-clearance"));
        var planned = Now.AddDays(10);
        var registered = (await departures.RegisterDepartureAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            ContractId = contract,
            Channel = "MOU_S59",
            Checkpoint = "TH-LA-01",
            Origin = "LA",
            Destination = "TH",
            PlannedOn = Day(planned),
            EmploymentType = "FORMAL",
        }, cancellationToken: cancel)).Departure;
        var decided = await Decided(departures, registered, cancel);
        if (decided.Status != DepartureStatus.Cleared)
            throw new CannotGoOnException($"The departure of the {Name} was not cleared but {decided.Status}: {Reasons(decided)}");
        Expect("gms.registry.departure-registered:1", "gms.registry.departure-cleared:1");

        GoTo(planned);
        return decided;
    }

    async Task Crossed(Departure decided, string contract, Date startsOn, CancellationToken cancel)
    {
        await new Crossings.CrossingsClient(As(Account.Border("LA"), "Registry", "border-control")).RecordExitAsync(new()
        {
            RequestId = NewId(),
            DepartureId = decided.DepartureId,
            Country = "LA",
            Checkpoint = decided.Checkpoint,
            CrossedAt = Instant,
        }, cancellationToken: cancel);
        GoTo(Now.AddHours(1));
        await new Crossings.CrossingsClient(As(Account.Border("TH"), "Registry", "border-control")).RecordArrivalAsync(new()
        {
            RequestId = NewId(),
            DepartureId = decided.DepartureId,
            Country = "TH",
            Checkpoint = decided.Checkpoint,
            CrossedAt = Instant,
        }, cancellationToken: cancel);
        Expect("gms.registry.worker-exited:1", "gms.registry.worker-arrived:1");
        await ContractShown(contract, cancel);
        GoTo(new DateTimeOffset(startsOn.Year, startsOn.Month, startsOn.Day, 3, 0, 0, TimeSpan.Zero));
    }

    /// <summary>The worker fetches the pass, and the post checks it on the planned day.</summary>
    async Task PassShown(string departure, CancellationToken cancel)
    {
        var pass = await new Passes.PassesClient(As(Account.Ministry("LA"), "Registry", "departure-clearance")).GetPassAsync(new() { DepartureId = departure }, cancellationToken: cancel);
        var verdict = await new Passes.PassesClient(As(Account.Border("LA"), "Registry", "border-control")).VerifyPassAsync(new() { Text = pass.Text }, cancellationToken: cancel);
        Note($"The departure pass, {pass.Text.Length} characters in one QR code, at the post on the planned day: {verdict.Verdict}. Offline: ./registry pass verify, or the Portal's page /check/");
        if (StaysAtTheBorder)
            Note($"It is valid now; to try that page, paste its text there: {pass.Text}");
    }

    /// <summary>On arrival the contract in hand is compared with the registered one.</summary>
    async Task ContractShown(string contract, CancellationToken cancel)
    {
        var registered = (await new Contracts.ContractsClient(As(Account.Agency("LA"), "Recruitment", "recruitment")).GetContractAsync(new() { ContractId = contract }, cancellationToken: cancel)).Contract;
        var compared = await new Contracts.ContractsClient(As(Account.Border("TH"), "Recruitment", "border-control"))
            .CompareContractAsync(new() { RequestId = NewId(), ContractId = contract, ShownHash = registered.ContractHash }, cancellationToken: cancel);
        Note($"The contract in hand on arrival beside the registered one: {compared.Match}");
    }

    /// <summary>Where the worker was, and what is owed at return.</summary>
    async Task Asked(string returned, CancellationToken cancel)
    {
        var spells = (await new Crossings.CrossingsClient(As(Account.Ministry("LA"), "Registry", "departure-clearance")).ListSpellsAsync(new() { WorkerNumber = WorkerNumber }, cancellationToken: cancel)).Spells;
        Note("By the crossings: " + string.Join(", ", spells.Select(s => $"{s.Country} {Edge(s.Began)} to {Edge(s.Ended)}")));
        var dues = (await new Returns.ReturnsClient(As(Account.Ministry("LA"), "Registry", "reintegration")).ListDuesAsync(new() { ReturnId = returned }, cancellationToken: cancel)).Dues;
        Note("Owed at return: " + string.Join(", ", dues.Select(d => $"{d.Topic} {d.State}")));
        static string Edge(SpellEdge? edge) => edge is null ? "?" : $"{edge.CrossedAt.ToDateTime():yyyy-MM-dd}";
    }

    async Task Worked(CancellationToken cancel)
    {
        var memberships = new Memberships.MembershipsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security"));
        var membership = (await memberships.StartMembershipAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            SchemeId = "TH-SSF-33",
            Employer = DemonstrationData.GarmentEmployer,
            FromDay = Day(Now),
            EmploymentType = "FORMAL",
            Channel = "MOU_S59",
        }, cancellationToken: cancel)).MembershipId;
        Expect("gms.social-security.membership-started:1");
        await ShowInsured("TH", "FORMAL", "MOU_S59", "the first working day", cancel);

        for (var i = 0; i < 3; i++)
        {
            var month = Now;
            GoTo(new DateTimeOffset(Now.Year, Now.Month, 1, 3, 0, 0, TimeSpan.Zero).AddMonths(1).AddDays(9));
            await new Contributions.ContributionsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security")).PostContributionAsync(new()
            {
                RequestId = NewId(),
                MembershipId = membership,
                Year = month.Year,
                Month = month.Month,
                Wage = new() { Minor = 1_300_000, Currency = "THB" },
                EmployeePaid = new() { Minor = 65_000, Currency = "THB" },
                EmployerPaid = new() { Minor = 65_000, Currency = "THB" },
            }, cancellationToken: cancel);
            Expect("gms.social-security.contribution-posted:1");
        }

        await ShowInsured("TH", "FORMAL", "MOU_S59", "after three months were paid", cancel);

        Later(180);
        await new Memberships.MembershipsClient(As(Account.SocialSecurity("TH"), "SocialSecurity", "social-security")).EndMembershipAsync(new()
        {
            RequestId = NewId(),
            MembershipId = membership,
            LastDay = Day(Now),
            Reason = MembershipEnd.EmploymentEnded,
        }, cancellationToken: cancel);
        Expect("gms.social-security.membership-ended:1");
    }

    async Task CameHome(string departure, string contract, CancellationToken cancel)
    {
        await new Contracts.ContractsClient(As(Account.Agency("LA"), "Recruitment", "recruitment")).EndContractAsync(new()
        {
            RequestId = NewId(),
            ContractId = contract,
            LastDay = Day(Now),
            Reason = ContractEnd.ByAgreement,
        }, cancellationToken: cancel);
        Expect("gms.recruitment.contract-ended:1");

        Later(3);
        await ShowInsured("TH", "FORMAL", "MOU_S59", "three days after the work ended", cancel);
        await ShowOwed("TH", cancel);
        await CrossedHome(departure, cancel);
        var returned = (await new Returns.ReturnsClient(As(Account.Ministry("LA"), "Registry", "reintegration")).RecordReturnAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            Reason = "END_CONTRACT",
            From = "TH",
            To = "LA",
            ReturnedOn = Day(Now),
            DepartureId = departure,
        }, cancellationToken: cancel)).ReturnId;
        await Asked(returned, cancel);
        await Reintegrated("LA", returned, "S07", cancel);
    }

    async Task CrossedHome(string departure, CancellationToken cancel)
    {
        await new Crossings.CrossingsClient(As(Account.Border("TH"), "Registry", "border-control"))
            .RecordExitAsync(new() { RequestId = NewId(), DepartureId = departure, Country = "TH", Checkpoint = "TH-LA-01", CrossedAt = Instant }, cancellationToken: cancel);
        GoTo(Now.AddHours(1));
        await new Crossings.CrossingsClient(As(Account.Border("LA"), "Registry", "border-control"))
            .RecordArrivalAsync(new() { RequestId = NewId(), DepartureId = departure, Country = "LA", Checkpoint = "TH-LA-01", CrossedAt = Instant }, cancellationToken: cancel);
        Expect("gms.registry.worker-exited:1", "gms.registry.worker-arrived:1");
    }
}
