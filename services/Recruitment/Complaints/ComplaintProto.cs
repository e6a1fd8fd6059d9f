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
        State = complaint.State switch { ComplaintState.Opened => Proto.ComplaintState.Opened },
        ToldBy = complaint.ToldBy.ToProto(),
        Subject = complaint.Subject,
        Evidence = { complaint.Evidence.Select(e => new Proto.ComplaintEvidence { Kind = e.Kind, Reference = e.Reference, Text = whole ? e.Text ?? "" : "" }) },
        Differences = { complaint.Differences.Select(d => d.ToProto()) },
        OpenedAt = complaint.OpenedAt.ToTimestamp(),
        DueOn = complaint.DueOn.ToProto(),
    };

    static Proto.ComplaintCategory ToProto(this ComplaintCategory category) => category switch
    {
        ComplaintCategory.ContractDiffers => Proto.ComplaintCategory.ContractDiffers,
        ComplaintCategory.Costs => Proto.ComplaintCategory.Costs,
        ComplaintCategory.PapersHeld => Proto.ComplaintCategory.PapersHeld,
        ComplaintCategory.Wages => Proto.ComplaintCategory.Wages,
        ComplaintCategory.Conditions => Proto.ComplaintCategory.Conditions,
        ComplaintCategory.Abuse => Proto.ComplaintCategory.Abuse,
        ComplaintCategory.Other => Proto.ComplaintCategory.Other,
    };

    static Proto.ComplaintUrgency ToProto(this ComplaintUrgency urgency) => urgency switch
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
}
