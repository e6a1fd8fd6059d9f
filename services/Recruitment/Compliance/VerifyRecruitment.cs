using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
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
        var asked = ReadQuestion(request);
        var numbers = await db.NumbersOf(asked.WorkerNumber, cancel);
        var chosen = Choose(asked, ByFirstDay(await ContractsUnder(numbers).ToListAsync(cancel)));
        var records = await Records(chosen.ContractId is { } id ? [id] : [], cancel);

        return Answer(asked, chosen, records, null);
    }

    static RecruitmentQuestion ReadQuestion(Proto.VerifyRecruitmentRequest request) => new(
        Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        Read.OptionalDay(request.AsOf, "as_of"),
        Read.OptionalId(request.ContractId, "contract_id"));

    IQueryable<Contract> ContractsUnder(IReadOnlyCollection<string> numbers) => db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber));

    static IEnumerable<Contract> ByFirstDay(IEnumerable<Contract> contracts) => contracts.OrderBy(c => c.StartsOn);

    /// <summary>Of the worker's contracts to which the caller is a party, the one that the verdict is about. Whoever is party to none learns of none.</summary>
    ChosenContract Choose(RecruitmentQuestion asked, IEnumerable<Contract> contracts)
    {
        var own = contracts.Where(c => call.Reaches(c.Reach)).ToList();
        if (asked.Named is not null && own.All(c => c.Id != asked.Named))
            throw Refuse.NotFound(Problems.ContractNotFound());
        if (own.Count == 0)
            call.MustReach(new() { Countries = [WorkerNumber.CountryOf(asked.WorkerNumber)], Worker = asked.WorkerNumber }, Problems.ContractNotFound("worker_number"));
        return new(asked.Named ?? own.FirstOrDefault(c => c.LastDay >= c.StartsOn && c.LastDay >= (asked.AsOf ?? clock.TodayIn(c.Origin)))?.Id, own.Count > 0);
    }

    /// <summary>Everything about these contracts that their verdicts weigh.</summary>
    async Task<RecruitmentRecords> Records(IReadOnlyCollection<Guid> ids, CancellationToken cancel) => ids.Count == 0 ? RecruitmentRecords.None : new(
        await db.Contracts.AsNoTrackingWithIdentityResolution()
            .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer).Include(c => c.JobOrder).Include(c => c.Versions)
            .Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel),
        (await db.Costs.AsNoTracking().Where(c => ids.Contains(c.ContractId)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.ContractId),
        (await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.ContractId)).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).ToListAsync(cancel)).ToLookup(d => d.ContractId));

    Proto.VerifyRecruitmentResponse Answer(RecruitmentQuestion asked, ChosenContract chosen, RecruitmentRecords records, InNameOf? asker)
    {
        var contract = chosen.ContractId is { } id ? records.Contracts[id] : null;
        call.Disclose(contract?.WorkerNumber ?? asked.WorkerNumber, asker, "recruitment_verdict");
        var checks = contract is null
            ? Verdict.WithoutContract(reference.Indicators, ended: chosen.AnyInReach)
            : Verdict.Of(new(contract, contract.Versions.MaxBy(v => v.Number)!, [.. records.Costs[contract.Id]], records.Declarations[contract.Id].FirstOrDefault(), asked.AsOf ?? clock.TodayIn(contract.Origin), reference));
        return new()
        {
            Checks = { checks },
            Counts = Count(checks),
            Contract = contract is null ? null : ToFacts(contract),
            VerifiedAt = clock.GetUtcNow().ToTimestamp(),
        };
    }

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

/// <summary>Whose recruitment is asked about.</summary>
/// <param name="Named">The contract named; null for the one in force, otherwise the next to begin.</param>
sealed record RecruitmentQuestion(string WorkerNumber, DateOnly? AsOf, Guid? Named);

/// <summary>The contract that a verdict is about; null when none is in force or to begin.</summary>
/// <param name="AnyInReach">The caller may see some contract of the worker.</param>
sealed record ChosenContract(Guid? ContractId, bool AnyInReach);

/// <summary>Contracts with their parties, costs and declarations, those of a contract the newest first.</summary>
sealed record RecruitmentRecords(IReadOnlyDictionary<Guid, Contract> Contracts, ILookup<Guid, CostLine> Costs, ILookup<Guid, Declaration> Declarations)
{
    public static readonly RecruitmentRecords None = new(new Dictionary<Guid, Contract>(), Array.Empty<CostLine>().ToLookup(c => c.ContractId), Array.Empty<Declaration>().ToLookup(d => d.ContractId));
}
