using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>In which schemes a job must be enrolled, and what a departure needs of that.</summary>
public sealed class ObligationRulesTests
{
    // SSO, 26 Nov 2022: within 30 days of starting work, Thai and foreign alike. 22 November + 30 days = 22 December.
    [Fact]
    public void A_Lao_garment_worker_for_Thailand_may_leave_and_the_employer_enrols_within_30_days()
    {
        var answer = Answer(A.Job(nationality: "LA", presumed: true, day: "2026-11-22"));
        var check = answer.Checks.Single();
        var fund = answer.Obligations.Single(o => o.SchemeId == "TH-SSF-33");

        Assert.Equal(("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass), (check.Code, check.Outcome));
        Assert.Contains("TH-SSF-33: the employer enrols the worker within 30 days of the first working day.", check.Message, StringComparison.Ordinal);
        Assert.Equal((Proto.Standing.Compulsory, Proto.Enroller.Employer, Proto.EnrolmentDue.AfterStart, 30), (fund.Standing, fund.Enroller, fund.Due, fund.WithinDays));
        Assert.Equal(new Date { Year = 2026, Month = 12, Day = 22 }, fund.DueBy);
        Assert.Equal(["TH-SSF-33", "TH-WCF"], Compulsory(answer));
    }

    [Fact]
    public void While_the_worker_is_insured_for_work_nobody_is_told_that_enrolment_comes_when_the_work_starts()
    {
        var check = CoverageService.Answer(new(A.Book, A.Job(day: "2026-11-22")), A.Job(day: "2026-11-22"), [A.Insured("TH-SSF-33", "2026-09-23")]).Checks.Single();

        Assert.Contains("TH-SSF-33: the worker is a member.", check.Message, StringComparison.Ordinal);
        Assert.Contains("TH-WCF: no membership is recorded, though the worker is insured for work in TH since 2026-09-23", check.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("when the work starts", check.Message, StringComparison.Ordinal);
    }

    // Section 33 excludes seasonal farm work; whoever is outside it must hold the health insurance card (3 months, 500 THB in 2014).
    [Fact]
    public void A_Cambodian_border_pass_worker_in_a_harvest_of_2024_needs_the_health_card_and_section_33_is_closed()
    {
        var answer = Answer(A.Job(employment: "AGRICULTURAL_SEASONAL", channel: "BORDER_S64", nationality: "KH", presumed: true, day: "2024-06-03"));
        var care = answer.Branches.Single(b => b.Branch == Proto.Branch.MedicalCare);

        Assert.Equal(["TH-CMHI"], Compulsory(answer));
        Assert.Equal(Outcome.Pass, answer.Checks.Single().Outcome);
        Assert.Contains("TH-CMHI: the employer or the worker enrols on arrival in the country of work.", answer.Checks.Single().Message, StringComparison.Ordinal);
        Assert.Equal(Proto.CoverageState.NotCovered, care.Schemes.Single(s => s.SchemeId == "TH-SSF-33").State);
        Assert.Contains("outside section 33", care.Schemes.Single(s => s.SchemeId == "TH-SSF-33").Reason, StringComparison.Ordinal);
        Assert.Equal(Proto.CoverageState.Unknown, answer.Branches.Single(b => b.Branch == Proto.Branch.EmploymentInjury).State);
        Assert.DoesNotContain(answer.Obligations, o => o.SchemeId == "TH-EWF");     // begins in October 2026
    }

    [Fact]
    public void With_the_card_the_harvest_worker_has_care_and_birth_and_nothing_else_for_certain()
    {
        var job = A.Job(employment: "AGRICULTURAL_SEASONAL", channel: "BORDER_S64", nationality: "KH", day: "2024-06-10");
        var answer = CoverageService.Answer(new(A.Book, job), job, [A.Insured("TH-CMHI", "2024-06-05", "2024-09-04")]);

        Assert.Equal(["MedicalCare", "Maternity"], answer.Branches.Where(b => b.State == Proto.CoverageState.Covered).Select(b => b.Branch.ToString()));
    }

    [Fact]
    public void A_voluntary_scheme_that_was_never_joined_leaves_nothing_open_and_speaks_of_no_branch()
    {
        var answer = Answer(A.Job());

        Assert.DoesNotContain(answer.Branches.SelectMany(b => b.Schemes), s => s.SchemeId is "TH-SSF-39" or "TH-MFUND");
        Assert.Equal(Proto.CoverageState.NotCovered, answer.Branches.Single(b => b.Branch == Proto.Branch.Sickness).State);
    }

    [Fact]
    public void Without_a_permit_section_33_registers_nobody()
    {
        var answer = Answer(A.Job(channel: "IRREGULAR"));

        Assert.DoesNotContain(answer.Obligations, o => o.SchemeId == "TH-SSF-33");
    }

    // Law 41/2024/QH15, art. 2 and 33 [unverified]: by when is not in the data, so nobody may call it a pass, and at low confidence it only warns.
    [Fact]
    public void A_Vietnamese_contract_worker_pays_on_at_home_by_a_day_that_is_not_known()
    {
        var check = Answer(A.Job(nationality: "VN")).Checks.Single();

        Assert.Equal((Outcome.Unknown, Confidence.Low), (check.Outcome, check.Source.Confidence));
        Assert.Contains("VN-SI-OWC", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_home_scheme_does_not_follow_a_worker_of_another_country() =>
        Assert.DoesNotContain(Answer(A.Job(nationality: "LA")).Obligations, o => o.SchemeId == "VN-SI-OWC");

    // Cambodia, Law on Social Security Schemes: registered by the employer within 3 days.
    [Fact]
    public void Casual_work_in_Cambodia_is_registered_within_3_days()
    {
        var answer = Answer(A.Job("KH", "SEASONAL", "", "KH"));

        Assert.Equal(3, answer.Obligations.Single(o => o.SchemeId == "KH-NSSF-OR").WithinDays);
    }

    [Fact]
    public void A_voluntary_scheme_is_shown_but_decides_nothing()
    {
        var answer = Answer(A.Job("MM", "DAILY", "", "MM"));

        Assert.Contains(answer.Obligations, o => o is { SchemeId: "MM-SSB-HSC", Standing: Proto.Standing.Voluntary });
        Assert.NotEqual(Outcome.Fail, answer.Checks.Single().Outcome);
    }

    [Fact]
    public void No_check_in_any_country_passes_on_a_moment_that_the_data_does_not_know()
    {
        var wrong =
            from country in new[] { "KH", "CN", "LA", "MM", "TH", "VN" }
            from employment in A.Book.EmploymentTypes
            from channel in A.Book.Channels.Append("")
            from nationality in new[] { "KH", "LA", "MM", "VN", "TH", "CN" }
            let answer = Answer(A.Job(country, employment, channel, nationality))
            where answer.Checks.Single().Outcome == Outcome.Pass
                && answer.Obligations.Any(o => o is { Standing: Proto.Standing.Compulsory, Member: false, Due: Proto.EnrolmentDue.Unspecified })
            select $"{country} {employment} {channel} {nationality}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_branch_of_C102_is_answered_in_every_country() =>
        Assert.All(["KH", "CN", "LA", "MM", "TH", "VN"], (string country) =>
            Assert.Equal(Enumerable.Range(1, 9), Answer(A.Job(country, channel: "")).Branches.Select(b => (int)b.Branch).Where(b => b < 10)));

    static Proto.CheckCoverageResponse Answer(Job job) => CoverageService.Answer(new(A.Book, job), job, []);

    static IEnumerable<string> Compulsory(Proto.CheckCoverageResponse answer) =>
        answer.Obligations.Where(o => o.Standing == Proto.Standing.Compulsory).Select(o => o.SchemeId);
}
