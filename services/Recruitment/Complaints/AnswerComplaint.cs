using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.AnswerComplaintResponse> AnswerComplaint(Proto.AnswerComplaintRequest request, ServerCallContext context)
    {
        var answer = Read.Lines(request.Answer, "answer", 2000);
        var evidence = ReadEvidence(request.Evidence);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToTake(complaint, ComplaintStep.Answer));

        complaint.Answer(desk.Today(complaint), desk.DueOn(complaint, ComplaintState.Mediation));
        await desk.Moved(complaint, Said(ComplaintEntryKind.Answered, answer, evidence, wasDueOn: complaint.AnswerDueOn), ComplaintEvents.Answered, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.AnswerComplaintResponse { State = complaint.State.ToProto(), Late = complaint.AnsweredOn > complaint.AnswerDueOn }, context.CancellationToken);
    }
}
