using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

/// <summary>A clean case: a Lao garment worker with passport, contract, cover and certificate. A test names only what it is about.</summary>
static class Given
{
    public static readonly Guid Agency = Guid.Parse("019a0000-0000-7000-8000-0000000000a1");
    public static readonly Guid Employer = Guid.Parse("019a0000-0000-7000-8000-0000000000e1");
    public static readonly Guid Contract = Guid.Parse("019a0000-0000-7000-8000-0000000000c1");
    public static readonly DateOnly Day = new(2026, 12, 1);

    public static readonly ClearanceRules Rules = new(CorridorTable.Load(), CheckpointTable.Load(), DecisiveChecks.Load());

    public static Departure Departure(string origin = "LA", string channel = "MOU_S59", string? checkpoint = "TH-LA-01", DateOnly? day = null, Guid? agency = null, string destination = "TH", string employment = "FORMAL") => new()
    {
        RequestId = Guid.Empty,
        RequestHash = [],
        WorkerNumber = "LA-7KQ2-M9XD-R",
        ContractId = Contract,
        AgencyId = agency,
        ByAgency = agency is not null,
        Origin = origin,
        Destination = destination,
        Channel = channel,
        Checkpoint = checkpoint,
        PlannedOn = day ?? Day,
        EmploymentType = employment,
        Account = "officer",
        Organisation = "office",
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    public static Departure KhmerBorderWorker(DateOnly day) => Departure("KH", "BORDER_S64", "TH-KH-01", day, employment: "AGRICULTURAL_SEASONAL");

    public static ClearanceFacts Facts(
        PartialDate? born = null, Paper? paper = null, PartAnswer? recruitment = null, PartAnswer? socialSecurity = null, PartAnswer? orientation = null,
        ContractFacts? contract = null, bool withoutContract = false) => new()
    {
        BirthDate = born ?? new(1999, 7, 0),
        Papers = [paper ?? new("PASSPORT", null, new(2031, 5, 1))],
        Recruitment = recruitment ?? new(PartAnswer.Recruitment, [Check("FR01", Outcome.Pass)]),
        SocialSecurity = socialSecurity ?? new(PartAnswer.SocialSecurity, [Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass)]),
        DepartureOrientation = orientation ?? new(PartAnswer.DepartureOrientation, [Check("ORIENTATION_CERTIFICATE", Outcome.Pass)]),
        Contract = withoutContract ? null : contract ?? ContractOf(),
    };

    public static ContractFacts ContractOf(string origin = "LA", string channel = "MOU_S59", string employment = "FORMAL", Guid? agency = null, DateOnly? ends = null) => new()
    {
        ContractId = Contract.ToString(),
        AgencyId = (agency ?? Agency).ToString(),
        EmployerId = Employer.ToString(),
        Origin = origin,
        Destination = "TH",
        Channel = channel,
        EmploymentType = employment,
        EndsOn = (ends ?? new(2028, 11, 30)).ToProto(),
    };

    public static Check Check(string code, Outcome outcome, Confidence? confidence = Confidence.High, bool decisive = true) => new()
    {
        Code = code,
        Outcome = outcome,
        Message = code,
        Source = confidence is { } sure ? new() { Rule = code, Text = "a source", Confidence = sure } : null,
        Decisive = decisive,
    };

    public static Proto.RegisterDepartureRequest Application(string worker, string origin = "LA", string channel = "MOU_S59", string checkpoint = "TH-LA-01", DateOnly? day = null, string employment = "FORMAL") => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        WorkerNumber = worker,
        ContractId = Contract.ToString(),
        Channel = channel,
        Checkpoint = checkpoint,
        Origin = origin,
        Destination = "TH",
        PlannedOn = (day ?? TimeProvider.System.TodayIn(origin).AddDays(7)).ToProto(),
        EmploymentType = employment,
    };
}
