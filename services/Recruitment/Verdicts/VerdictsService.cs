using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Reference;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

/// <summary>The calls of protos/gms/recruitment/v1/verdicts.proto, one file each in this folder.</summary>
public sealed partial class VerdictsService(RecruitmentDb db, Call call, RecruitmentReference reference, PartyReader parties, VerdictSigner signer, TimeProvider clock) : Proto.Verdicts.VerdictsBase
{
    async Task<KeptVerdict> Find(Guid id, CancellationToken cancel)
    {
        var verdict = await db.Verdicts.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw Refuse.NotFound(VerdictProblems.VerdictNotFound());
        call.MustReach(verdict.Reach, VerdictProblems.VerdictNotFound());
        return verdict;
    }

    /// <summary>The checks that a verdict of that text has by the facts that the context sees; null when its subject is not there.</summary>
    async Task<IReadOnlyList<Check>?> Weigh(VerdictSubject subject, CancellationToken cancel) => subject.Kind switch
    {
        VerdictKind.Agency => await parties.AgencyFromFacts(subject.Id, subject.AsOf, subject.Partner, subject.ForAgency, subject.On, cancel) is { } facts ? PartyVerdict.Of(facts) : null,
        VerdictKind.Employer => await parties.EmployerFromFacts(subject.Id, subject.AsOf, subject.ForAgency, cancel) is { } facts ? PartyVerdict.Of(facts) : null,
        VerdictKind.Recruitment => (await RecruitmentRecords.Of(db, [subject.Id], cancel)) is var records && records.Contracts.TryGetValue(subject.Id, out var contract) ? OfficersOnly.Tell(records.FactsOf(contract, subject.AsOf, reference, subject.On), subject.ForAgency).Checks : null,
    };
}

/// <summary>What a verdict is about.</summary>
sealed record VerdictSubject(VerdictKind Kind, Guid Id, DateOnly AsOf, string? Partner, bool ForAgency, string? WorkerNumber, string Country, DateOnly On)
{
    public static VerdictSubject Of(VerdictText text) => new(text.Kind, text.Subject, text.AsOf, text.Partner, text.ForAgency, text.WorkerNumber, text.Country, text.VerifiedAt.DayIn(text.Country));
}
