using Gms.Recruitment.Costs;
using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>Indicators about what was paid. That nothing is recorded passes only when the worker confirmed that the record is complete.</summary>
static class CostFindings
{
    internal static readonly Finding NotConfirmed = Finding.Unknown(
        "The worker has not confirmed that the recorded costs are all.", "Record the worker's declaration, taken without the agency present.");

    /// <summary>A payment names no broker: where sub-agents are registered under the licence on that day it may have been one of them, otherwise it was none.</summary>
    public static Finding NoBroker(RecruitmentFacts facts)
    {
        const string remedy = "The agency names the broker and answers for the payment.";
        var payments = facts.Costs.Where(c => c.Item == "SUBAGENT_FEE" || c.Payee == Payee.Broker).ToList();
        if (payments.Count == 0)
            return Finding.Unknown("Who took part between worker and agency is not recorded here.");
        if (payments.Any(p => Acting.Of(facts.Representatives, p.PaidOn).SubAgents == 0))
            return Finding.Fail("A payment to a broker is recorded, and no sub-agent is registered under the agency's licence on that day.", remedy);
        return facts.Reference.Licences.SubAgents(facts.Agency!.Country, payments[0].PaidOn) is { Allowed: false } rule
            ? Finding.Fail("A payment to a broker is recorded; the law allows no sub-agents.", remedy, rule.Source)
            : Finding.Unknown("A payment to a broker is recorded; whether it was one of the sub-agents registered under the agency's licence is not.", remedy);
    }

    public static Finding WorkerPaidNothing(RecruitmentFacts facts)
    {
        var paid = facts.Costs.Where(c => c.BorneByWorker && facts.Item(c).NotForWorkers).ToList();
        if (paid.Count > 0)
            return Finding.Fail($"The worker bore {Items(paid)}, which the ILO definition lays on the employer.", "The employer or agency repays the worker.");
        return facts.CostsConfirmed ? Finding.Pass("The worker bore no recruitment fee or related cost and confirmed that the record is complete.") : NotConfirmed;
    }

    /// <summary>
    /// Each party's statement is weighed by itself, for two may state the same payment; the worst counts. Money that a payee took is held
    /// against the law of that payee's country on the day it was paid.
    /// </summary>
    public static Finding WithinNationalCap(RecruitmentFacts facts)
    {
        var findings = CostLimits.Of(facts.Costs, facts.Contract, facts.Terms, facts.Reference).Select(Against).ToList();

        return findings.FirstOrDefault(f => f.Outcome == Outcome.Fail)
            ?? findings.FirstOrDefault(f => f.Outcome == Outcome.Unknown)
            ?? (facts.CostsConfirmed ? findings.FirstOrDefault() ?? Finding.Pass("The worker paid no fee, so that no national limit is passed.") : NotConfirmed);
    }

    static Finding Against(CostLimit limit)
    {
        if (limit.Cap is not { } cap)
            return Finding.Unknown($"The worker paid {Items(limit.Lines)}; no national rule for that payee is known here.", "Ask the labour ministry.");
        if (limit.Limit is not { } most)
            return Finding.Unknown($"The worker paid {Items(limit.Lines)}; the national limit is not known here.", "Ask the labour ministry.", cap.Source);

        return limit.Outcome switch
        {
            Outcome.Pass => Finding.Pass($"What the worker paid is within the {most.Show()} that the law allows.", cap.Source),
            Outcome.Fail => Finding.Fail(
                most.Minor == 0 ? $"The worker paid {Items(limit.Lines)}, where the law allows nothing." : $"The worker paid more than the {most.Show()} that the law allows.",
                "The agency or employer repays what is above the limit.", cap.Source),
            _ => Finding.Unknown($"The worker paid in another currency than that of the limit, {most.Show()}.", "Record the equivalent by the rate of that day.", cap.Source),
        };
    }

    public static Finding Receipts(RecruitmentFacts facts)
    {
        if (facts.Costs.Count == 0)
            return facts.CostsConfirmed ? Finding.NotApplicable("Nothing was paid.") : NotConfirmed;
        var without = facts.Costs.Where(c => c.ReceiptReference is null).ToList();
        if (without.Count > 0)
            return Finding.Fail($"There is no receipt for {Items(without)}.", "Ask whoever took the money for a dated receipt.");
        return facts.CostsConfirmed ? Finding.Pass("Every payment has a receipt, and the worker confirmed that the record is complete.") : NotConfirmed;
    }

    public static Finding NothingIllegitimate(RecruitmentFacts facts)
    {
        var found = facts.Costs.Where(c => facts.Item(c).IloPart == "C" || c.Payee == Payee.OfficialPrivately).ToList();
        if (found.Count > 0)
            return Finding.Fail($"Illegitimate costs are recorded: {Items(found)}.", "An inspector looks into it; the worker is repaid.");
        return facts.CostsConfirmed ? Finding.Pass("No illegitimate cost is recorded, and the worker confirmed that the record is complete.") : NotConfirmed;
    }

    public static Finding Repaid(RecruitmentFacts facts) => WorkerPaidNothing(facts).Outcome switch
    {
        Outcome.Pass => Finding.NotApplicable("There is no fee to repay."),
        Outcome.Fail => ComplaintFindings.Repaid(facts),
        _ => NotConfirmed,
    };

    public static Finding OrientationFree(RecruitmentFacts facts) => facts.Costs.Any(c => c.BorneByWorker && c.Item == "PDO")
        ? Finding.Fail("The worker paid for the orientation.", "The orientation is free of charge; the worker is repaid.")
        : Finding.Unknown("Certificates are not recorded here; Departure Orientation's Certificates.VerifyCertificate answers it with the departure.");

    public static Finding TravelPaidByOthers(RecruitmentFacts facts)
    {
        var travel = facts.Costs.Where(c => c.Item is "TRAVEL_INT" or "TRAVEL_DOM" or "LODGING" or "VISA" or "WORK_PERMIT").ToList();
        var byWorker = travel.Where(c => c.BorneByWorker).ToList();
        if (byWorker.Count > 0)
            return Finding.Fail($"The worker bore {Items(byWorker)}.", "The employer or agency repays the worker.");
        if (!facts.CostsConfirmed)
            return NotConfirmed;
        return travel.Count > 0
            ? Finding.Pass("Travel, visa, permit and lodging were paid by others than the worker.")
            : Finding.Unknown("The worker confirmed having borne no other cost, but nobody recorded who paid for travel, visa, permit and lodging.", "The agency or employer records these costs and who bore them.");
    }

    static string Items(IEnumerable<CostLine> lines) => string.Join(", ", lines.Select(l => l.Item).Distinct().Order(StringComparer.Ordinal));
}
