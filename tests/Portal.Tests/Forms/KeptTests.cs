using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Forms;

public sealed class KeptTests
{
    static readonly Refusal Refused = new([new Problem { Code = "A", Field = "day", Message = "day is wrong" }, new Problem { Code = "B", Field = "names[0].full" }], "abc");

    [Fact]
    public void What_was_typed_comes_back_and_the_token_and_the_request_s_number_do_not()
    {
        var kept = Kept.Of([new("Day", "yesterday"), new("__RequestVerificationToken", "t"), new("RequestId", "r")], Refused);

        Assert.Equal("Day", Assert.Single(kept.Typed).Key);
        Assert.Equal("abc", kept.Refusal.CorrelationId);
    }

    [Theory]
    [InlineData("day", "A")]
    [InlineData("country", "")]
    [InlineData(null, "")]
    public void A_problem_is_told_at_its_field(string? field, string codes) =>
        Assert.Equal(codes, string.Concat(Kept.Of([], Refused).WrongWith(field).Select(p => p.Code)));

    [Fact]
    public void A_box_is_ticked_as_it_was_sent_and_as_at_first_where_nothing_came_back()
    {
        Assert.True(Kept.Ticked(null, "DryRun", first: true));
        Assert.True(Kept.Ticked(Kept.Of([], Refused), "DryRun", first: true));
        Assert.False(Kept.Ticked(Kept.Of([], Refused), "DryRun", first: false));
        Assert.False(Kept.Ticked(Kept.Of([new("Number", "1")], Refused), "DryRun", first: true));
        Assert.True(Kept.Ticked(Kept.Of([new("DryRun", "yes")], Refused), "DryRun", first: false));
    }

    [Fact]
    public void What_is_wrong_within_a_field_is_told_there() =>
        Assert.Equal("B", Kept.Of([], new([new Problem { Code = "B", Field = "wage.currency" }], "")).WrongWith("wage").Single().Code);
}
