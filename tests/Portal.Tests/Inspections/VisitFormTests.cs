using Gms.Portal.Forms;
using Gms.Portal.Inspections;
using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Inspections;

public sealed class VisitFormTests
{
    static readonly Dictionary<string, string> Typed = new()
    {
        ["VisitedOn"] = "2026-11-22",
        ["Indicator0"] = "FR01",
        ["Outcome0"] = "Pass",
        ["Text0"] = "It hangs on the wall.",
        ["Indicator2"] = "FR04",
        ["Outcome2"] = "Fail",
        ["Text2"] = "Fees were taken.",
        ["Action2"] = "Pay them back.",
        ["DueOn2"] = "2026-12-22",
        ["Indicator3"] = "FR17",
        ["Outcome3"] = "nonsense",
    };

    static string Of(string name) => Typed.GetValueOrDefault(name) ?? "";

    [Fact]
    public void Lines_with_an_indicator_are_findings_and_those_with_a_correction_actions()
    {
        var asked = VisitForm.Asks(Of, name => Days.Read(Of(name)).ToDate(), "r", "i");

        Assert.Equal([("FR01", Outcome.Pass), ("FR04", Outcome.Fail), ("FR17", Outcome.Unspecified)], asked.Findings.Select(f => (f.Indicator, f.Outcome)));
        Assert.Equal(("FR04", "Pay them back.", new DateOnly(2026, 12, 22)), (asked.Actions.Single().Indicator, asked.Actions.Single().Text, asked.Actions.Single().DueOn.ToDay()));
        Assert.Equal(new DateOnly(2026, 11, 22), asked.VisitedOn.ToDay());
    }

    [Theory]
    [InlineData("Text1")]
    [InlineData("Action1")]
    [InlineData("DueOn1")]
    public void A_line_with_no_indicator_is_sent_for_the_service_to_refuse(string field)
    {
        string Typed(string name) => name == field ? "2026-12-01" : Of(name);

        Assert.Equal(["FR01", "", "FR04", "FR17"], VisitForm.Asks(Typed, name => null, "r", "i").Findings.Select(f => f.Indicator));
    }

    [Fact]
    public void What_is_wrong_with_the_service_s_second_finding_is_told_at_the_line_that_it_came_from()
    {
        var kept = Kept.Of(Typed, Refusal.OfPortal(FormPost.TooOld));

        Assert.Equal(("findings[0]", null), VisitForm.Paths(kept, 0));
        Assert.Equal(("findings[1]", "actions[0]"), VisitForm.Paths(kept, 2));
        Assert.Equal(("findings[2]", null), VisitForm.Paths(kept, 3));
    }

    [Theory]
    [InlineData(null, VisitForm.Lines)]
    [InlineData("8", 8)]
    [InlineData("-1", VisitForm.Lines)]
    [InlineData("999999", VisitForm.MostLines)]
    [InlineData("x", VisitForm.Lines)]
    public void A_form_has_as_many_lines_as_asked_within_reason(string? asked, int lines) => Assert.Equal(lines, VisitForm.LinesOf(asked));

    [Fact]
    public void Every_indicator_of_the_list_can_be_chosen_and_has_words()
    {
        Assert.Equal(38, FairnessIndicators.All.Count);
        Assert.All(FairnessIndicators.All, i => Assert.NotEmpty(i.Text));
        Assert.Equal("FR99", FairnessIndicators.Text(Texts.In(Language.English), "FR99"));
    }
}
