using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Corridors;

public sealed class CorridorTableTests
{
    static readonly CorridorTable Corridors = CorridorTable.Load();
    static readonly CheckpointTable Checkpoints = CheckpointTable.Load();

    [Fact]
    public void Every_corridor_and_checkpoint_of_the_reference_data_is_here() =>
        Assert.Equal((32, 60), (Corridors.All.Count, Checkpoints.Codes.Count));

    [Fact]
    public void Every_corridor_names_a_known_channel_and_says_where_each_state_comes_from()
    {
        Assert.All(Corridors.All, c => Assert.Contains(c.Channel, Corridors.Channels));
        Assert.All(Corridors.All.SelectMany(c => c.States), s => Assert.True(s is { Note.Length: > 0, Source.Length: > 0, Confidence: not Confidence.Unspecified }));
    }

    [Fact]
    public void What_was_stated_without_a_document_at_hand_is_not_called_open() =>
        Assert.DoesNotContain(Corridors.All.SelectMany(c => c.States).Concat(Checkpoints.Codes.SelectMany(c => Checkpoints[c].States)), s => !s.Found && s is not { State: Openness.Unknown, NeedsConfirmation: true });

    [Theory]
    [InlineData("KH", "MOU_S59", "Unknown")]
    [InlineData("KH", "BORDER_S64", "Unknown")]
    [InlineData("KH", "REGULARISED_S63", "Suspended")]
    [InlineData("KH", "FISHERY_S83", "Unknown")]
    [InlineData("LA", "MOU_S59", "Open")]
    [InlineData("LA", "BORDER_S64", "Open")]
    [InlineData("LA", "REGULARISED_S63", "Unknown")]
    [InlineData("LA", "FISHERY_S83", "Open")]
    [InlineData("MM", "MOU_S59", "Restricted")]
    [InlineData("MM", "BORDER_S64", "Open")]
    [InlineData("MM", "REGULARISED_S63", "Unknown")]
    [InlineData("MM", "FISHERY_S83", "Open")]
    public void The_channels_to_Thailand_stand_today_as_the_sources_say(string origin, string channel, string expected) =>
        Assert.Equal(expected, Corridors.Find(origin, "TH", channel)!.On(A.Today)!.State.ToString());

    [Theory]
    [InlineData("2025-06-06", "Open")]
    [InlineData("2025-06-07", "Suspended")]
    [InlineData("2026-02-28", "Suspended")]
    [InlineData("2026-03-01", "Unknown")]
    public void The_MoU_channel_from_Cambodia_was_suspended_with_the_border(string day, string expected) =>
        Assert.Equal(expected, Corridors.Find("KH", "TH", "MOU_S59")!.On(DateOnly.Parse(day, null))!.State.ToString());

    [Fact]
    public void A_closure_whose_source_says_to_check_is_not_sure() =>
        Assert.False(Corridors.Find("KH", "TH", "MOU_S59")!.On(new(2025, 8, 1))!.IsSure);

    [Fact]
    public void States_that_overlap_stop_the_start()
    {
        OpennessRow Row(DateOnly? from, DateOnly? to) => new(from, to, Openness.Open, "note", "source", Confidence.High, true, false);

        Assert.Throws<InvalidOperationException>(() => OpennessRow.MustNotOverlap("X", [Row(null, new(2025, 6, 7)), Row(new(2025, 6, 7), null)]));
        Assert.Throws<InvalidOperationException>(() => OpennessRow.MustNotOverlap("X", [Row(null, null), Row(new(2025, 6, 7), null)]));
    }

    [Fact]
    public void A_channel_without_a_row_of_its_own_has_the_decisive_checks_of_all()
    {
        var decisive = DecisiveChecks.Load();

        Assert.Equal("*", decisive.For("MOU_S59").Channel);
        Assert.DoesNotContain("DepartureOrientation", decisive.For("BORDER_S64").Parts);
    }

    [Theory]
    [InlineData("LA_PASSPORT", "PASSPORT")]
    [InlineData("KH_BORDER_PASS", "BORDER_PASS")]
    [InlineData("PASSPORT", "PASSPORT")]
    [InlineData("SOMETHING_ELSE", "SOMETHING_ELSE")]
    public void A_kind_of_document_is_compared_without_its_issuer(string code, string kind) => Assert.Equal(kind, new CodeLists().DocumentKind(code));

    [Fact]
    public void The_fifteen_return_reasons_and_eleven_kinds_of_employment_are_here() =>
        Assert.Equal((15, 11), (new CodeLists().ReturnReasons.Count, new CodeLists().EmploymentTypes.Count));
}
