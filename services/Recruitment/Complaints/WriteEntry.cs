using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.WriteEntryResponse> WriteEntry(Proto.WriteEntryRequest request, ServerCallContext context)
    {
        var text = Read.Lines(request.Text, "text", 2000);
        var evidence = ReadEvidence(request.Evidence);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToWrite(complaint, request.HasNameWithheld, Side, Side == ComplaintSide.CivilSociety && IsWhoOpened(complaint)));

        if (request.HasNameWithheld)
            complaint.NameWithheld = request.NameWithheld;
        if (request.Retaliation)
            Retaliated(complaint);
        desk.Write(complaint, Said(request.Retaliation ? ComplaintEntryKind.Retaliation : ComplaintEntryKind.Said, text, evidence, request.ShownToAgency));
        Disclose(complaint);
        return await db.Commit(new Proto.WriteEntryResponse { Number = complaint.Entries.Count }, context.CancellationToken);
    }

    void Retaliated(Complaint complaint)
    {
        complaint.ReportRetaliation();
        db.Publish(ComplaintEvents.Retaliation(complaint, clock.GetUtcNow()));
        desk.AskOfficers(complaint, "RETALIATION_REPORTED");
    }
}
