using Gms.Platform;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Contributions;

/// <summary>Complaints about months that were not paid, as they are taken out.</summary>
static class ArrearsComplaintExport
{
    public static ExportTable<SocialSecurityDb> ArrearsComplaints { get; } = new ExportTable<SocialSecurityDb, ComplaintOfMember>
    {
        Name = "arrears-complaints",
        Holds = "Complaints opened in Recruitment about months that an employer did not pay.",
        Permission = "contributions.read",
        Table = "arrears_complaints",
        Rows = db => db.ArrearsComplaints.Join(db.Memberships, c => c.MembershipId, m => m.Id, (c, m) => new ComplaintOfMember { Complaint = c, WorkerNumber = m.WorkerNumber, Country = m.Country, Scheme = m.Scheme }),
        Key = new(r => r.Complaint.ComplaintId),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Columns =
        [
            new("complaint_id", "The complaint's id in Recruitment.", r => r.Complaint.ComplaintId),
            new("membership_id", "The membership.", r => r.Complaint.MembershipId),
            new("worker_number", "Who is insured.", r => r.WorkerNumber),
            new("scheme", "The scheme.", r => r.Scheme, ExportCodes.Schemes),
            new("first_month", "The first month that it names, by its first day.", r => r.Complaint.FirstMonth),
            new("last_month", "The last month that it names, by its first day.", r => r.Complaint.LastMonth),
            new("opened_on", "The day on which it was opened.", r => r.Complaint.OpenedOn),
        ],
    };

    /// <summary>A complaint and whose it is.</summary>
    internal sealed class ComplaintOfMember
    {
        public required ArrearsComplaint Complaint { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }

        public required string Scheme { get; init; }
    }
}
