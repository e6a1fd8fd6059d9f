using Gms.Events.Reintegration;

namespace Gms.Reintegration.Cases;

/// <summary>The events of a case, as it stands after the change.</summary>
static class CaseEvents
{
    public static CaseOpened Opened(this Case held) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = held.OpenedAt,
        SubjectId = held.Id.ToString(),
        SubjectVersion = held.Version,
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
        Source = held.Source.ToString(),
        ReturnId = held.ReturnId,
    };

    public static PlanAgreed PlanAgreed(this Case held, Guid plan, int number, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = held.Id.ToString(),
        SubjectVersion = held.Version,
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
        PlanId = plan,
        Number = number,
    };

    public static CaseReopened Reopened(this Case held, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = held.Id.ToString(),
        SubjectVersion = held.Version,
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
    };

    public static CaseClosed Closed(this Case held, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = held.Id.ToString(),
        SubjectVersion = held.Version,
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
        Outcome = held.Outcome!.Value.ToString(),
    };
}
