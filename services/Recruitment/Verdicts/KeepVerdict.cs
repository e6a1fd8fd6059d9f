using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

partial class VerdictsService
{
    public override async Task<Proto.KeepVerdictResponse> KeepVerdict(Proto.KeepVerdictRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var keptFor = Read.Text(request.KeptFor, "kept_for", 500);
        var text = await AtOneMoment(request, cancel);
        var kept = Kept(text, await signer.Sign(text, cancel), keptFor);

        db.Verdicts.Add(kept);
        if (text.WorkerNumber is { } worker)
            call.Disclose(worker, "recruitment_verdict");
        return await db.Commit(new Proto.KeepVerdictResponse { VerdictId = kept.Id.ToString(), Counts = kept.Counts() }, cancel);
    }

    /// <summary>Everything weighed is read at one moment, which the text names: from it the verdict can be made again.</summary>
    async Task<VerdictText> AtOneMoment(Proto.KeepVerdictRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (transaction, snapshot) = await db.AtOneMoment(cancel);
        await using (transaction)
        {
            var subject = await Subject(request, now, cancel);
            var checks = await Weigh(subject, cancel) ?? throw Refuse.NotFound(subject.Kind == VerdictKind.Agency ? Problems.AgencyNotFound() : Problems.EmployerNotFound());
            return new()
            {
                Kind = subject.Kind,
                Subject = subject.Id,
                WorkerNumber = subject.WorkerNumber,
                Country = subject.Country,
                AsOf = subject.AsOf,
                Partner = subject.Partner,
                ForAgency = subject.ForAgency,
                VerifiedAt = now,
                Snapshot = snapshot,
                Rules = reference.Digest,
                Lines = [.. checks.Select(VerdictLine.Of)],
            };
        }
    }

    async Task<VerdictSubject> Subject(Proto.KeepVerdictRequest request, DateTimeOffset now, CancellationToken cancel)
    {
        var forAgency = call.Caller.Agency is not null;
        switch (request.SubjectCase)
        {
            case Proto.KeepVerdictRequest.SubjectOneofCase.Agency:
                var agency = PartyQuestion.Of(request.Agency, clock);
                var licensing = await db.Agencies.Where(a => a.Id == agency.Id).Select(a => a.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
                return new(VerdictKind.Agency, agency.Id, agency.AsOf, agency.Partner, forAgency, null, licensing, now.DayIn(licensing));
            case Proto.KeepVerdictRequest.SubjectOneofCase.Employer:
                var employer = PartyQuestion.Of(request.Employer, clock);
                var ofWork = await db.Employers.Where(e => e.Id == employer.Id).Select(e => e.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.EmployerNotFound());
                return new(VerdictKind.Employer, employer.Id, employer.AsOf, null, forAgency, null, ofWork, now.DayIn(ofWork));
            case Proto.KeepVerdictRequest.SubjectOneofCase.Recruitment:
                var asked = RecruitmentQuestion.Of(request.Recruitment);
                var chosen = await ChosenContract.Of(db, call, clock, asked, cancel);
                var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == chosen.ContractId, cancel) ?? throw Refuse.NotNow(VerdictProblems.VerdictNothingToKeep());
                return new(VerdictKind.Recruitment, contract.Id, asked.AsOf ?? clock.TodayIn(contract.Origin), null, forAgency, contract.WorkerNumber, contract.Country, now.DayIn(contract.Country));
            default:
                throw Refuse.Invalid(VerdictProblems.VerdictSubjectMissing());
        }
    }

    KeptVerdict Kept(VerdictText text, byte[] signed, string keptFor) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = text.Kind,
        SubjectId = text.Subject,
        WorkerNumber = text.WorkerNumber,
        Country = text.Country,
        AsOf = text.AsOf,
        Signed = signed,
        Pass = text.Count(Outcome.Pass),
        Fail = text.Count(Outcome.Fail),
        Unknown = text.Count(Outcome.Unknown),
        NotApplicable = text.Count(Outcome.NotApplicable),
        KeptFor = keptFor,
        AgencyId = call.Caller.Agency,
        Organisation = call.Caller.Organisation,
        KeeperCountry = call.Caller.Country ?? text.Country,
        KeptAt = text.VerifiedAt,
    };
}
