using Gms.Events.Recruitment;

namespace Gms.Recruitment.Complaints;

/// <summary>What others are told of a complaint: that it moved, never what it is about.</summary>
static class ComplaintEvents
{
    public static ComplaintOpened Opened(Complaint c) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = c.OpenedAt, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, ContractId = c.ContractId,
    };

    public static ComplaintPutToAgency PutToAgency(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, AnswerDueOn = c.AnswerDueOn!.Value,
    };

    public static ComplaintAnswered Answered(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, Late = c.AnsweredOn > c.AnswerDueOn,
    };

    public static ComplaintEscalated Escalated(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, Level = c.Escalation,
    };

    public static ComplaintDecided Decided(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, Upheld = c.Finding != ComplaintFinding.Unfounded,
    };

    public static ComplaintRemedied Remedied(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, InFull = c.State == ComplaintState.Remedied,
    };

    public static ComplaintAppealed Appealed(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId,
    };

    public static ComplaintClosed Closed(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId, InTime = c.ClosedOn <= c.CloseBy,
    };

    public static ComplaintWithdrawn Withdrawn(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId,
    };

    public static RetaliationReported Retaliation(Complaint c, DateTimeOffset at) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = at, SubjectId = c.Id.ToString(), SubjectVersion = c.Version,
        WorkerNumber = c.WorkerNumber, Country = c.Country, ComplaintId = c.Id, AgencyId = c.AgencyId,
    };
}
