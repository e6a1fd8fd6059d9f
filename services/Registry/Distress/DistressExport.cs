using Gms.Platform;

namespace Gms.Registry.Distress;

/// <summary>Cases of distress as they are taken out.</summary>
static class DistressExport
{
    public static ExportTable<RegistryDb> Cases { get; } = new ExportTable<RegistryDb, DistressCase>
    {
        Name = "distress",
        Holds = "Signals that a worker was in distress, and what became of them.",
        Permission = "distress.read",
        Table = "distress_cases",
        Rows = db => db.Set<DistressCase>(),
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Origin == country),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The case's id.", c => c.Id),
            new("worker_number", "Who is in distress.", c => c.WorkerNumber),
            new("kind", "What it is, a code of distress.json.", c => c.Kind, ExportCodes.DistressKinds),
            new("country", "Where the worker is.", c => c.Country, CodeList.Countries),
            new("origin", "The country of origin, which holds the case.", c => c.Origin, CodeList.Countries),
            new("told_by", "Who gave the signal.", c => c.ToldBy, CodeList.Of<DistressTeller>()),
            new("state", "Where it stands.", c => c.State, CodeList.Of<DistressState>()),
            new("outcome", "What was done last.", c => c.Outcome),
            new("raised_at", "When the signal came.", c => c.RaisedAt),
            new("answer_by", "By when an officer should have taken it.", c => c.AnswerBy),
            new("reach_by", "By when somebody should have reached the worker.", c => c.ReachBy),
        ],
        LeavesOut = new Dictionary<string, string>
        {
            ["organisation"] = "An account's organisation says nothing to the reader.",
            ["words_encrypted"] = "Where to find a person in danger leaves by ListDistress only, one worker at a time.",
            ["version"] = "Counts changes; the events tell them.",
        },
    };
}
