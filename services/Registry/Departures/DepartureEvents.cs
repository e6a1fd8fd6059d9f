using Gms.Events;
using Gms.Events.Registry;

namespace Gms.Registry.Departures;

/// <summary>What a departure tells others.</summary>
static class DepartureEvents
{
    public static DepartureRegistered Registered(Departure departure) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = departure.ReceivedAt,
        SubjectId = departure.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = departure.WorkerNumber,
        Country = departure.Origin,
        DepartureId = departure.Id,
        Destination = departure.Destination,
        Channel = departure.Channel,
        PlannedOn = departure.PlannedOn,
        ContractId = departure.ContractId,
    };

    public static IEvent Decided(Departure departure, DepartureDecision decision) => departure.Status switch
    {
        DepartureStatus.Cleared => new DepartureCleared
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = decision.DecidedAt,
            SubjectId = departure.Id.ToString(),
            SubjectVersion = decision.Version,
            WorkerNumber = departure.WorkerNumber,
            Country = departure.Origin,
            DepartureId = departure.Id,
            Destination = departure.Destination,
            Channel = departure.Channel,
            PlannedOn = departure.PlannedOn,
            ContractId = departure.ContractId,
            ByOfficer = decision.Officer is not null,
        },
        DepartureStatus.Held => new DepartureHeld
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = decision.DecidedAt,
            SubjectId = departure.Id.ToString(),
            SubjectVersion = decision.Version,
            WorkerNumber = departure.WorkerNumber,
            Country = departure.Origin,
            DepartureId = departure.Id,
            Destination = departure.Destination,
            Channel = departure.Channel,
            PlannedOn = departure.PlannedOn,
            Reasons = decision.Appeal ? ["APPEALED"] : [.. decision.Findings.Where(f => f.Holds).Select(f => f.Code)],
            MissingParts = departure.MissingParts,
        },
        DepartureStatus.Refused => new DepartureRefused
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = decision.DecidedAt,
            SubjectId = departure.Id.ToString(),
            SubjectVersion = decision.Version,
            WorkerNumber = departure.WorkerNumber,
            Country = departure.Origin,
            DepartureId = departure.Id,
            Destination = departure.Destination,
            Channel = departure.Channel,
            PlannedOn = departure.PlannedOn,
            Reasons = [.. decision.Findings.Where(f => f.Refuses).Select(f => f.Code)],
            ByOfficer = decision.Officer is not null,
        },
        DepartureStatus.Received => throw new InvalidOperationException("A departure that is only received was not decided."),
    };
}
