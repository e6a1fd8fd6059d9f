using Gms.Platform;
using Gms.Registry.Crossings;

namespace Gms.Registry.Erasures;

/// <summary>What must hold for a request to be made and decided. Pure.</summary>
static class ErasureRules
{
    public static IEnumerable<Problem> ToRequest(Erasure erasure, bool byTheWorker)
    {
        if (byTheWorker ? erasure.Ground is not ErasureGround.WorkerAsked : erasure.Reference is null)
            yield return Problems.ErasureGroundNotYours();
    }

    /// <summary>Whether the worker left the country that holds the record, by the last passage on record: the way home is told by the number, which an erasure makes unknown.</summary>
    /// <param name="passages">What is on record of the person.</param>
    /// <param name="clockSkew">By how much clocks at two posts differ.</param>
    /// <param name="onTheWay">So long after leaving a country somebody may arrive at home.</param>
    /// <param name="home">The country that holds the record.</param>
    /// <param name="now">The moment of the decision.</param>
    public static bool IsAway(IEnumerable<Passage> passages, TimeSpan clockSkew, TimeSpan onTheWay, string home, DateTimeOffset now) => Spells.InOrder(passages, clockSkew) switch
    {
        [.., { Kind: PassageKind.Arrival } last] => last.Country != home,
        [.., { Kind: PassageKind.Exit } last] => last.Country == home || now - last.At < onTheWay,
        _ => false,
    };

    /// <param name="erasure">The request.</param>
    /// <param name="officer">Who decides.</param>
    /// <param name="approve">Whether it is approved.</param>
    /// <param name="departureOpen">A departure is not decided or still to come, or the worker is away.</param>
    public static IEnumerable<Problem> ToDecide(Erasure erasure, string officer, bool approve, bool departureOpen)
    {
        if (erasure.State is not ErasureState.Requested)
            yield return Problems.ErasureDecidedAlready();
        if (erasure.RequestedBy == officer)
            yield return Problems.ErasureSameOfficer();
        if (approve && departureOpen)
            yield return Problems.ErasureDepartureOpen();
    }
}
