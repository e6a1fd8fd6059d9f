using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

partial class CorrectionsService
{
    public override async Task<Proto.ProposeCorrectionResponse> ProposeCorrection(Proto.ProposeCorrectionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var value = FactValue.Read(request.Value);
        var worker = await db.Workers.SingleOrDefaultAsync(w => w.WorkerNumber == number, cancel) ?? throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(new() { Countries = [worker.Country], Worker = number }, Problems.WorkerNotFound());
        var correction = new Correction
        {
            WorkerId = worker.Id,
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            Fact = value.Fact,
            Reason = Read.Value<Proto.CorrectionReason, CorrectionReason>(request.Reason, "reason"),
            Explanation = Read.OptionalText(request.Explanation, "explanation", 500),
            Evidence = request.Evidence is Proto.Evidence.Unspecified ? Evidence.Stated : Read.Value<Proto.Evidence, Evidence>(request.Evidence, "evidence"),
            EvidenceReference = Read.OptionalText(request.EvidenceReference, "evidence_reference"),
            EffectiveOn = Read.OptionalDay(request.EffectiveOn, "effective_on"),
            ProposedBy = call.Caller.Account,
            ProposedAt = clock.GetUtcNow(),
        };

        var (old, today) = (FactValue.Of(worker, value.Fact), clock.TodayIn(worker.Country));
        Refuse.IfAny([
            .. WorkerRules.ToChange(worker),
            .. CorrectionRules.ToPropose(correction, old, value, today),
            .. CorrectionRules.AsCorrected(worker, value, today),
        ]);

        var person = keys.Open(worker.PersonKey, worker.Id);
        correction.OldEncrypted = person.Encrypt(old.ToJson(), correction.Id);
        correction.NewEncrypted = person.Encrypt(value.ToJson(), correction.Id);
        db.Corrections.Add(correction);
        if (!CorrectionRules.TakesTwo(value.Fact) && call.Caller.Worker is null)
            await Apply(correction, value, worker, null, cancel);
        call.Disclose(number, "correction");
        return await db.Commit(new Proto.ProposeCorrectionResponse { CorrectionId = correction.Id.ToString(), State = ToProto(correction.State) }, cancel);
    }
}
