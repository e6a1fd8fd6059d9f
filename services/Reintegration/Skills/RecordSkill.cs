using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Skills;

partial class SkillsService
{
    public override async Task<Proto.RecordSkillResponse> RecordSkill(Proto.RecordSkillRequest request, ServerCallContext context)
    {
        var occupation = Read.Text(request.Occupation, "occupation", 4);
        if (occupation.Length != 4 || !occupation.All(char.IsAsciiDigit))
            throw Refuse.Invalid(Problems.SkillOccupationMalformed());
        var months = Read.Number(request.Months, "months", 1, 720);
        var learnedIn = Read.OptionalAnyCountry(request.LearnedIn, "learned_in") ?? throw Refuse.Invalid(PlatformProblems.FieldRequired("learned_in"));
        Read.Entries(request.Certificates.Count, "certificates", 0, 20);
        string[] certificates = [.. request.Certificates.Select((c, i) => Read.Text(c, $"certificates[{i}]", 120))];
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);

        Refuse.IfAny(CaseRules.ToAssign(held));    // what was learned can be told before the return and before a counsellor has the case

        var id = Guid.CreateVersion7();
        var skill = new Skill
        {
            Id = id,
            CaseId = held.Id,
            Occupation = occupation,
            Months = months,
            LearnedIn = learnedIn,
            CertificatesEncrypted = words.ToWrite(held).SealAll(certificates, id),
            RecordedOn = clock.TodayIn(held.Country),
            RecordedBy = call.Caller.Account,
        };
        db.Add(skill);
        call.Disclose(held.WorkerNumber, "skills");
        return await db.Commit(new Proto.RecordSkillResponse { SkillId = skill.Id.ToString() }, context.CancellationToken);
    }
}
