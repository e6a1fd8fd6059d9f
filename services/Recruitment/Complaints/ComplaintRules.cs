using Gms.Platform;
using Gms.Recruitment.Contracts;

namespace Gms.Recruitment.Complaints;

/// <summary>What must hold for a complaint to be opened. Pure.</summary>
static class ComplaintRules
{
    public const int MostEvidence = 20;

    public static IEnumerable<Problem> ToOpen(bool workerExists, IReadOnlyList<string> numbers, Contract? contract)
    {
        if (!workerExists)
            yield return Problems.ComplaintWorkerUnknown();
        if (contract is not null && !numbers.Contains(contract.WorkerNumber))
            yield return Problems.ComplaintContractOfAnother();
    }

    /// <summary>A worker speaks as the worker; nobody else does. The registry speaks for itself only.</summary>
    public static IEnumerable<Problem> ToTell(ComplaintTeller toldBy, bool isWorker, bool isCivilSociety)
    {
        if (toldBy == ComplaintTeller.Registry || isWorker != (toldBy == ComplaintTeller.Worker) || (toldBy == ComplaintTeller.CivilSociety && !isCivilSociety) || (toldBy == ComplaintTeller.Officer && isCivilSociety))
            yield return Problems.ComplaintToldByOther();
    }
}
