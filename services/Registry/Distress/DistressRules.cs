using Gms.Platform;

namespace Gms.Registry.Distress;

/// <summary>What must hold for a signal and its answer. Pure.</summary>
static class DistressRules
{
    /// <summary>A worker speaks as the worker; nobody else does.</summary>
    public static IEnumerable<Problem> ToTell(DistressTeller toldBy, bool isWorker, bool isCivilSociety)
    {
        if (isWorker != (toldBy == DistressTeller.Worker) || (toldBy == DistressTeller.CivilSociety && !isCivilSociety) || (toldBy == DistressTeller.Officer && isCivilSociety))
            yield return Problems.DistressToldByOther();
    }

    public static IEnumerable<Problem> ToAnswer(DistressCase held, DistressState state)
    {
        if (held.State == DistressState.Closed)
            yield return Problems.DistressClosed();
        if (state == DistressState.Raised)
            yield return Problems.DistressNotAnswered();
    }
}
