using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Type.V1;

namespace Gms.Registry.Passes;

/// <summary>How long a pass is valid (Data/passes.json), and which papers a channel takes.</summary>
sealed class PassTerms(CorridorTable corridors, DocumentKinds kinds, DecisiveChecks decisive)
{
    readonly PassFile _file = DataFile.Read<PassFile>("passes");

    /// <summary>How many days after the planned day the worker may still leave with it.</summary>
    public int DaysAfterPlanned => _file.DaysAfterPlanned.Value;

    public string KindOf(string kind) => kinds.Family(kind);

    public Func<string, bool> Papers(Departure departure)
    {
        var papers = corridors.Find(departure.Origin, departure.Destination, departure.Channel)?.TravelDocuments?.AnyOf ?? [];
        return kind => papers.Contains(KindOf(kind));
    }

    /// <summary>Whether the channel asks for what this part confirms by this check: a row for it in Data/clearance.json, and no former departure that answers for it.</summary>
    public bool Asks(Departure departure, string part, string check, IReadOnlyList<Finding> findings) =>
        (decisive.For(departure.Channel) is var row && (row.Parts.Contains(part) || row.Checks.Contains(check)))
        && !(findings.Any(f => f is { Code: ClearanceRules.RepeatCheck, Outcome: Outcome.Pass, IsSure: true }) && decisive.Repeat(departure.Channel)?.Checks.Contains(check) is true);

    sealed record PassFile(PassDays DaysAfterPlanned);

    sealed record PassDays(int Value, Confidence Confidence, string Source);
}
