using Gms.Platform;
using Gms.Recruitment.Contracts;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

/// <summary>How complaints are shown.</summary>
static class ComplaintProto
{
    /// <param name="complaint">The complaint.</param>
    /// <param name="whole">With the texts of its evidence.</param>
    public static Proto.Complaint ToProto(this Complaint complaint, bool whole) => new()
    {
        ComplaintId = complaint.Id.ToString(),
        Country = complaint.Country,
        WorkerNumber = complaint.WorkerNumber,
        ContractId = complaint.ContractId?.ToString() ?? "",
        Category = complaint.Category.ToProto(),
        Urgency = complaint.Urgency.ToProto(),
        State = complaint.State.ToProto(),
        ToldBy = complaint.ToldBy.ToProto(),
        Subject = complaint.Subject,
        Evidence = { complaint.Evidence.Select(e => new Proto.ComplaintEvidence { Kind = e.Kind, Reference = e.Reference, Text = whole ? e.Text ?? "" : "" }) },
        Differences = { complaint.Differences.Select(d => d.ToProto()) },
        OpenedAt = complaint.OpenedAt.ToTimestamp(),
        DueOn = complaint.DueOn.ToProto(),
        AgencyId = complaint.AgencyId?.ToString() ?? "",
        NameWithheld = complaint.NameWithheld,
        Retaliation = complaint.Retaliation,
        Escalation = complaint.Escalation,
        AnswerDueOn = complaint.AnswerDueOn?.ToProto(),
        AnsweredOn = complaint.AnsweredOn?.ToProto(),
        Finding = complaint.Finding.ToProto(),
        FoundOn = complaint.FoundOn?.ToProto(),
        Remedy = complaint.Remedy.ToProto(),
        RemedyAmount = complaint.RemedyAmount?.ToProto(),
        StillOwed = complaint.StillOwed?.ToProto(),
        Appealed = complaint.Appealed,
        CloseBy = complaint.CloseBy.ToProto(),
        ClosedOn = complaint.ClosedOn?.ToProto(),
    };

    /// <summary>As the agency sees it: what it may read, and whose it is only where the worker does not mind.</summary>
    public static Proto.AgencyComplaint ToAgencyProto(this Complaint complaint) => new()
    {
        ComplaintId = complaint.Id.ToString(),
        Country = complaint.Country,
        Category = complaint.Category.ToProto(),
        Urgency = complaint.Urgency.ToProto(),
        State = complaint.State.ToProto(),
        WorkerNumber = complaint.NameWithheld ? "" : complaint.WorkerNumber,
        ContractId = complaint.NameWithheld ? "" : complaint.ContractId?.ToString() ?? "",
        AnswerDueOn = complaint.AnswerDueOn?.ToProto(),
        AnsweredOn = complaint.AnsweredOn?.ToProto(),
        Finding = complaint.Finding.ToProto(),
        Remedy = complaint.Remedy.ToProto(),
        RemedyAmount = complaint.RemedyAmount?.ToProto(),
        StillOwed = complaint.StillOwed?.ToProto(),
        DueOn = complaint.DueOn.ToProto(),
        Entries = { complaint.Entries.Where(e => e.ShownToAgency).OrderBy(e => e.Number).Select(e => e.ToProto()) },
    };

    public static Proto.ComplaintEntry ToProto(this ComplaintEntry entry) => new()
    {
        Number = entry.Number,
        Kind = entry.Kind.ToProto(),
        Side = entry.Side.ToProto(),
        Text = entry.Text,
        Evidence = { entry.Evidence.Select(e => new Proto.ComplaintEvidence { Kind = e.Kind, Reference = e.Reference, Text = e.Text ?? "" }) },
        At = entry.At.ToTimestamp(),
        WasDueOn = entry.WasDueOn?.ToProto(),
        Late = entry.OnDay > entry.WasDueOn,
        State = entry.State.ToProto(),
        ShownToAgency = entry.ShownToAgency,
    };

    public static Proto.RemedyDone ToProto(this RemedyDone done) => new()
    {
        Kind = ((ComplaintRemedy?)done.Kind).ToProto(),
        Amount = done.Amount?.ToProto(),
        DoneOn = done.DoneOn.ToProto(),
        EvidenceReference = done.EvidenceReference,
        Side = done.Side.ToProto(),
    };

    internal static Proto.ComplaintCategory ToProto(this ComplaintCategory category) => category switch
    {
        ComplaintCategory.ContractDiffers => Proto.ComplaintCategory.ContractDiffers,
        ComplaintCategory.Costs => Proto.ComplaintCategory.Costs,
        ComplaintCategory.PapersHeld => Proto.ComplaintCategory.PapersHeld,
        ComplaintCategory.Wages => Proto.ComplaintCategory.Wages,
        ComplaintCategory.Conditions => Proto.ComplaintCategory.Conditions,
        ComplaintCategory.Abuse => Proto.ComplaintCategory.Abuse,
        ComplaintCategory.Other => Proto.ComplaintCategory.Other,
    };

    internal static Proto.ComplaintUrgency ToProto(this ComplaintUrgency urgency) => urgency switch
    {
        ComplaintUrgency.Normal => Proto.ComplaintUrgency.Normal,
        ComplaintUrgency.Urgent => Proto.ComplaintUrgency.Urgent,
        ComplaintUrgency.Emergency => Proto.ComplaintUrgency.Emergency,
    };

    static Proto.ComplaintTeller ToProto(this ComplaintTeller teller) => teller switch
    {
        ComplaintTeller.Worker => Proto.ComplaintTeller.Worker,
        ComplaintTeller.Family => Proto.ComplaintTeller.Family,
        ComplaintTeller.CivilSociety => Proto.ComplaintTeller.CivilSociety,
        ComplaintTeller.Officer => Proto.ComplaintTeller.Officer,
        ComplaintTeller.Registry => Proto.ComplaintTeller.Registry,
    };

    public static Proto.ComplaintState ToProto(this ComplaintState value) => value switch
    {
        ComplaintState.Opened => Proto.ComplaintState.Opened,
        ComplaintState.AnswerDue => Proto.ComplaintState.AnswerDue,
        ComplaintState.Mediation => Proto.ComplaintState.Mediation,
        ComplaintState.RemedyDue => Proto.ComplaintState.RemedyDue,
        ComplaintState.Remedied => Proto.ComplaintState.Remedied,
        ComplaintState.Dismissed => Proto.ComplaintState.Dismissed,
        ComplaintState.Appealed => Proto.ComplaintState.Appealed,
        ComplaintState.Closed => Proto.ComplaintState.Closed,
        ComplaintState.Withdrawn => Proto.ComplaintState.Withdrawn,
    };

    public static Proto.ComplaintFinding ToProto(this ComplaintFinding? value) => value is not { } known ? Proto.ComplaintFinding.Unspecified : known switch
    {
        ComplaintFinding.Upheld => Proto.ComplaintFinding.Upheld,
        ComplaintFinding.PartlyUpheld => Proto.ComplaintFinding.PartlyUpheld,
        ComplaintFinding.Unfounded => Proto.ComplaintFinding.Unfounded,
    };

    public static Proto.ComplaintRemedy ToProto(this ComplaintRemedy? value) => value is not { } known ? Proto.ComplaintRemedy.Unspecified : known switch
    {
        ComplaintRemedy.Repayment => Proto.ComplaintRemedy.Repayment,
        ComplaintRemedy.WagesPaid => Proto.ComplaintRemedy.WagesPaid,
        ComplaintRemedy.PapersBack => Proto.ComplaintRemedy.PapersBack,
        ComplaintRemedy.ContractKept => Proto.ComplaintRemedy.ContractKept,
        ComplaintRemedy.Other => Proto.ComplaintRemedy.Other,
    };

    public static Proto.ComplaintEntryKind ToProto(this ComplaintEntryKind value) => value switch
    {
        ComplaintEntryKind.Opened => Proto.ComplaintEntryKind.Opened,
        ComplaintEntryKind.PutToAgency => Proto.ComplaintEntryKind.PutToAgency,
        ComplaintEntryKind.Answered => Proto.ComplaintEntryKind.Answered,
        ComplaintEntryKind.Said => Proto.ComplaintEntryKind.Said,
        ComplaintEntryKind.Retaliation => Proto.ComplaintEntryKind.Retaliation,
        ComplaintEntryKind.Escalated => Proto.ComplaintEntryKind.Escalated,
        ComplaintEntryKind.Decided => Proto.ComplaintEntryKind.Decided,
        ComplaintEntryKind.Remedied => Proto.ComplaintEntryKind.Remedied,
        ComplaintEntryKind.Appealed => Proto.ComplaintEntryKind.Appealed,
        ComplaintEntryKind.Closed => Proto.ComplaintEntryKind.Closed,
        ComplaintEntryKind.Withdrawn => Proto.ComplaintEntryKind.Withdrawn,
    };

    public static Proto.ComplaintSide ToProto(this ComplaintSide value) => value switch
    {
        ComplaintSide.Worker => Proto.ComplaintSide.Worker,
        ComplaintSide.CivilSociety => Proto.ComplaintSide.CivilSociety,
        ComplaintSide.Officer => Proto.ComplaintSide.Officer,
        ComplaintSide.Agency => Proto.ComplaintSide.Agency,
        ComplaintSide.Registry => Proto.ComplaintSide.Registry,
    };
}
