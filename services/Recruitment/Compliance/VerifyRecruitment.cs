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
        var contract = await FindContract(await db.NumbersOf(worker, cancel), Read.OptionalId(request.ContractId, "contract_id"), asOf, cancel);
        call.MustReach(contract?.Reach ?? new() { Countries = [WorkerNumber.CountryOf(worker)], Worker = worker }, Problems.ContractNotFound());

        call.Disclose(contract?.WorkerNumber ?? worker, "recruitment_verdict");
        var checks = contract is null ? Verdict.WithoutContract(reference.Indicators) : Verdict.Of(await Facts(contract, asOf ?? clock.TodayIn(contract.Origin), cancel));
        return new()
        {
            Checks = { checks },
            Counts = Count(checks),
            Contract = contract is null ? null : ToFacts(contract),
            VerifiedAt = clock.GetUtcNow().ToTimestamp(),
        };
    }

    /// <summary>The contract named; otherwise the one in force on the day, otherwise the next to begin. Null when the worker has none.</summary>
    async Task<Contract?> FindContract(IReadOnlyList<string> numbers, Guid? named, DateOnly? asOf, CancellationToken cancel)
    {
        var chosen = named;
        if (chosen is null)
        {
            var begun = await db.Contracts.Where(c => numbers.Contains(c.WorkerNumber) && c.LastDay >= c.StartsOn).OrderBy(c => c.StartsOn).Select(c => new { c.Id, c.Origin, c.LastDay }).ToListAsync(cancel);
            chosen = begun.FirstOrDefault(c => c.LastDay >= (asOf ?? clock.TodayIn(c.Origin)))?.Id;
        }
        if (chosen is null)
            return null;

        return await db.Contracts.AsNoTracking()
            .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer).Include(c => c.JobOrder).Include(c => c.Versions)
            .SingleOrDefaultAsync(c => c.Id == chosen && numbers.Contains(c.WorkerNumber), cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
    }

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
    };
}
