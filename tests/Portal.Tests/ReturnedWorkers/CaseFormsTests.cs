using Gms.Portal.Forms;
using Gms.Portal.ReturnedWorkers;
using Gms.Portal.Tests.Forms;
using Gms.Reintegration.V1;
using Xunit;

namespace Gms.Portal.Tests.ReturnedWorkers;

public sealed class CaseFormsTests
{
    [Fact]
    public void A_plan_has_a_goal_for_each_line_and_the_services_that_were_chosen()
    {
        var plan = CaseForms.PlanOf(Sent.Form(("Goals", " A stall \r\n\r\nSavings\n"), ("Service1", "S03"), ("Partner1", "A centre"), ("Starts1", "2026-12-01"), ("Ends1", "2027-01-31"), ("Budget1", "2500000"),
            ("Service2", ""), ("Budget2", "0"), ("Service3", "S04"), ("GivenOn", "2026-11-26"), ("Form", "Spoken"), ("Language", "lo")), "LA");

        Assert.Equal("of-the-route", plan.CaseId);
        Assert.Equal(["A stall", "Savings"], plan.Goals);
        Assert.Equal(["S03", "S04"], plan.Items.Select(i => i.Service));
        Assert.Equal((250_000_000, "LAK"), (plan.Items[0].Budget.Minor, plan.Items[0].Budget.Currency));
        Assert.Equal((ConsentForm.Spoken, "lo", 26), (plan.Consent.Form, plan.Consent.Language, plan.Consent.GivenOn.Day));
    }

    [Theory]
    [InlineData("Partner3", "A centre")]
    [InlineData("Ends3", "2027-01-31")]
    [InlineData("Budget3", "100")]
    public void A_line_without_a_service_is_sent_for_the_service_to_refuse_and_told_at_its_line(string field, string value)
    {
        Assert.Equal(["S03", ""], CaseForms.PlanOf(Sent.Form(("Service1", "S03"), (field, value)), "LA").Items.Select(i => i.Service));
        Assert.Equal("items[1]", CaseForms.PathOf(Kept.Of([new("Service1", "S03"), new("Budget2", "0"), new(field, value)], new([], "")), 3));
    }

    [Fact]
    public void What_cannot_be_read_is_sent_unset_for_the_service_to_refuse()
    {
        var item = CaseForms.PlanOf(Sent.Form(("Service1", "S03"), ("Starts1", "soon"), ("Budget1", "a lot"), ("Form", "nodded")), "VN");

        Assert.Null(item.Items[0].StartsOn);
        Assert.Null(item.Items[0].Budget);
        Assert.Equal(ConsentForm.Unspecified, item.Consent.Form);
        Assert.Null(item.Consent.GivenOn);
    }
}
