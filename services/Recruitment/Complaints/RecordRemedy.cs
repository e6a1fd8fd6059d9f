using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.RecordRemedyResponse> RecordRemedy(Proto.RecordRemedyRequest request, ServerCallContext context)
    {
        var amount = Read.OptionalMoney(request.Amount, "amount");
        var doneOn = Read.Day(request.DoneOn, "done_on");
        var evidence = Read.Text(request.EvidenceReference, "evidence_reference");
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToRemedy(complaint, amount, doneOn, desk.Today(complaint)));
        var remedy = complaint.Remedy!.Value;
        if (remedy.IsMoney() != amount is { Minor: > 0 } || (!remedy.IsMoney() && amount is not null))
            throw Refuse.Invalid(ComplaintProblems.RemedyAmount());

        var wasDueOn = complaint.DueOn;
        db.Add(new RemedyDone
        {
            ComplaintId = complaint.Id,
            Number = complaint.Remedies.Count + 1,
            Kind = remedy,
            Amount = amount,
            DoneOn = doneOn,
            EvidenceReference = evidence,
            Side = Side,
            RecordedAt = clock.GetUtcNow(),
        });
        if (complaint.StillOwed is null or { Minor: 0 })
            complaint.Become(ComplaintStep.Remedy, desk.DueOn(complaint, ComplaintState.Remedied));
        else
            complaint.RemediedInPart();
        await desk.Moved(complaint, Said(ComplaintEntryKind.Remedied, evidence, shown: true, wasDueOn: wasDueOn), ComplaintEvents.Remedied, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.RecordRemedyResponse { State = complaint.State.ToProto(), StillOwed = complaint.StillOwed?.ToProto() }, context.CancellationToken);
    }
}
