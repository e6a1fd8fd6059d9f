using Gms.Platform;
using Gms.Recruitment.Complaints;
using Xunit;

namespace Gms.Recruitment.Tests.Complaints;

public sealed class ComplaintRulesTests
{
    static readonly DateOnly Day = new(2026, 11, 22);
    static readonly ComplaintDeadlines Deadlines = ComplaintDeadlines.Load();

    static Complaint Complaint(ComplaintUrgency urgency = ComplaintUrgency.Normal, bool agency = true, params Action<Complaint>[] steps)
    {
        var complaint = new Complaint
        {
            Country = "LA",
            WorkerNumber = "LA-7KQ2-M9XD-R",
            AgencyId = agency ? A.AgencyId : null,
            Category = ComplaintCategory.Costs,
            Urgency = urgency,
            ToldBy = ComplaintTeller.Worker,
            Organisation = "",
            Subject = "A fee.",
            OpenedAt = DateTimeOffset.UnixEpoch,
            DueOn = Deadlines.DueOn(urgency, Day),
        };
        foreach (var step in steps)
            step(complaint);
        return complaint;
    }

    static void Asked(Complaint c) => c.Ask(Day.AddDays(10));

    static void Answered(Complaint c) => c.Answer(Day.AddDays(5), Day.AddDays(35));

    static void Upheld(Complaint c) => c.Decide(ComplaintFinding.Upheld, ComplaintRemedy.Repayment, new(500_000, "LAK"), "one", Day.AddDays(20), Day.AddDays(50));

    static void Appealed(Complaint c) => c.Become(ComplaintStep.Appeal, Day.AddDays(60));

    static string Decided(Complaint complaint, DateOnly today, string account = "two", long amount = 500_000, string currency = "LAK") =>
        string.Join(" ", ComplaintRules.ToDecide(complaint, ComplaintFinding.Upheld, ComplaintRemedy.Repayment, new(amount, currency), account, today).Select(p => p.Code));

    [Fact]
    public void The_agency_is_heard_before_it_is_decided_until_its_last_day_is_over()
    {
        Assert.Equal("COMPLAINT_AGENCY_NOT_HEARD", Decided(Complaint(), Day));
        Assert.Equal("COMPLAINT_AGENCY_NOT_HEARD", Decided(Complaint(steps: Asked), Day.AddDays(10)));
        Assert.Equal("", Decided(Complaint(steps: Asked), Day.AddDays(11)));
        Assert.Equal("", Decided(Complaint(steps: [Asked, Answered]), Day.AddDays(5)));
    }

    [Fact]
    public void Nobody_waits_for_an_agency_where_there_is_none_or_where_somebody_is_in_danger()
    {
        Assert.Equal("", Decided(Complaint(agency: false), Day));
        Assert.Equal("", Decided(Complaint(ComplaintUrgency.Emergency), Day));
        Assert.Equal("COMPLAINT_AGENCY_NOT_HEARD", Decided(Complaint(ComplaintUrgency.Urgent), Day));
    }

    [Fact]
    public void An_appeal_is_decided_by_another_officer()
    {
        Assert.Equal("COMPLAINT_SAME_OFFICER", Decided(Complaint(steps: [Asked, Answered, Upheld, Appealed]), Day.AddDays(25), "one"));
        Assert.Equal("", Decided(Complaint(steps: [Asked, Answered, Upheld, Appealed]), Day.AddDays(25)));
    }

    [Fact]
    public void What_is_decided_is_not_decided_again() => Assert.Equal("COMPLAINT_STEP_NOT_NOW", Decided(Complaint(steps: [Asked, Answered, Upheld]), Day.AddDays(25)));

    [Fact]
    public void On_appeal_nothing_less_than_what_was_paid_already_is_decided()
    {
        var complaint = Complaint(steps: [Asked, Answered, Upheld]);
        complaint.Remedies.Add(Paid(200_000));
        Appealed(complaint);

        Assert.Equal("COMPLAINT_REMEDY_PAID_ALREADY", Decided(complaint, Day.AddDays(25), amount: 199_999));
        Assert.Equal("COMPLAINT_REMEDY_PAID_ALREADY", Decided(complaint, Day.AddDays(25), currency: "THB"));
        Assert.Equal("", Decided(complaint, Day.AddDays(25), amount: 200_000));
    }

    [Theory]
    [InlineData(ComplaintFinding.Upheld, null, null, "COMPLAINT_REMEDY_MISSING")]
    [InlineData(ComplaintFinding.Upheld, ComplaintRemedy.Repayment, null, "COMPLAINT_REMEDY_AMOUNT")]
    [InlineData(ComplaintFinding.Upheld, ComplaintRemedy.Repayment, 0L, "COMPLAINT_REMEDY_AMOUNT")]
    [InlineData(ComplaintFinding.Upheld, ComplaintRemedy.Repayment, 1L, "")]
    [InlineData(ComplaintFinding.PartlyUpheld, ComplaintRemedy.PapersBack, 1L, "COMPLAINT_REMEDY_AMOUNT")]
    [InlineData(ComplaintFinding.PartlyUpheld, ComplaintRemedy.PapersBack, null, "")]
    [InlineData(ComplaintFinding.Unfounded, ComplaintRemedy.Other, null, "COMPLAINT_REMEDY_WITHOUT_GROUND")]
    [InlineData(ComplaintFinding.Unfounded, null, 1L, "COMPLAINT_REMEDY_WITHOUT_GROUND")]
    [InlineData(ComplaintFinding.Unfounded, null, null, "")]
    public void A_remedy_fits_what_was_found(ComplaintFinding finding, ComplaintRemedy? remedy, long? amount, string code) =>
        Assert.Equal(code, string.Join(" ", ComplaintRules.Remedy(finding, remedy, amount is { } minor ? new(minor, "LAK") : null).Select(p => p.Code)));

    [Theory]
    [InlineData(500_000, "LAK", 20, "")]
    [InlineData(500_001, "LAK", 20, "COMPLAINT_REMEDY_TOO_MUCH")]
    [InlineData(1, "THB", 20, "COMPLAINT_REMEDY_OTHER_CURRENCY")]
    [InlineData(1, "LAK", 21, "COMPLAINT_REMEDY_IN_FUTURE")]
    public void What_was_paid_is_at_most_what_is_owed_in_its_currency_and_not_tomorrow(long amount, string currency, int day, string code) =>
        Assert.Equal(code, string.Join(" ", ComplaintRules.ToRemedy(Complaint(steps: [Asked, Answered, Upheld]), new(amount, currency), Day.AddDays(day), Day.AddDays(20)).Select(p => p.Code)));

    [Fact]
    public void It_can_be_appealed_once_and_until_the_last_day()
    {
        var until = Deadlines.AppealUntil(Day.AddDays(20));
        string Appeal(Complaint complaint, DateOnly today) => string.Join(" ", ComplaintRules.ToAppeal(complaint, until, today).Select(p => p.Code));

        Assert.Equal(Day.AddDays(50), until);
        Assert.Equal("", Appeal(Complaint(steps: [Asked, Answered, Upheld]), until));
        Assert.Equal("COMPLAINT_APPEAL_TOO_LATE", Appeal(Complaint(steps: [Asked, Answered, Upheld]), until.AddDays(1)));
        Assert.Equal("COMPLAINT_APPEALED_ALREADY", Appeal(Complaint(steps: [Asked, Answered, Upheld, Appealed]), Day.AddDays(25)));
        Assert.Equal("COMPLAINT_APPEALED_ALREADY", Appeal(Complaint(steps: [Asked, Answered, Upheld, Appealed, Upheld]), Day.AddDays(25)));
        Assert.Equal("COMPLAINT_STEP_NOT_NOW", Appeal(Complaint(), Day));
    }

    [Fact]
    public void What_was_dismissed_is_closed_when_it_can_no_longer_be_appealed()
    {
        static void Dismissed(Complaint c) => c.Decide(ComplaintFinding.Unfounded, null, null, "one", Day, Day.AddDays(45));
        var until = Deadlines.AppealUntil(Day);
        string Close(Complaint complaint, DateOnly today) => string.Join(" ", ComplaintRules.ToClose(complaint, until, today).Select(p => p.Code));

        Assert.Equal("COMPLAINT_APPEAL_OPEN", Close(Complaint(steps: [Asked, Answered, Dismissed]), until));
        Assert.Equal("", Close(Complaint(steps: [Asked, Answered, Dismissed]), until.AddDays(1)));
        Assert.Equal("", Close(Complaint(steps: [Asked, Answered, Dismissed, Appealed, Dismissed]), Day));
        Assert.Equal("COMPLAINT_STEP_NOT_NOW", Close(Complaint(steps: [Asked, Answered, Upheld]), until));
    }

    [Fact]
    public void Only_the_worker_or_who_opened_it_says_whether_the_agency_is_told_the_name()
    {
        Assert.Empty(ComplaintRules.ToWrite(Complaint(), changesName: true, ComplaintSide.Worker, isWhoOpened: false));
        Assert.Empty(ComplaintRules.ToWrite(Complaint(), changesName: true, ComplaintSide.CivilSociety, isWhoOpened: true));
        Assert.Equal("COMPLAINT_NAME_NOT_YOURS", Assert.Single(ComplaintRules.ToWrite(Complaint(), changesName: true, ComplaintSide.Officer, isWhoOpened: false)).Code);
        Assert.Equal("COMPLAINT_NAME_NOT_YOURS", Assert.Single(ComplaintRules.ToWrite(Complaint(), changesName: true, ComplaintSide.Agency, isWhoOpened: false)).Code);
    }

    [Fact]
    public void The_days_of_a_step_are_those_of_the_period_in_which_it_began()
    {
        static string Period(string from, int opened) => $$"""
            { "valid_from": {{from}}, "stages": { "Opened": { "Normal": {{opened}}, "Urgent": 3, "Emergency": 0 } }, "whole": { "Normal": {{opened * 10}}, "Urgent": 1, "Emergency": 1 },
              "appeal_days": {{opened}}, "escalation_days": 7, "escalates_to": ["a"] }
            """;
        var dated = ComplaintDeadlines.Of($$"""{ "evidence_kinds": [], "periods": [{{Period("\"2026-11-22\"", 5)}}, {{Period("null", 15)}}] }""");

        Assert.Equal(Day.AddDays(14), dated.DueOn(ComplaintUrgency.Normal, Day.AddDays(-1)));
        Assert.Equal(Day.AddDays(5), dated.DueOn(ComplaintUrgency.Normal, Day));
        Assert.Equal((Day.AddDays(149), Day.AddDays(50)), (dated.CloseBy(ComplaintUrgency.Normal, Day.AddDays(-1)), dated.CloseBy(ComplaintUrgency.Normal, Day)));
        Assert.Equal((Day.AddDays(14), Day.AddDays(5)), (dated.AppealUntil(Day.AddDays(-1)), dated.AppealUntil(Day)));
    }

    [Fact]
    public void Every_state_that_is_not_over_has_its_days() => Assert.All(
        Enum.GetValues<ComplaintState>().Except([ComplaintState.Closed, ComplaintState.Withdrawn]).SelectMany(s => Enum.GetValues<ComplaintUrgency>().Select(u => (s, u))),
        x => Assert.True(Deadlines.DueOn(x.s, x.u, Day) >= Day.AddDays(x is (ComplaintState.Opened, ComplaintUrgency.Emergency) ? 0 : 1), $"{x}"));

    static RemedyDone Paid(long minor) => new()
    {
        ComplaintId = Guid.Empty,
        Number = 1,
        Kind = ComplaintRemedy.Repayment,
        Amount = new(minor, "LAK"),
        DoneOn = Day.AddDays(21),
        EvidenceReference = "R-1",
        Side = ComplaintSide.Officer,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
