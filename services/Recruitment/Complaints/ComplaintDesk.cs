using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Recruitment.Complaints;

/// <summary>Opens complaints, whoever tells them: with the event, and the question to the officers of the holder. The caller commits.</summary>
public sealed class ComplaintDesk(RecruitmentDb db, TimeProvider clock)
{
    public void Open(Complaint complaint)
    {
        db.Complaints.Add(complaint);
        db.Publish(new ComplaintOpened
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = complaint.OpenedAt,
            SubjectId = complaint.Id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = complaint.WorkerNumber,
            Country = complaint.Country,
            ComplaintId = complaint.Id,
            ContractId = complaint.ContractId,
        });
        db.OpenWorkItem(new()
        {
            Kind = "COMPLAINT_OPENED",
            Key = $"complaint:{complaint.Id:N}",
            Country = complaint.Country,
            Subjects = [complaint.WorkerNumber],
            Facts = new Dictionary<string, string> { ["complaint_id"] = complaint.Id.ToString(), ["category"] = complaint.Category.ToString(), ["urgency"] = complaint.Urgency.ToString() },
            Decisions = ["REMEDIED", "PASSED_ON", "UNFOUNDED"],
            OpenedAt = clock.GetUtcNow(),
            DueOn = complaint.DueOn,
        });
    }
}
