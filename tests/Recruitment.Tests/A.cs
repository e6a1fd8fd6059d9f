using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;

namespace Gms.Recruitment.Tests;

/// <summary>Valid things: a Lao agency sends a garment worker to Thailand by the MoU. A test names only what it is about.</summary>
static partial class A
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly RecruitmentReference Reference = RecruitmentReference.Load();

    public static readonly Guid AgencyId = new("0195f3a0-0000-7000-8000-000000000001"), EmployerId = new("0195f3a0-0000-7000-8000-000000000002"), JobOrderId = new("0195f3a0-0000-7000-8000-000000000003");

    public static Agency Agency(string country = "LA", params Licence[] licences) => new()
    {
        Id = AgencyId,
        Country = country,
        Name = "Example Agency",
        RegistrationNumber = "01-00012345",
        RegisteredAt = DateTimeOffset.UnixEpoch,
        Licences = [.. licences.Length == 0 ? [Licence(country)] : licences],
    };

    public static Licence Licence(string country = "LA", DateOnly? from = null, DateOnly? to = null, bool endless = false, Money? deposit = null, bool outbound = true, string partner = "TH", Suspension? suspended = null) => new()
    {
        Id = Guid.Empty,
        AgencyId = AgencyId,
        Country = country,
        Number = "EX-1",
        Outbound = outbound,
        ValidFrom = from ?? new(2026, 1, 1),
        ValidTo = endless ? null : to ?? new(2027, 12, 31),
        Countries = [partner],
        Deposit = deposit,
        GrantedAt = DateTimeOffset.UnixEpoch,
        Suspensions = suspended is null ? [] : [suspended],
    };

    public static Suspension Suspension(DateOnly from, DateOnly? until = null)
    {
        var suspension = new Suspension { Id = Guid.Empty, LicenceId = Guid.Empty, From = from, Reason = "inspection" };
        if (until is { } day)
            suspension.End(day);
        return suspension;
    }

    /// <summary>Accredited and visited, unless a test says otherwise.</summary>
    public static Employer Employer(string country = "TH", bool accredited = true, DateOnly? accreditedUntil = null, bool visited = true, DateOnly? visitedOn = null) => new()
    {
        Standings = accredited ? [new() { EmployerId = EmployerId, Number = 1, Standing = EmployerStanding.Accredited, From = new(2026, 1, 1), LastDay = accreditedUntil, RecordedAt = DateTimeOffset.UnixEpoch }] : [],
        SiteVisitedOn = visited ? visitedOn ?? new(2026, 6, 1) : null,
        Id = EmployerId,
        Country = country,
        Name = "Example Garments",
        RegistrationNumber = "0105500000001",
        Sector = "GARMENT",
        Subdivision = "TH-10",
        RegisteredAt = DateTimeOffset.UnixEpoch,
    };

    public static JobOrder JobOrder(bool attested = true, long wage = 1_300_000, DateOnly? openUntil = null, Guid? employer = null, string occupation = "8153", string origin = "LA", string channel = "MOU_S59", Guid? agency = null, string country = "TH")
    {
        var order = new JobOrder
        {
            Id = JobOrderId,
            EmployerId = employer ?? EmployerId,
            AgencyId = agency ?? AgencyId,
            Origin = origin,
            Country = country,
            Channel = channel,
            Occupation = occupation,
            Places = 10,
            PlacesLeft = 10,
            Wage = new(wage, "THB"),
            WagePeriod = WagePeriod.Month,
            HoursPerWeek = 48,
            OpenUntil = openUntil ?? new(2027, 3, 31),
            RegisteredAt = DateTimeOffset.UnixEpoch,
        };
        if (attested)
            order.Attest("DOE-1");
        return order;
    }

    public static ContractTerms Terms(long wage = 1_300_000, string currency = "THB", WagePeriod period = WagePeriod.Month, int hours = 48) => new()
    {
        Wage = new(wage, currency),
        WagePeriod = period,
        HoursPerWeek = hours,
        DaysPerWeek = 6,
        Workplace = "TH-10",
        MonthlyDeduction = new(0, currency),
        Housing = Housing.EmployerFree,
        InsuranceStated = true,
        NoticeDays = 30,
        LeavingPenalty = false,
        ReturnTravelPaidBy = Payer.Employer,
        ComplaintChannelNamed = true,
    };

    public static ContractText Text(ContractTerms? terms = null, DateOnly? signed = null, DateOnly? starts = null, DateOnly? ends = null, bool direct = false, string origin = "LA", string destination = "TH", string channel = "MOU_S59", string occupation = "8153") => new()
    {
        WorkerNumber = "LA-7KQ2-M9XD-R",
        AgencyId = direct ? null : AgencyId,
        EmployerId = EmployerId,
        JobOrderId = direct ? null : JobOrderId,
        Origin = origin,
        Destination = destination,
        Channel = channel,
        Occupation = occupation,
        EmploymentType = "FORMAL",
        StartsOn = starts ?? new(2026, 12, 10),
        EndsOn = ends ?? new(2028, 12, 9),
        SignedOn = signed ?? new(2026, 11, 20),
        Languages = ["lo", "th"],
        Terms = terms ?? Terms(),
    };

    public static ContractSignature Signature(ContractParty party, DateOnly? on = null, string organisation = "office", int number = 1) => new()
    {
        ContractId = Guid.Empty,
        Number = number,
        Party = party,
        Method = SigningMethod.Ink,
        SignedOn = on ?? new(2026, 11, 20),
        Hash = "",
        Organisation = organisation,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    public static Contract Contract(ContractText? text = null, PartialDate? born = null, bool bornUnknown = false, Agency? agency = null, Employer? employer = null, JobOrder? order = null, string sector = "GARMENT", bool signed = true)
    {
        var says = text ?? Text();
        var written = says.Write();
        return new()
        {
            Id = Guid.Empty,
            WorkerNumber = says.WorkerNumber,
            WorkerBorn = bornUnknown ? null : born ?? new(1999, 7, 0),
            Country = says.AgencyId is null ? says.Destination : says.Origin,
            AgencyId = says.AgencyId,
            Agency = says.AgencyId is null ? null : agency ?? Agency(says.Origin),
            EmployerId = says.EmployerId,
            Employer = employer ?? Employer(says.Destination),
            JobOrderId = says.JobOrderId,
            JobOrder = says.JobOrderId is null ? null : order ?? JobOrder(),
            Origin = says.Origin,
            Destination = says.Destination,
            Channel = says.Channel,
            Occupation = says.Occupation,
            Sector = sector,
            EmploymentType = says.EmploymentType,
            StartsOn = says.StartsOn,
            EndsOn = says.EndsOn,
            LastDay = says.EndsOn,
            TextVersion = 1,
            TextHash = ContractText.HashOf(written),
            RegisteredAt = DateTimeOffset.UnixEpoch,
            Versions = [new() { ContractId = Guid.Empty, Number = 1, SignedOn = says.SignedOn, Languages = [.. says.Languages], Text = written, Hash = ContractText.HashOf(written), RegisteredAt = DateTimeOffset.UnixEpoch, Signatures = signed ? [Signature(ContractParty.Worker, says.SignedOn), Signature(ContractParty.Employer, says.SignedOn)] : [] }],
        };
    }

    /// <summary>A further version of a contract.</summary>
    public static void AddVersion(Contract contract, ContractText text, VersionCause cause) =>
        contract.Versions.Add(ContractVersion.Of(contract.Id, contract.Versions.Count + 1, cause, text, text.Write(), null, [], DateTimeOffset.UnixEpoch));

    public static Representative SubAgent(DateOnly from, DateOnly? lastDay = null) => new()
    {
        Id = Guid.Empty,
        AgencyId = AgencyId,
        Country = "LA",
        Kind = RepresentativeKind.SubAgent,
        Name = "Example Broker",
        RegistrationNumber = "B-1",
        From = from,
        LastDay = lastDay,
        OneAgency = true,
        RegisteredAt = DateTimeOffset.UnixEpoch,
    };

    public static CostLine Cost(string item = "AGENT_FEE", Payer payer = Payer.Worker, Payee payee = Payee.OriginAgency, long amount = 100_000, string currency = "THB", DateOnly? paidOn = null, string? receipt = "R-1", StatedBy statedBy = StatedBy.Worker) => new()
    {
        Id = Guid.Empty,
        ContractId = Guid.Empty,
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        Item = item,
        Payer = payer,
        Payee = payee,
        Amount = new(amount, currency),
        PaidOn = paidOn ?? new(2026, 11, 1),
        ReceiptReference = receipt,
        StatedBy = statedBy,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    public static Guid IdOf(int n) => new($"0195f3a0-0000-7000-8000-0000000001{n:00}");

    public static CostLine Nothing(string item = "AGENT_FEE", StatedBy statedBy = StatedBy.Worker) => Line(99, Cost(item, amount: 0, currency: "XXX", statedBy: statedBy), nothing: true);

    /// <summary>A line with an id, and what only some lines have.</summary>
    public static CostLine Line(int id, CostLine of, int? replaces = null, Money? equivalent = null, bool nothing = false, bool byWorker = false) => new()
    {
        Id = IdOf(id),
        ContractId = of.ContractId,
        WorkerNumber = of.WorkerNumber,
        Country = of.Country,
        Item = of.Item,
        Payer = of.Payer,
        Payee = of.Payee,
        Amount = of.Amount,
        Equivalent = equivalent,
        NothingPaid = nothing,
        PaidOn = of.PaidOn,
        ReceiptReference = of.ReceiptReference,
        StatedBy = of.StatedBy,
        ReplacesId = replaces is { } earlier ? IdOf(earlier) : null,
        CorrectionReason = replaces is null ? null : "misread",
        RecordedAt = of.RecordedAt,
        ByWorker = byWorker,
    };

    public static Declaration Declaration(bool? papers = true, bool? owes = false, bool? borrowed = false, bool? free = true, bool? copy = true, bool? channel = true, bool? complete = true, params string[] languages) => new()
    {
        Id = Guid.Empty,
        ContractId = Guid.Empty,
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        DeclaredOn = new(2026, 11, 21),
        Languages = languages.Length == 0 ? ["lo"] : languages,
        HoldsOwnPapers = papers,
        OwesRecruiter = owes,
        BorrowedToPay = borrowed,
        FreeToLeave = free,
        HasCopy = copy,
        KnowsComplaintChannel = channel,
        CostsComplete = complete,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A fair recruitment on the day of departure.</summary>
    public static RecruitmentFacts Facts(Contract? contract = null, Declaration? declaration = null, bool undeclared = false, DateOnly? asOf = null, params CostLine[] costs) =>
        FactsWith(contract ?? Contract(), undeclared ? [] : [declaration ?? Declaration()], [], asOf, costs);

    /// <summary>As they are read: of the declarations the newest first.</summary>
    public static RecruitmentFacts FactsWith(Contract contract, IReadOnlyList<Declaration> declarations, IReadOnlyList<Complaint> complaints, DateOnly? asOf = null, params CostLine[] costs)
    {
        var day = asOf ?? new(2026, 12, 5);
        return new RecruitmentRecords(
            new Dictionary<Guid, Contract> { [contract.Id] = contract }, costs.ToLookup(c => c.ContractId), declarations.ToLookup(d => d.ContractId), complaints.ToLookup(_ => contract.Id)).FactsOf(contract, day, Reference, day);
    }
}
