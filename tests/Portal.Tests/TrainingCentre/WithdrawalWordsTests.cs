using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;
using Gms.Portal.TrainingCentre;
using Xunit;

namespace Gms.Portal.Tests.TrainingCentre;

public sealed class WithdrawalWordsTests
{
    static readonly Texts English = Texts.In(Language.English);

    [Theory]
    [InlineData(WithdrawalEntryKind.Session, 2)]
    [InlineData(WithdrawalEntryKind.Certification, 3)]
    [InlineData(WithdrawalEntryKind.Certificate, 3)]
    [InlineData(WithdrawalEntryKind.Departure, 2)]
    public void Only_a_paper_is_offered_to_be_revoked(WithdrawalEntryKind kind, int decisions) =>
        Assert.Equal(decisions, WithdrawalWords.Decisions(English, new() { Kind = kind }).Count());

    [Fact]
    public void Only_the_ministry_is_led_to_a_departure()
    {
        var entry = new WithdrawalEntry { Kind = WithdrawalEntryKind.Departure, SubjectId = "d" };
        Assert.Equal(("/departures/d", null), (WithdrawalWords.PageOf(entry, inMinistry: true), WithdrawalWords.PageOf(entry, inMinistry: false)));
        Assert.Equal("/certificates/c", WithdrawalWords.PageOf(new() { Kind = WithdrawalEntryKind.Certificate, SubjectId = "c" }, inMinistry: false));
    }

    [Fact]
    public void A_module_is_told_by_code_and_version_and_a_trainer_by_name()
    {
        Assert.Equal("Module SM01, version 2", WithdrawalWords.Of(English, new() { ModuleCode = "SM01", ModuleVersion = 2, Reason = "Outdated" }, new Dictionary<string, string>()));
        Assert.Equal("Somebody", WithdrawalWords.Of(English, new() { TrainerId = "t" }, new Dictionary<string, string> { ["t"] = "Somebody" }));
        Assert.Equal("Trainer", WithdrawalWords.Of(English, new() { TrainerId = "t" }, new Dictionary<string, string>()));
    }

    [Fact]
    public void Why_is_in_the_reader_s_words_where_it_is_one_of_the_list() =>
        Assert.Equal("False records", WithdrawalWords.Why(English, new() { TrainerId = "t", Reason = "FalseRecords" }));
}
