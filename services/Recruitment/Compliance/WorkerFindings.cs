namespace Gms.Recruitment.Compliance;

/// <summary>Indicators that rest on what the worker declared.</summary>
static class WorkerFindings
{
    public static Finding NoDebt(RecruitmentFacts facts)
    {
        if (facts.Declaration?.OwesRecruiter is true || facts.Costs.Any(c => c.Item == "FEE_RECOVERY"))
            return Finding.Fail("The worker owes money to agency, broker or employer for the recruitment.", "The debt is waived; an inspector looks into debt bondage.");

        return (facts.Declaration?.OwesRecruiter, facts.Declaration?.BorrowedToPay) switch
        {
            (false, false) when !facts.CostsConfirmed => CostFindings.NotConfirmed,    // a deduction to recover fees would be a debt
            (false, false) => Finding.Pass("The worker declared no debt to the recruiter or to others for the recruitment."),
            (false, true) => Finding.Unknown("The worker borrowed from others; which share of the wage that takes is not recorded here.", "Ask for the loan's terms."),
            _ => Finding.Unknown("The worker has not been asked about debts.", "Record the worker's declaration, taken without the agency present."),
        };
    }

    public static Finding HasCopy(RecruitmentFacts facts) => Finding.Declared(facts.Declaration?.HasCopy, good: true,
        "The worker has a copy of the contract.", "The worker has no copy of the contract.", "Give the worker a copy.");

    public static Finding HoldsPapers(RecruitmentFacts facts) => facts.Declaration?.HoldsOwnPapers is not false && facts.Complaints.Any(c => c is { Category: Complaints.ComplaintCategory.PapersHeld, IsOver: false })
        ? Finding.Unknown("A complaint says that somebody else keeps the worker's papers; it has not been settled.", "Settle the complaint.")
        : Finding.Declared(facts.Declaration?.HoldsOwnPapers, good: true,
        "The worker keeps the own passport and papers.", "Somebody else keeps the worker's passport or papers.", "The papers go back to the worker at once; keeping them is an offence in many countries.");

    public static Finding FreeToLeave(RecruitmentFacts facts)
    {
        if (facts.Terms.LeavingPenalty is true)
            return Finding.Fail("The contract sets a penalty or guarantee against leaving.", "Take the clause out of the contract.");
        if (facts.Costs.Any(c => c.BorneByWorker && c.Item is "DEPOSIT" or "BOND"))
            return Finding.Fail("A deposit or bond of the worker is recorded.", "The deposit goes back to the worker.");
        if (facts.Declaration?.FreeToLeave is false)
            return Finding.Fail("The worker declared not to be free to leave.", "An inspector looks into it.");

        if (!facts.CostsConfirmed && facts.Declaration is not null)
            return CostFindings.NotConfirmed;    // a deposit or bond would hold the worker
        return facts is { Terms.LeavingPenalty: false, Declaration.FreeToLeave: true }
            ? Finding.Pass("The contract sets no penalty, and the worker declared to be free to leave.")
            : Finding.Unknown("The contract does not say, or the worker has not been asked, whether leaving is free.", "State it in the contract and record the worker's declaration.");
    }

    public static Finding KnowsComplaintChannel(RecruitmentFacts facts) => Finding.Declared(facts.Declaration?.KnowsComplaintChannel, good: true,
        "The worker knows where to complain.", "The worker does not know where to complain.", "Tell the worker the free channels of both countries.");
}
