using Gms.Platform;
using Google.Protobuf.Collections;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

/// <summary>The calls of protos/gms/recruitment/v1/complaints.proto, one file each in this folder.</summary>
public sealed partial class ComplaintsService(RecruitmentDb db, Call call, ComplaintDesk desk, ComplaintDeadlines deadlines, IPeers peers, TimeProvider clock) : Proto.Complaints.ComplaintsBase
{
    bool IsCivilSociety => call.Caller.Roles.Contains(Role.CivilSocietyOfficer) && !call.Caller.Roles.Contains(Role.MinistryOfficer) && !call.Caller.Roles.Contains(Role.Inspector);

    /// <summary>On whose side the caller speaks.</summary>
    ComplaintSide Side =>
        call.Caller.Worker is not null ? ComplaintSide.Worker
        : call.Caller.Agency is not null ? ComplaintSide.Agency
        : IsCivilSociety ? ComplaintSide.CivilSociety
        : ComplaintSide.Officer;

    /// <summary>The worker, the officers of the countries concerned, and of civil society only who is a party: that the own country is concerned is not enough.</summary>
    bool Sees(Complaint complaint) => call.Reaches(complaint.Reach) && (!IsCivilSociety || IsWhoOpened(complaint));

    bool IsWhoOpened(Complaint complaint) => complaint.Organisation.Length > 0 && complaint.Organisation == call.Caller.Organisation;

    /// <summary>The complaint with all that was said and done, for a step that is about to be taken.</summary>
    async Task<Complaint> Find(string id, CancellationToken cancel)
    {
        var wanted = Read.Id(id, "complaint_id");
        var complaint = await db.Complaints.Include(c => c.Contract).Include(c => c.Entries).Include(c => c.Remedies).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == wanted, cancel) ?? throw Refuse.NotFound(Problems.ComplaintNotFound());
        var sees = call.Caller.Agency is null ? Sees(complaint) : call.Reaches(new() { Agencies = complaint is { IsKnownToAgency: true, AgencyId: { } agency } ? [agency] : [] });
        return sees ? complaint : throw Refuse.NotFound(Problems.ComplaintNotFound());
    }

    Said Said(ComplaintEntryKind kind, string text, IReadOnlyList<Evidence>? evidence = null, bool shown = false, DateOnly? wasDueOn = null) =>
        new(kind, Side, call.Caller.Organisation, text, evidence, shown || Side == ComplaintSide.Agency, wasDueOn);

    IReadOnlyList<Evidence> ReadEvidence(RepeatedField<Proto.ComplaintEvidence> evidence)
    {
        if (evidence.Count > ComplaintRules.MostEvidence)
            throw Refuse.Invalid(Problems.ComplaintTooMuchEvidence(ComplaintRules.MostEvidence));
        return [.. evidence.Select((e, i) => new Evidence(
            Read.Code(e.Kind, $"evidence[{i}].kind", deadlines.EvidenceKinds), Read.Text(e.Reference, $"evidence[{i}].reference"), Read.OptionalText(e.Text, $"evidence[{i}].text", 5000)))];
    }

    /// <summary>What is disclosed of the worker: an agency that is not told the name learns of nobody.</summary>
    void Disclose(Complaint complaint)
    {
        if (call.Caller.Agency is null || !complaint.NameWithheld)
            call.Disclose(complaint.WorkerNumber, "complaint");
    }
}
