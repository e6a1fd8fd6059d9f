using Gms.Platform;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests;

/// <summary>Valid requests, each its own intent. A test changes only what it is about.</summary>
static class Ask
{
    public static string NewId() => Guid.NewGuid().ToString();

    public static Gms.Type.V1.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static Proto.RegisterAgencyRequest Agency(string country = "LA") => new() { RequestId = NewId(), Country = country, Name = "ບໍລິສັດຕົວຢ່າງ", NameLatin = "Example Agency", RegistrationNumber = NewId() };

    public static Proto.LicenseAgencyRequest Licence(string agency) => new()
    {
        RequestId = NewId(),
        AgencyId = agency,
        LicenceNumber = NewId(),
        Direction = Proto.LicenceDirection.Outbound,
        ValidFrom = Day(2026, 1, 1),
        ValidTo = Day(2027, 12, 31),
        Countries = { "TH", "JP" },
    };

    public static Proto.RegisterEmployerRequest Employer(string country = "TH") => new()
    {
        RequestId = NewId(),
        Country = country,
        Name = "ตัวอย่าง การ์เม้นท์",
        NameLatin = "Example Garments",
        RegistrationNumber = NewId(),
        Sector = "GARMENT",
        Subdivision = $"{country}-10",
        SiteVisitedOn = Day(2026, 6, 1),
    };

    public static Proto.RegisterJobOrderRequest JobOrder(string employer, Guid agency, int places = 10) => new()
    {
        RequestId = NewId(),
        EmployerId = employer,
        AgencyId = agency.ToString(),
        Origin = "LA",
        Channel = "MOU_S59",
        Occupation = "8153",
        Places = places,
        Wage = new() { Minor = 1_300_000, Currency = "THB" },
        WagePeriod = Proto.WagePeriod.Month,
        HoursPerWeek = 48,
        OpenUntil = Day(2027, 3, 31),
    };

    public static Proto.RegisterContractRequest Contract(string worker, Guid agency, string employer, string order) => new()
    {
        RequestId = NewId(),
        WorkerNumber = worker,
        AgencyId = agency.ToString(),
        EmployerId = employer,
        JobOrderId = order,
        Origin = "LA",
        Destination = "TH",
        Channel = "MOU_S59",
        Occupation = "8153",
        EmploymentType = "FORMAL",
        StartsOn = Day(2026, 12, 10),
        EndsOn = Day(2028, 12, 9),
        SignedOn = Day(2026, 11, 20),
        Languages = { "lo", "th" },
        Terms = Terms(),
    };

    public static Proto.ContractTerms Terms() => new()
    {
        Wage = new() { Minor = 1_300_000, Currency = "THB" },
        WagePeriod = Proto.WagePeriod.Month,
        HoursPerWeek = 48,
        DaysPerWeek = 6,
        Workplace = "TH-10",
        MonthlyDeduction = new() { Minor = 0, Currency = "THB" },
        Housing = Proto.Housing.EmployerFree,
        InsuranceStated = true,
        NoticeDays = 30,
        LeavingPenalty = false,
        ReturnTravelPaidBy = Proto.Payer.Employer,
        ComplaintChannelNamed = true,
    };

    /// <summary>A Cambodian border-pass worker hired directly by a Thai farm for the season.</summary>
    public static Proto.RegisterContractRequest SeasonalContract(string worker, string employer) => new()
    {
        RequestId = NewId(),
        WorkerNumber = worker,
        EmployerId = employer,
        Origin = "KH",
        Destination = "TH",
        Channel = "BORDER_S64",
        Occupation = "9211",
        EmploymentType = "AGRICULTURAL_SEASONAL",
        StartsOn = Day(2024, 5, 13),
        EndsOn = Day(2024, 8, 9),
        SignedOn = Day(2024, 5, 10),
        Languages = { "km", "th" },
        Terms = new()
        {
            Wage = new() { Minor = 34_000, Currency = "THB" },
            WagePeriod = Proto.WagePeriod.Day,
            HoursPerWeek = 48,
            DaysPerWeek = 6,
            Workplace = "TH-27",
            MonthlyDeduction = new() { Minor = 0, Currency = "THB" },
            Housing = Proto.Housing.EmployerFree,
            InsuranceStated = true,
            NoticeDays = 7,
            LeavingPenalty = false,
            ReturnTravelPaidBy = Proto.Payer.Employer,
            ComplaintChannelNamed = true,
        },
    };

    public static Proto.RecordDeclarationRequest Declaration(string contract, string language = "lo") => new()
    {
        RequestId = NewId(),
        ContractId = contract,
        DeclaredOn = Day(2026, 11, 21),
        Languages = { language },
        HoldsOwnPapers = true,
        OwesRecruiter = false,
        BorrowedToPay = false,
        FreeToLeave = true,
        HasCopy = true,
        KnowsComplaintChannel = true,
        CostsComplete = true,
    };

    /// <summary>Everything as it should be, but for the items named.</summary>
    public static Proto.RecordStatementRequest Statement(string contract, params (string Item, Proto.StatementAnswer Answer)[] but) => new()
    {
        RequestId = NewId(),
        ContractId = contract,
        DeclaredOn = Day(2026, 11, 21),
        Languages = { "lo" },
        Questionnaire = "2026-1",
        Answers =
        {
            Gms.Recruitment.Declarations.Questionnaires.Load().Find("2026-1")!.Items.Select(q => new Proto.StatementItem
            {
                Item = q.Code,
                Answer = but.FirstOrDefault(b => b.Item == q.Code).Answer is var other and not Proto.StatementAnswer.Unspecified ? other
                    : q.Good == Gms.Recruitment.Declarations.StatementAnswer.Yes ? Proto.StatementAnswer.Yes : Proto.StatementAnswer.No,
            }),
        },
    };

    /// <summary>The same without a name.</summary>
    public static Proto.RecordStatementRequest Anonymous(Guid agency, params (string Item, Proto.StatementAnswer Answer)[] but)
    {
        var statement = Statement("", but);
        (statement.Anonymous, statement.AgencyId, statement.Destination, statement.DeclaredOn) = (true, agency.ToString(), "TH", null);
        statement.Languages.Clear();
        return statement;
    }

    public static Proto.RecordCostRequest Cost(string contract) => new()
    {
        RequestId = NewId(),
        ContractId = contract,
        Item = "PASSPORT",
        Payer = Proto.Payer.Employer,
        Payee = Proto.Payee.Authority,
        Amount = new() { Minor = 150_000, Currency = "THB" },
        PaidOn = Day(2026, 11, 10),
        ReceiptReference = "R-17",
        StatedBy = Proto.StatedBy.Officer,
    };
}
