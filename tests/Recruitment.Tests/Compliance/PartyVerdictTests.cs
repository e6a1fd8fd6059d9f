using Gms.Recruitment.Compliance;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class PartyVerdictTests
{
    static readonly int Paid = Enumerable.Range(0, 38).Single(i => A.Reference.Indicators.All[i].Id == "FR04");

    [Fact]
    public void Every_indicator_is_answered_in_order_for_agencies_and_employers()
    {
        var codes = Enumerable.Range(1, 38).Select(n => $"FR{n:00}");

        Assert.Equal(codes, PartyVerdict.Of(Agency()).Select(c => c.Code));
        Assert.Equal(codes, PartyVerdict.Of(new EmployerFacts(A.Employer(), new(2026, 12, 5), Record(), 1, A.Reference)).Select(c => c.Code));
        Assert.All(PartyVerdict.Of(Agency()), c => Assert.False(c.Outcome == Outcome.Unspecified || c.Message.Length == 0 || c.Source.Text.Length == 0));
    }

    [Theory]
    [InlineData("2026-12-31", Outcome.Pass)]
    [InlineData("2027-12-31", Outcome.Pass)]
    [InlineData("2028-01-01", Outcome.Fail)]
    [InlineData("2025-12-31", Outcome.Fail)]
    public void A_licence_holds_to_its_last_day(string day, Outcome outcome) =>
        Assert.Equal(outcome, Of(Agency(day), "FR01").Outcome);

    [Fact]
    public void A_licence_for_another_country_is_none_for_this_one()
    {
        Assert.Equal(Outcome.Pass, Of(Agency(partner: "TH"), "FR01").Outcome);
        Assert.Equal(Outcome.Fail, Of(Agency(partner: "JP"), "FR01").Outcome);
    }

    [Fact]
    public void Without_recruitments_nothing_about_recruitments_passes() =>
        Assert.All(PartyVerdict.Of(Agency()).Where(c => c.Outcome == Outcome.Pass), c => Assert.Equal("FR01", c.Code));

    [Fact]
    public void One_recruitment_that_fails_is_told_with_the_count_and_one_that_is_unknown_is_no_pass()
    {
        Assert.Equal((Outcome.Fail, true), (Of(Agency(record: Record("F", "P", "P")), "FR04").Outcome, Of(Agency(record: Record("F", "P", "P")), "FR04").Message.StartsWith("1 of 3", StringComparison.Ordinal)));
        Assert.Equal(Outcome.Unknown, Of(Agency(record: Record("U", "P", "P")), "FR04").Outcome);
        Assert.Equal(Outcome.Pass, Of(Agency(record: Record("P", "P", "N")), "FR04").Outcome);
        Assert.Equal(Outcome.NotApplicable, Of(Agency(record: Record("N", "N")), "FR04").Outcome);
    }

    [Fact]
    public void An_agency_is_told_neither_numbers_nor_anything_of_fewer_than_five_so_that_nobody_is_led_back_to_the_worker()
    {
        var few = Of(Agency(record: Record("F", "P", "P", "P") with { ForAgency = true }), "FR04");
        var enough = Of(Agency(record: Record("F", "P", "P", "P", "P") with { ForAgency = true }), "FR04");

        Assert.Equal(Outcome.Unknown, few.Outcome);
        Assert.Equal(Outcome.Fail, enough.Outcome);
        Assert.DoesNotContain("1 of 5", enough.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Diligence_passes_only_when_every_employer_was_looked_at()
    {
        Assert.Equal(Outcome.NotApplicable, Of(Agency(employers: 0), "FR37").Outcome);
        Assert.Equal(Outcome.Unknown, Of(Agency(employers: 2, lookedAt: 1), "FR37").Outcome);
        Assert.Equal(Outcome.Pass, Of(Agency(employers: 2, lookedAt: 2), "FR37").Outcome);
    }

    [Fact]
    public void Sub_agents_are_told_and_how_the_agency_looked_at_them_is_not_known()
    {
        var facts = Agency(employers: 1, lookedAt: 1) with { Acting = new(0, 2) };

        Assert.Equal(Outcome.Unknown, Of(facts, "FR37").Outcome);
        Assert.Contains("2 sub-agents are registered", Of(facts, "FR03").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_what_workers_stated_without_a_name_nothing_passes_and_an_agency_is_not_told_why()
    {
        var facts = Agency(record: Record("P", "P", "P", "P", "P"));
        var against = facts with { Anonymous = new(5, new Dictionary<string, int> { ["FR04"] = 3 }) };
        var agency = against with { Record = against.Record with { ForAgency = true } };

        Assert.Equal((Outcome.Pass, Outcome.Unknown, Outcome.Unknown), (Of(facts, "FR04").Outcome, Of(against, "FR04").Outcome, Of(agency, "FR04").Outcome));
        Assert.Contains("3 speak against it", Of(against, "FR04").Message, StringComparison.Ordinal);
        Assert.DoesNotContain("without a name", Of(agency, "FR04").Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Fail, Of(against with { Record = Record("F", "P") }, "FR04").Outcome);
    }

    [Fact]
    public void An_employer_without_a_visit_or_an_open_order_is_not_shown_as_verified()
    {
        var visited = A.Employer(visitedOn: new(2026, 12, 5));

        Assert.Equal(Outcome.Unknown, Verified(A.Employer(visited: false), 1, 5));
        Assert.Equal(Outcome.Unknown, Verified(A.Employer(accredited: false), 1, 5));
        Assert.Equal(Outcome.Unknown, Verified(A.Employer(accreditedUntil: new(2026, 12, 4)), 1, 5));
        Assert.Equal(Outcome.Unknown, Verified(visited, 0, 5));
        Assert.Equal(Outcome.Unknown, Verified(visited, 1, 4));
        Assert.Equal(Outcome.Pass, Verified(visited, 1, 5));
    }

    [Fact]
    public void A_late_answer_counts_after_the_complaint_is_over_and_what_was_upheld_is_told()
    {
        Assert.Equal(Outcome.Fail, Grievance(new(3, 0, 0, 0, TimesLate: 1)).Outcome);
        Assert.Equal(Outcome.Pass, Grievance(new(3, 0, 0, 0)).Outcome);
        Assert.Contains("2 of them are upheld", Grievance(new(3, 0, 0, 0, Upheld: 2)).Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Unknown, Grievance(new(3, 1, 0, 0)).Outcome);
        Assert.Equal(Outcome.Fail, Grievance(new(3, 1, 1, 0)).Outcome);
        Assert.Equal(Outcome.NotApplicable, Grievance(new(0, 0, 0, 0)).Outcome);
    }

    [Fact]
    public void An_agency_is_told_of_no_complaint_and_of_few_alike() => Assert.Single(
        Enumerable.Range(0, PartyRecord.TooFew).Select(n => Of(Agency(record: Record() with { ForAgency = true }) with { Complaints = new(n, n, n, n, n, n) }, "FR30")).Distinct());

    static Check Grievance(PartyComplaints complaints) => Of(Agency() with { Complaints = complaints }, "FR30");

    static Outcome Verified(Gms.Recruitment.Employers.Employer employer, int orders, int day) =>
        PartyVerdict.Of(new EmployerFacts(employer, new(2026, 12, day), Record(), orders, A.Reference)).Single(c => c.Code == "FR19").Outcome;

    static AgencyFacts Agency(string day = "2026-12-05", string? partner = null, PartyRecord? record = null, int employers = 0, int lookedAt = 0) =>
        new(A.Agency(), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), partner, record ?? Record(), new(0, 0, 0, 0), employers, lookedAt, A.Reference);

    /// <summary>Recruitments that come to this in FR04, and to nothing known in the others.</summary>
    static PartyRecord Record(params string[] outcomes)
    {
        var counts = new PartyCounts();
        foreach (var outcome in outcomes)
            counts.Add(new string('U', Paid) + outcome + new string('U', 37 - Paid), 1);
        return new(counts, new(2025, 1, 1), false);
    }

    static Check Of(AgencyFacts facts, string code) => PartyVerdict.Of(facts).Single(c => c.Code == code);
}

public sealed class ForcedLabourSignsTests
{
    [Fact]
    public void A_fair_recruitment_shows_no_sign() => Assert.Empty(Codes(A.Facts()));

    [Fact]
    public void Papers_held_debt_and_no_freedom_to_leave_are_each_a_sign_with_the_check_that_says_so()
    {
        Assert.Equal(["FL07 FR17"], Codes(A.Facts(declaration: A.Declaration(papers: false))));
        Assert.Equal(["FL09 FR09"], Codes(A.Facts(declaration: A.Declaration(owes: true))));
        Assert.Equal(["FL03 FR18"], Codes(A.Facts(declaration: A.Declaration(free: false))));
        Assert.Empty(Codes(A.Facts(undeclared: true)));
    }

    static IEnumerable<string> Codes(RecruitmentFacts facts) => ForcedLabourSigns.Of(facts, Verdict.Of(facts)).Select(s => $"{s.Indicator.Id} {string.Join(' ', s.Because)}");
}
