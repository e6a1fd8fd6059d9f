using Gms.Registry.Documents;
using Xunit;

namespace Gms.Registry.Tests.Documents;

public sealed class DocumentRulesTests
{
    const string Owner = "LA-7KQ2-M9XD-R";

    [Fact]
    public void A_number_that_nobody_has_is_recorded() => Assert.Empty(Record(Sent()));

    [Fact]
    public void An_expired_document_is_recorded_as_history() => Assert.Empty(Record(Sent() with { ValidUntil = A.Today.AddYears(-5) }));

    [Fact]
    public void A_document_of_one_day_is_right() => Assert.Empty(Record(Sent() with { ValidFrom = A.Today, ValidUntil = A.Today }));

    [Fact]
    public void A_document_that_ends_before_it_begins_is_refused() =>
        Assert.Equal(["WORKER_DOCUMENT_ENDS_BEFORE_START"], Record(Sent() with { ValidFrom = A.Today, ValidUntil = A.Today.AddDays(-1) }));

    [Fact]
    public void Another_s_number_is_refused() => Assert.Equal(["WORKER_DOCUMENT_ENROLLED"], Record(Sent(), Anothers));

    [Fact]
    public void Another_s_number_is_recorded_with_a_reason() => Assert.Empty(Record(Sent() with { DisputedReason = "Issued twice." }, Anothers));

    [Fact]
    public void Another_s_number_of_a_weak_kind_is_no_more_than_a_hint() => Assert.Empty(Record(Sent() with { UniqueNumber = false }, Anothers));

    [Fact]
    public void A_number_that_the_worker_has_already_is_refused_of_a_weak_kind_too_and_whatever_the_reason() =>
        Assert.Equal(["DOCUMENT_ON_RECORD"], Record(Sent() with { UniqueNumber = false, DisputedReason = "x" }, new NumberHolder(Owner, "LA", Guid.Empty, DocumentState.Lost)));

    [Theory]
    [InlineData(DocumentState.InUse, true)]
    [InlineData(DocumentState.Lost, true)]
    [InlineData(DocumentState.Stolen, true)]
    [InlineData(DocumentState.Withdrawn, true)]
    [InlineData(DocumentState.ExpiredEarly, true)]
    [InlineData(DocumentState.Replaced, false)]
    public void What_was_not_replaced_yet_may_be_replaced(DocumentState state, bool may) =>
        Assert.Equal(may ? [] : ["DOCUMENT_NOT_IN_USE"], DocumentRules.ToReplace(In(state), [], A.Today, A.Today).Select(p => p.Code));

    [Fact]
    public void A_lost_document_is_replaced_once() => Assert.Equal(["DOCUMENT_NOT_IN_USE"],
        DocumentRules.ToReplace(In(DocumentState.Lost), [A.Document(replaces: Guid.Empty)], A.Today, A.Today).Select(p => p.Code));

    [Fact]
    public void A_replacement_tomorrow_has_not_happened() => Assert.Equal([("DOCUMENT_END_IN_FUTURE", "replaced_on")],
        DocumentRules.ToReplace(In(DocumentState.InUse), [], A.Today.AddDays(1), A.Today).Select(p => (p.Code, p.Field)));

    [Theory]
    [InlineData(DocumentState.InUse, 0)]
    [InlineData(DocumentState.InUse, 1, "DOCUMENT_END_IN_FUTURE")]
    [InlineData(DocumentState.Stolen, 0, "DOCUMENT_NOT_IN_USE")]
    [InlineData(DocumentState.Replaced, 1, "DOCUMENT_NOT_IN_USE", "DOCUMENT_END_IN_FUTURE")]
    public void A_document_in_use_ends_today_or_earlier(DocumentState state, int days, params string[] codes) =>
        Assert.Equal(codes, DocumentRules.ToEnd(In(state), A.Today.AddDays(days), A.Today).Select(p => p.Code));

    static NumberHolder Anothers => new("KH-7KQ2-M9XD-R", "KH", Guid.NewGuid(), DocumentState.InUse);

    static IEnumerable<string> Record(SentDocument sent, params NumberHolder[] holders) => DocumentRules.ToRecord(sent, Owner, holders).Select(p => p.Code);

    static SentDocument Sent() => new() { Field = "document", Kind = "PASSPORT", Family = "PASSPORT", Issuer = "LA", Number = "PA1234567", Compared = "PA1234567", UniqueNumber = true };

    static Document In(DocumentState state)
    {
        var document = A.Document();
        if (state is not DocumentState.InUse)
            document.End(state, A.Today, null);
        return document;
    }
}
