using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Registry.V1;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests;

/// <summary>Recruitment on a database of its own, with a registry of workers that knows everybody but those it is told to forget.</summary>
public class RecruitmentHost : ServiceHost<RecruitmentDb>
{
    public const string ConfirmWorker = "/gms.registry.v1.Workers/ConfirmWorker";

    public RecruitmentHost() : base(Program.Service()) => WorkersAnswer();

    /// <summary>Rounds of the clock are made by the tests, at the time that they are about; OverdueHost has them as in life.</summary>
    protected override void Replace(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(LateComplaints)));

    public HashSet<string> Strangers { get; } = [];

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    public Proto.Agencies.AgenciesClient Agencies(string country = "LA") => new(As(Who.Is(Role.LicensingOfficer, country), clock: Now));

    public Proto.Licences.LicencesClient Licences(Who? who = null, DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.LicensingOfficer, "LA"), "recruitment", at ?? Now));

    public Proto.Representatives.RepresentativesClient Representatives(Who? who = null) => new(As(who ?? Who.Is(Role.LicensingOfficer, "LA"), "recruitment", Now));

    public Proto.Employers.EmployersClient Employers(string country = "TH", DateTimeOffset? at = null) => new(As(Who.Is(Role.MinistryOfficer, country), clock: at ?? Now));

    public Proto.JobOrders.JobOrdersClient JobOrders(Who? who = null, DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.MinistryOfficer, "TH"), clock: at ?? Now));

    public Proto.Contracts.ContractsClient Contracts(Who? who = null, string? purpose = null, DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.MinistryOfficer, "LA"), purpose, at ?? Now));

    public Proto.Declarations.DeclarationsClient Declarations(Who who, string purpose = "recruitment-verification", DateTimeOffset? at = null) => new(As(who, purpose, at ?? Now));

    public Proto.Costs.CostsClient Costs(Who? who = null, DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.Inspector, "LA"), "recruitment-verification", at ?? Now));

    public Proto.Verdicts.VerdictsClient Verdicts(Who? who = null, DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.Inspector, "LA"), "recruitment-verification", at ?? Now));

    public Proto.Compliance.ComplianceClient Compliance(Who? who = null, string purpose = "recruitment-verification", DateTimeOffset? at = null) => new(As(who ?? Who.Is(Role.Inspector, "LA"), purpose, at ?? Now));

    public void WorkersAnswer() => Peers.Answer(ConfirmWorker, (ConfirmWorkerRequest r) => Strangers.Contains(r.WorkerNumber)
        ? new ConfirmWorkerResponse()
        : new ConfirmWorkerResponse { Exists = true, WorkerNumber = r.WorkerNumber, Country = r.WorkerNumber[..2], BirthDate = new() { Year = 1999, Month = 7 }, Sex = "female" });

    /// <summary>An agency with a licence for Thailand.</summary>
    public async Task<(Guid Agency, string Licence)> LicensedAgency(string country = "LA")
    {
        var agency = (await Agencies(country).RegisterAgencyAsync(Ask.Agency(country))).AgencyId;
        var licence = (await Agencies(country).LicenseAgencyAsync(Ask.Licence(agency))).LicenceId;
        return (Guid.Parse(agency), licence);
    }

    /// <summary>A complaint about an agency that was opened on that day, and is still open.</summary>
    public async Task<string> Complaint(Guid agency, DateOnly opened) => (await new Proto.Complaints.ComplaintsClient(As(Who.Is(Role.Inspector, "LA"), "complaint", new(opened.ToDateTime(new(5, 0)), TimeSpan.Zero))).OpenComplaintAsync(new()
    {
        RequestId = Ask.NewId(),
        WorkerNumber = WorkerNumber.New("LA"),
        AgencyId = agency.ToString(),
        Country = "LA",
        Category = Proto.ComplaintCategory.Wages,
        ToldBy = Proto.ComplaintTeller.Officer,
        Subject = "Wages were not paid.",
    })).ComplaintId;

    public async Task<string> Employer(string country = "TH") => (await Employers(country).RegisterEmployerAsync(Ask.Employer(country))).EmployerId;

    /// <summary>An attested order for a licensed Lao agency.</summary>
    public async Task<(Guid Agency, string Licence, string Employer, string JobOrder)> AttestedOrder(int places = 10)
    {
        var (agency, licence) = await LicensedAgency();
        var employer = await Employer();
        var order = (await JobOrders(Who.AgencyOfficer(agency, "LA")).RegisterJobOrderAsync(Ask.JobOrder(employer, agency, places))).JobOrderId;
        await JobOrders().AttestJobOrderAsync(new() { RequestId = Ask.NewId(), JobOrderId = order, AttestationNumber = "DOE-2569-1" });
        return (agency, licence, employer, order);
    }

    /// <summary>Worker and employer sign the contract, and the labour office accredits the employer.</summary>
    public async Task Settle(string contract, DateOnly? on = null)
    {
        var (hash, employer, country) = await Db(db => db.Contracts.Where(c => c.Id == Guid.Parse(contract)).Select(c => new ValueTuple<string, Guid, string>(c.TextHash, c.EmployerId, c.Country)).SingleAsync());
        var at = on is { } day ? new DateTimeOffset(day.ToDateTime(new(5, 0)), TimeSpan.Zero) : Now;
        foreach (var party in new[] { Proto.ContractParty.Worker, Proto.ContractParty.Employer })
            await Contracts(Who.Is(Role.MinistryOfficer, country), "recruitment", at).SignContractAsync(new()
            {
                RequestId = Ask.NewId(),
                ContractId = contract,
                Version = 1,
                ContractHash = hash,
                Party = party,
                Method = Proto.SigningMethod.Ink,
                SignedOn = DateOnly.FromDateTime(at.UtcDateTime).ToProto(),
                Signatory = party == Proto.ContractParty.Employer ? "x" : "",
            });
        await Employers(at: at).AccreditEmployerAsync(new() { RequestId = Ask.NewId(), EmployerId = employer.ToString(), Reference = "A", From = Ask.Day(2024, 1, 1) });
    }

    public async Task<(Guid Agency, string Worker, string Contract)> Contract()
    {
        var (agency, _, employer, order) = await AttestedOrder();
        var worker = WorkerNumber.New("LA");
        var contract = await Contracts(Who.AgencyOfficer(agency, "LA")).RegisterContractAsync(Ask.Contract(worker, agency, employer, order));
        return (agency, worker, contract.ContractId);
    }
}
