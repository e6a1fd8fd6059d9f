using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>What is told of departures to whoever watches over the service: how many wait, for what, and since when.</summary>
static class DepartureFigures
{
    public static readonly Figure[] All =
    [
        new("gms.departures.held", "{departures}", "Departures that are held, by the part that does not answer; officer where an officer is to decide.",
            "SELECT count(*)::double precision, coalesce(part, 'officer') FROM departures LEFT JOIN LATERAL unnest(missing_parts) AS part ON true WHERE status = 'Held' GROUP BY 2", "part"),
        new("gms.departures.undecided", "{departures}", "Departures that were received and not decided yet.",
            "SELECT count(*)::double precision FROM departures WHERE status = 'Received'"),
        new("gms.departures.waiting_for_parts_oldest", "s", "How long the longest-waiting departure has been held because a part does not answer.",
            "SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::double precision FROM departures WHERE status = 'Held' AND cardinality(missing_parts) > 0"),
    ];
}
