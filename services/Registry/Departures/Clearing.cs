using Gms.Events;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Passes;
using Grpc.Core;

namespace Gms.Registry.Departures;

/// <summary>Decides a departure, the first time or again: asks for the facts, weighs them, and saves the decision with its events in one transaction.</summary>
sealed class Clearing(RegistryDb db, Call call, PartFacts parts, ClearanceRules rules, PassIssuer passes, TimeProvider clock)
{
    /// <returns>The decision; null when it stays held for the same parts.</returns>
    public async Task<DepartureDecision?> Decide(Departure departure, WorkerOnRecord worker, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        var facts = await parts.Ask(departure, worker, to, cancel);
        var findings = rules.Weigh(departure, facts);
        var first = departure.Status == DepartureStatus.Received;
        var agency = Guid.TryParse(facts.Contract?.AgencyId, out var id) ? id : (Guid?)null;
        if (departure.Take(rules.Decide(departure, findings, facts), findings, agency, clock.GetUtcNow()) is not { } decision)
            return null;

        db.DepartureDecisions.Add(decision);
        await passes.Issue(departure, decision, facts.Contract, worker.Numbers, cancel);
        if (first)
            db.Publish(DepartureEvents.Registered(departure));
        db.Publish(DepartureEvents.Decided(departure, decision));
        call.Disclose(departure.WorkerNumber, "departure", "birth_date", "documents", "recruitment", "coverage", "orientation");
        await db.Commit(cancel);
        return decision;
    }

    /// <summary>The pass of a departure that an officer decided; its employer and contract are asked for anew, and left out when Recruitment does not answer.</summary>
    public async Task IssuePass(Departure departure, DepartureDecision decision, Func<string, CallInvoker> to, CancellationToken cancel)
    {
        if (decision.Status == DepartureStatus.Cleared)
            await passes.Issue(departure, decision, await PartFacts.Contract(departure, to, cancel), null, cancel);
    }
}

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
            Reasons = [.. decision.Findings.Where(f => f.Holds).Select(f => f.Code)],
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
