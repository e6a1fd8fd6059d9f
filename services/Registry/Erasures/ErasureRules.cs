using Gms.Platform;

namespace Gms.Registry.Erasures;

/// <summary>What must hold for a request to be made and decided. Pure.</summary>
static class ErasureRules
{
    public static IEnumerable<Problem> ToRequest(Erasure erasure, bool byTheWorker)
    {
        if (byTheWorker ? erasure.Ground is not ErasureGround.WorkerAsked : erasure.Reference is null)
            yield return Problems.ErasureGroundNotYours();
    }

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
