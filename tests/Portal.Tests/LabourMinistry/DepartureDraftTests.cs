using Gms.Portal.LabourMinistry;
using Gms.Portal.Tests.Forms;
using Xunit;

namespace Gms.Portal.Tests.LabourMinistry;

public sealed class DepartureDraftTests
{
    static readonly DepartureDraft Whole = new("KH-7KQ2-M9XD-R", "TH", "2026-12-20", "MOU_S59", "FORMAL", "a-contract", "");

    [Fact]
    public void The_next_step_is_the_first_that_lacks_something()
    {
        Assert.Equal([1, 2, 2, 3, 4], new[] { new DepartureDraft(), Whole with { Destination = "" }, Whole with { Day = "" }, Whole with { Channel = "" }, Whole }.Select(d => d.Next));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]    // the channel is not chosen yet
    [InlineData(0, 3)]
    [InlineData(99, 3)]
    public void A_step_is_shown_when_those_before_it_are_filled_in(int asked, int shown) => Assert.Equal(shown, (Whole with { Channel = "" }).At(asked));

    [Fact]
    public void Another_worker_has_another_contract_and_the_same_worker_keeps_it()
    {
        Assert.Equal("", Whole.With(1, Sent.Form(("Number", "KH-0000-0000-0"))).Contract);
        Assert.Equal("a-contract", Whole.With(1, Sent.Form(("Number", Whole.Worker))).Contract);
    }

    [Fact]
    public void Without_a_contract_stays_so_once_it_was_said()
    {
        Assert.Equal("", Whole.With(3, Sent.Form(("Channel", "MOU_S59"), ("Work", "FORMAL"), ("Contract", ""))).ContractOr("first"));
        Assert.Equal("a-contract", Whole.ContractOr("first"));
        Assert.Equal("first", Whole.With(1, Sent.Form(("Number", "KH-0000-0000-0"))).ContractOr("first"));
        Assert.Equal("first", new DepartureDraft().ContractOr("first"));
    }

    [Fact]
    public void Another_country_asks_for_the_channel_anew_and_another_day_does_not()
    {
        Assert.Equal("", Whole.With(2, Sent.Form(("Destination", "VN"), ("Day", Whole.Day))).Channel);
        Assert.Equal("MOU_S59", Whole.With(2, Sent.Form(("Destination", "TH"), ("Day", "2027-01-01"))).Channel);
    }

    [Fact]
    public void What_is_kept_is_read_again_as_it_was_entered()
    {
        Assert.Equal(Whole, DepartureDraft.Of(Whole.ToDrafted()));
        Assert.Equal(new DepartureDraft(), DepartureDraft.Of(new DepartureDraft().ToDrafted()));
    }

    [Fact]
    public void What_is_no_day_is_sent_unset_for_the_Registry_to_refuse()
    {
        Assert.Null((Whole with { Day = "tomorrow" }).Asks("r", "KH").PlannedOn);
        Assert.Equal((2026, 12, 20), Whole.Asks("r", "KH").PlannedOn is { } day ? (day.Year, day.Month, day.Day) : default);
    }
}
