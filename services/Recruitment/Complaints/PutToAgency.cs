using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.PutToAgencyResponse> PutToAgency(Proto.PutToAgencyRequest request, ServerCallContext context)
    {
        var question = Read.Lines(request.Question, "question", 2000);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToPutToAgency(complaint));

        var wasDueOn = complaint.DueOn;
        complaint.Ask(desk.DueOn(complaint, ComplaintState.AnswerDue));
        await desk.Moved(complaint, Said(ComplaintEntryKind.PutToAgency, question, shown: true, wasDueOn: wasDueOn), ComplaintEvents.PutToAgency, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.PutToAgencyResponse { State = complaint.State.ToProto(), AnswerDueOn = complaint.DueOn.ToProto() }, context.CancellationToken);
    }
}
