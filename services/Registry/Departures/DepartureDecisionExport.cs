using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Decisions about departures as they are taken out, each with the checks it rests on.</summary>
static class DepartureDecisionExport
{
    public static ExportTable<RegistryDb> Decisions { get; } = new ExportTable<RegistryDb, DecisionOfDeparture>
    {
        Name = "departure-decisions",
        Holds = "Every decision about an application to depart, with every check it rests on.",
        Permission = "departures.read",
        Table = "departure_decisions",
        Rows = db => db.DepartureDecisions.Join(db.Departures, x => x.DepartureId, d => d.Id, (x, d) => new DecisionOfDeparture { Decision = x, Departure = d }),
        Key = new(r => r.Decision.DepartureId, r => r.Decision.Version),
        Worker = r => r.Departure.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Departure.Origin == country),
        OfAgency = (_, rows, agency) => rows.Where(r => r.Departure.AgencyId == agency).Select(r => new DecisionOfDeparture { Decision = r.Decision, Departure = r.Departure, ForAgency = true }),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.Departure.Id.ToString())),
        Columns =
        [
            new("departure_id", "The application.", r => r.Decision.DepartureId),
            new("version", "The version of the application that the decision made.", r => r.Decision.Version),
            new("worker_number", "Who departs.", r => r.Departure.WorkerNumber),
            new("status", "What was decided.", r => r.Decision.Status, CodeList.Of<DepartureStatus>()),
            new("findings", "Each check: its code, what it came to, and why; an agency is not told what rests on the worker's word or on complaints.", r => r.Decision.Findings.Select(f => f.ToProto(r.ForAgency)).Select(c => $"{c.Code} {c.Outcome}: {c.Message}")),
            new("decided_at", "When.", r => r.Decision.DecidedAt),
            new("officer", "The officer's account, or who appealed; empty when the rules decided.", r => r.Decision.Officer),
            new("organisation", "That account's organisation.", r => r.Decision.Organisation),
            new("reason", "The officer's reason, or the grounds of the appeal.", r => r.Decision.Reason),
            new("appeal", "True where it was no decision but an appeal against the one before.", r => r.Decision.Appeal),
        ],
    };

    /// <summary>A decision and its application.</summary>
    internal sealed class DecisionOfDeparture
    {
        public required DepartureDecision Decision { get; init; }

        public required Departure Departure { get; init; }

        /// <summary>An agency takes it out.</summary>
        public bool ForAgency { get; init; }
    }
}
