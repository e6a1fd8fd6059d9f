using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Registry.Documents;
using Gms.Type.V1;

namespace Gms.Registry.Passes;

/// <summary>How long a pass is valid (Data/passes.json), and which papers a channel takes.</summary>
sealed class PassTerms(CorridorTable corridors, DocumentKinds kinds)
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

    sealed record PassFile(PassDays DaysAfterPlanned);

    sealed record PassDays(int Value, Confidence Confidence, string Source);
}
