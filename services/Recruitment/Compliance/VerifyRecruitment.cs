using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    public override async Task<Proto.VerifyRecruitmentResponse> VerifyRecruitment(Proto.VerifyRecruitmentRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var worker = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var asOf = Read.OptionalDay(request.AsOf, "as_of");
        var named = Read.OptionalId(request.ContractId, "contract_id");
        var own = await ContractsInReach(await db.NumbersOf(worker, cancel), cancel);
        if (named is not null && own.All(c => c.Id != named))
            throw Refuse.NotFound(Problems.ContractNotFound());
        if (own.Count == 0)
            call.MustReach(new() { Countries = [WorkerNumber.CountryOf(worker)], Worker = worker }, Problems.ContractNotFound("worker_number"));
        var chosen = named ?? own.FirstOrDefault(c => c.LastDay >= c.StartsOn && c.LastDay >= (asOf ?? clock.TodayIn(c.Origin)))?.Id;
        var contract = chosen is { } id ? await WithParties(id, cancel) : null;

        call.Disclose(contract?.WorkerNumber ?? worker, "recruitment_verdict");
        var checks = contract is null ? Verdict.WithoutContract(reference.Indicators, ended: own.Count > 0) : Verdict.Of(await Facts(contract, asOf ?? clock.TodayIn(contract.Origin), cancel));
        return new()
        {
            Checks = { checks },
            Counts = Count(checks),
            Contract = contract is null ? null : ToFacts(contract),
            VerifiedAt = clock.GetUtcNow().ToTimestamp(),
        };
    }

    /// <summary>The worker's contracts to which the caller is a party, by their first day. Whoever is party to none learns of none.</summary>
    async Task<List<Contract>> ContractsInReach(IReadOnlyList<string> numbers, CancellationToken cancel) =>
        [.. (await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).OrderBy(c => c.StartsOn).ToListAsync(cancel)).Where(c => call.Reaches(c.Reach))];

    Task<Contract> WithParties(Guid id, CancellationToken cancel) => db.Contracts.AsNoTracking()
        .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer).Include(c => c.JobOrder).Include(c => c.Versions)
        .SingleAsync(c => c.Id == id, cancel);

    async Task<RecruitmentFacts> Facts(Contract contract, DateOnly asOf, CancellationToken cancel) => new(
        contract,
        contract.Versions.MaxBy(v => v.Number)!,
        await db.Costs.AsNoTracking().Where(c => c.ContractId == contract.Id).OrderBy(c => c.Id).ToListAsync(cancel),
        await db.Declarations.AsNoTracking().Where(d => d.ContractId == contract.Id).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancel),
        asOf,
        reference);

    static Proto.VerdictCounts Count(IReadOnlyList<Check> checks)
    {
        int Of(Outcome outcome) => checks.Count(c => c.Outcome == outcome);
        int Decisive(Outcome outcome) => checks.Count(c => c.Outcome == outcome && c.Decisive);
        return new()
        {
            Pass = Of(Outcome.Pass),
            Fail = Of(Outcome.Fail),
            Unknown = Of(Outcome.Unknown),
            NotApplicable = Of(Outcome.NotApplicable),
            DecisiveFail = Decisive(Outcome.Fail),
            DecisiveUnknown = Decisive(Outcome.Unknown),
        };
    }

    static Proto.ContractFacts ToFacts(Contract contract) => new()
    {
        ContractId = contract.Id.ToString(),
        AgencyId = contract.AgencyId?.ToString() ?? "",
        EmployerId = contract.EmployerId.ToString(),
        Origin = contract.Origin,
        Destination = contract.Destination,
        Channel = contract.Channel,
        Occupation = contract.Occupation,
        Sector = contract.Sector,
        EmploymentType = contract.EmploymentType,
        StartsOn = contract.StartsOn.ToProto(),
        EndsOn = contract.LastDay.ToProto(),
        Version = contract.TextVersion,
        ContractHash = contract.TextHash,
        EmployerName = contract.Employer!.NameLatin ?? contract.Employer.Name,
    };
}
