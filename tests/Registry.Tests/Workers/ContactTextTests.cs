using FsCheck;
using FsCheck.Fluent;
using Gms.Platform;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Workers;

public sealed class ContactTextTests
{
    [Theory]
    [InlineData("+66 81 234 5678", "+66812345678")]
    [InlineData("0066-81-234-5678", "+66812345678")]
    [InlineData("+856 (20) 5555.0100", "+8562055550100")]
    public void A_phone_has_one_form(string written, string stored) => Assert.Equal(stored, ContactText.Phone(written, "x"));

    [Theory]
    [InlineData("081 234 5678")]
    [InlineData("+0812345678")]
    [InlineData("+66")]
    [InlineData("+1234567890123456")]
    [InlineData("+66 81 CALL ME")]
    [InlineData("+๖๖๘๑๒๓๔๕๖๗๘")]
    public void What_is_no_international_number_is_refused(string written) =>
        Assert.Equal("CONTACT_PHONE_MALFORMED", Assert.Throws<RefusedException>(() => ContactText.Phone(written, "x")).Problems[0].Code);

    [Theory]
    [InlineData("a@b")]
    [InlineData("Example.Person+work@Example.org")]
    public void A_mail_address_is_kept_in_small_letters(string written) => Assert.Equal(written.ToLowerInvariant(), ContactText.Email(written, "x"));

    [Theory]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("Example <a@example.org>")]
    [InlineData("a b@example.org")]
    public void What_is_no_mail_address_is_refused(string written) =>
        Assert.Equal("CONTACT_EMAIL_MALFORMED", Assert.Throws<RefusedException>(() => ContactText.Email(written, "x")).Problems[0].Code);

    [Theory]
    [InlineData("KM", "km")]
    [InlineData("shn", "shn")]
    [InlineData("zh-HANT-tw", "zh-Hant-TW")]
    [InlineData("my-mm", "my-MM")]
    [InlineData("es-419", "es-419")]
    public void A_language_tag_has_one_form(string written, string stored) => Assert.Equal(stored, ContactText.Language(written, "x"));

    [Theory]
    [InlineData("k")]
    [InlineData("Khmer")]
    [InlineData("km_KH")]
    [InlineData("km-")]
    public void What_is_no_language_tag_is_refused(string written) =>
        Assert.Equal("LANGUAGE_MALFORMED", Assert.Throws<RefusedException>(() => ContactText.Language(written, "x")).Problems[0].Code);

    [Fact]
    public void A_phone_read_twice_is_the_same() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 9), 10).Select(d => "+8" + string.Join('-', d)).ToArbitrary(),
        written => ContactText.Phone(ContactText.Phone(written, "x"), "x") == ContactText.Phone(written, "x")).QuickCheckThrowOnFailure();
}
