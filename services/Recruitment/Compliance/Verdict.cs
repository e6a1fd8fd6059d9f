using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// The verdict on one recruitment: a finding for every indicator of the reference data. Pure: the same facts give the same verdict.
/// An indicator whose facts nobody records is unknown and says so; it is never left out.
/// </summary>
static class Verdict
{
    static readonly Dictionary<string, Func<RecruitmentFacts, Finding>> Rules = new()
    {
        ["FR01"] = AgencyFindings.LicenceValid,
        ["FR02"] = AgencyFindings.DepositHeld,
        ["FR03"] = CostFindings.NoBroker,
        ["FR04"] = CostFindings.WorkerPaidNothing,
        ["FR05"] = CostFindings.WithinNationalCap,
        ["FR06"] = CostFindings.Receipts,
        ["FR07"] = CostFindings.NothingIllegitimate,
        ["FR08"] = CostFindings.Repaid,
        ["FR09"] = WorkerFindings.NoDebt,
        ["FR10"] = ContractFindings.Deductions,
        ["FR11"] = ContractFindings.SignedAndReadable,
        ["FR12"] = ContractFindings.MinimumItems,
        ["FR13"] = ContractFindings.NotSubstituted,
        ["FR14"] = ContractFindings.Wage,
        ["FR15"] = WorkerFindings.HasCopy,
        ["FR16"] = ContractFindings.Registered,
        ["FR17"] = WorkerFindings.HoldsPapers,
        ["FR18"] = WorkerFindings.FreeToLeave,
        ["FR19"] = ContractFindings.EmployerVerified,
        ["FR20"] = ContractFindings.WithinJobOrder,
        ["FR21"] = ContractFindings.OldEnough,
        ["FR22"] = _ => Finding.Unknown("Job advertisements are not recorded here."),
        ["FR23"] = CostFindings.OrientationFree,
        ["FR24"] = _ => Finding.Unknown("Insurance is not recorded here; Social Security's Coverage.CheckCoverage answers it with the departure."),
        ["FR25"] = f => f.AsOf < f.Contract.StartsOn
            ? Finding.NotApplicable("Work has not begun.")
            : Finding.Unknown("Insurance is not recorded here; Social Security's memberships answer it."),
        ["FR26"] = _ => Finding.Unknown("Medical tests are not recorded here."),
        ["FR27"] = _ => Finding.Unknown("The job order does not record selection criteria."),
        ["FR28"] = _ => Finding.Unknown("The recorded terms do not tell of unions."),
        ["FR29"] = WorkerFindings.KnowsComplaintChannel,
        ["FR30"] = ComplaintFindings.AnsweredInTime,
        ["FR31"] = _ => Finding.Unknown("Consent to the use of personal data is not recorded here."),
        ["FR32"] = CostFindings.TravelPaidByOthers,
        ["FR33"] = ContractFindings.WayHome,
        ["FR34"] = f => f.AsOf < f.Contract.StartsOn.AddMonths(1)
            ? Finding.NotApplicable("The first month of work is not over.")
            : Finding.Unknown("Follow-up after arrival is not recorded here."),
        ["FR35"] = f => f.AsOf < f.Contract.StartsOn.AddMonths(1)
            ? Finding.NotApplicable("The first month of work is not over.")
            : Finding.Unknown("Payslips are not recorded here."),
        ["FR36"] = AgencyFindings.NoOpenSanction,
        ["FR37"] = f => f.Agency is null ? AgencyFindings.NoAgency : Finding.Unknown("The agency's own diligence is not recorded here."),
        ["FR38"] = f => f.Contract.Origin == "MM"
            ? Finding.Unknown("How quotas and exit rules were applied is not recorded here.")
            : Finding.NotApplicable("The rule is about Myanmar's quotas and exit rules."),
    };

    public static IReadOnlyList<Check> Of(RecruitmentFacts facts) =>
        [.. facts.Reference.Indicators.All.Select(indicator =>
        {
            var check = Check(indicator, Rules[indicator.Id](facts).With(facts, indicator.Id), VerdictEvidence.Of(facts, indicator));
            check.OfficersOnly = OfficersOnly.Covers(facts.Reference, indicator.Id);
            return check;
        })];

    /// <summary>The verdict when no contract of the worker is in force or to begin: that it is missing is known, everything else is not.</summary>
    /// <param name="ended">The caller may see contracts of the worker that have ended.</param>
    public static IReadOnlyList<Check> WithoutContract(Indicators indicators, bool ended)
    {
        var (message, remedy) = ended
            ? ("None of the worker's contracts that you may see is in force on that day or begins later.", "Ask for a day on which one was in force by as_of, or name it by contract_id; before another departure, register the new contract.")
            : ("The worker has no registered contract.", "Register the contract.");
        return [.. indicators.All.Select(indicator => Check(indicator, indicator.Id == "FR16" ? Finding.Fail(message, remedy) : Finding.Unknown(message, ended ? remedy : "")))];
    }

    public static Check Check(Indicator indicator, Finding finding, string evidence = "") => new()
    {
        Code = indicator.Id,
        Outcome = finding.Outcome,
        Message = finding.Message,
        Remedy = finding.Remedy,
        Source = finding.Rule?.ToProto() ?? indicator.Shown,
        Decisive = indicator.Decisive,
        Evidence = evidence,
    };
}
