using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    public override async Task<Proto.VerifyRecruitmentResponse> VerifyRecruitment(Proto.VerifyRecruitmentRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = RecruitmentQuestion.Of(request);
        await using var known = await Known(request.KnownAt, cancel);
        var chosen = await ChosenContract.Of(Db, call, clock, asked, cancel);
        var records = await RecruitmentRecords.Of(Db, chosen.ContractId is { } id ? [id] : [], cancel);

        return Answer(asked, chosen, records, null);
    }

    Proto.VerifyRecruitmentResponse Answer(RecruitmentQuestion asked, ChosenContract chosen, RecruitmentRecords records, InNameOf? asker)
    {
        var contract = chosen.ContractId is { } id ? records.Contracts[id] : null;
        call.Disclose(contract?.WorkerNumber ?? asked.WorkerNumber, asker, "recruitment_verdict");
        var facts = contract is null ? null : records.FactsOf(contract, asked.AsOf ?? clock.TodayIn(contract.Origin), reference, clock.TodayIn(contract.Origin));
        var (checks, signs) = facts is null ? (Verdict.WithoutContract(reference.Indicators, ended: chosen.AnyInReach), []) : OfficersOnly.Tell(facts, call.Caller.Agency is not null);
        return new()
        {
            Checks = { checks },
            Counts = Count(checks),
            Contract = contract is null ? null : ToFacts(contract),
            VerifiedAt = clock.GetUtcNow().ToTimestamp(),
            ForcedLabour = { signs.Select(s => s.ToProto()) },
        };
    }

    internal static Proto.VerdictCounts Count(IReadOnlyList<Check> checks)
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
