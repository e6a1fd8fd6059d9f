using Gms.Platform;
using Gms.Registry.Disclosures;
using Xunit;
using Recorded = Gms.Disclosures.V1.Disclosure;

namespace Gms.Registry.Tests.Disclosures;

public sealed class DisclosureRulesTests
{
    [Fact]
    public void The_worker_needs_no_reference_and_an_officer_does()
    {
        Assert.Empty(DisclosureRules.ToList(byTheWorker: true, null));
        Assert.Empty(DisclosureRules.ToList(byTheWorker: false, "2026/1"));
        Assert.Equal(["DISCLOSURES_REQUEST_REFERENCE_MISSING"], DisclosureRules.ToList(byTheWorker: false, null).Select(p => p.Code));
    }

    [Fact]
    public void Of_two_at_the_same_microsecond_the_id_decides_whichever_service_answered_first()
    {
        var (a, b) = (Position("00000000-0000-7000-8000-000000000001"), Position("ffffffff-0000-7000-8000-000000000001"));
        DisclosureSources.Answer first = new("access", [a]), second = new("registry", [b]);

        Assert.Equal([b, a], DisclosureRules.Merge([first, second], 10).Select(d => d.Disclosure));
        Assert.Equal([b, a], DisclosureRules.Merge([second, first], 10).Select(d => d.Disclosure));
        Assert.Equal([b], DisclosureRules.Merge([first, second], 1).Select(d => d.Disclosure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1:00000000000070008000000000000001")]
    [InlineData("99999999999999999999:00000000000070008000000000000001")]
    [InlineData("9223372036854775807:00000000000070008000000000000001")]
    [InlineData("1:0000")]
    public void What_is_no_position_is_not_read_as_one(string text) => Assert.Null(DisclosurePosition.Parse(text));

    [Fact]
    public void A_position_is_read_as_it_was_written()
    {
        var position = new DisclosurePosition(new(2026, 11, 25, 21, 0, 0, 123, 456, TimeSpan.Zero), Guid.CreateVersion7());

        Assert.Equal(position, DisclosurePosition.Parse(position.ToString()));
    }

    static Recorded Position(string id) => new() { Position = new DisclosurePosition(DateTimeOffset.UnixEpoch, Guid.Parse(id)).ToString() };
}
