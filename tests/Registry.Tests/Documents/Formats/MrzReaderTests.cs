using Gms.Platform;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class MrzReaderTests
{
    const string Specimen = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    const string CardSpecimen = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

    [Fact]
    public void The_passport_specimen_of_ICAO_is_read_and_all_five_check_digits_hold()
    {
        var zone = Read(Specimen);

        Assert.Equal(("L898902C3", "UTO", "UTO", "ERIKSSON", "ANNA MARIA"), (zone.Number, zone.Issuer, zone.Nationality, zone.Family, zone.Given));
        Assert.Equal((new PartialDate(1974, 8, 12), Sex.Female, new DateOnly(2012, 4, 15)), (zone.Birth, zone.Sex, zone.Expiry));
        Assert.Equal(["ZE184226B"], zone.Optional);
        Assert.Equal(["number", "birth_date", "expiry", "optional", "all"], zone.Checks.Select(c => c.Field));
        Assert.All(zone.Checks, c => Assert.True(c.Holds));
        Assert.Equal(["MRZ_EXPIRED"], zone.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void The_card_specimen_of_ICAO_is_read()
    {
        var zone = Read(CardSpecimen);

        Assert.Equal((MrzForm.Td1, "D23145890", "UTO", "ERIKSSON ANNA MARIA"), (zone.Form, zone.Number, zone.Nationality, zone.FullName));
        Assert.All(zone.Checks, c => Assert.True(c.Holds));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("\u2028")]
    [InlineData("")]
    public void Line_breaks_of_any_kind_and_none_make_no_difference(string breaks)
    {
        AssertSame(Zone.Passport(), Zone.Passport().Replace("\n", breaks, StringComparison.Ordinal));
        AssertSame(Zone.Card(), Zone.Card().Replace("\n", breaks, StringComparison.Ordinal));
    }

    [Fact]
    public void Small_letters_spaces_direction_marks_and_full_width_signs_make_no_difference()
    {
        AssertSame(Zone.Passport(), Zone.Passport().ToLowerInvariant());
        AssertSame(Zone.Passport(), string.Join(' ', Zone.Passport().ToCharArray()));
        AssertSame(Zone.Card(), "\uFEFF\u200F" + Zone.Card().Replace("<", "\u200E＜", StringComparison.Ordinal));
        AssertSame(Zone.Card(), Zone.Card().Replace("<<", "«", StringComparison.Ordinal));
    }

    [Fact]
    public void Lost_fillers_at_the_ends_of_lines_are_put_back()
    {
        AssertSame(Zone.Passport(), string.Join('\n', Zone.Passport().Split('\n').Select(l => l.TrimEnd('<'))));
        AssertSame(Zone.Card(), string.Join('\n', Zone.Card().Split('\n').Select(l => l.TrimEnd('<'))));
    }

    [Fact]
    public void Lost_fillers_before_the_last_check_digits_are_put_back() => AssertSame(Specimen, Specimen.Replace("B<<<<<10", "B10", StringComparison.Ordinal));

    [Fact]
    public void A_glued_line_that_lost_fillers_is_broken_where_its_check_digits_fit() =>
        AssertSame(Specimen, Specimen.Replace("<<<<<<<<<<<<<<<<<<<\n", "", StringComparison.Ordinal));

    [Fact]
    public void Three_lines_of_a_card_of_which_two_are_glued_are_told_apart() =>
        AssertSame(Zone.Card(), Zone.Card()[..30] + Zone.Card()[31..]);

    [Fact]
    public void O_for_0_in_dates_and_check_digits_and_0_for_O_in_letters_are_read_kindly()
    {
        var printed = Zone.Passport(issuer: "LAO", nationality: "LAO", birth: "000105");
        AssertSame(printed, printed.Replace("000105", "OOO1O5", StringComparison.Ordinal).Replace("LAO", "LA0", StringComparison.Ordinal));
    }

    [Fact]
    public void O_and_0_in_a_number_are_exchanged_only_where_that_makes_the_check_digit_fit_and_it_is_told()
    {
        var zone = Read(Zone.Passport(number: "PA0123456").Replace("PA0123456", "PAO123456", StringComparison.Ordinal));

        Assert.Equal("PA0123456", zone.Number);
        Assert.Equal(["MRZ_NUMBER_CORRECTED"], zone.Warnings.Select(w => w.Code));
        Assert.All(zone.Checks, c => Assert.True(c.Holds));
    }

    [Theory]
    [InlineData("9907<<", 1999, 7, 0)]
    [InlineData("99<<<<", 1999, 0, 0)]
    [InlineData("990000", 1999, 0, 0)]
    [InlineData("260101", 2026, 1, 1)]
    [InlineData("261122", 2026, 11, 22)]
    [InlineData("261123", 1926, 11, 23)]    // tomorrow, so a hundred years ago
    [InlineData("040229", 2004, 2, 29)]
    public void A_birth_date_may_lack_day_or_month_and_is_never_in_the_future(string field, int year, int month, int day) =>
        Assert.Equal(new PartialDate(year, month, day), Read(Zone.Passport(birth: field)).Birth);

    [Theory]
    [InlineData("<<<<<<")]
    [InlineData("991301")]
    [InlineData("990230")]
    [InlineData("99<<01")]
    public void A_birth_date_that_no_calendar_has_is_left_out_and_told(string field)
    {
        var zone = Read(Zone.Passport(birth: field));

        Assert.Null(zone.Birth);
        Assert.Equal(["MRZ_BIRTH_DATE_UNREADABLE"], zone.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void A_name_without_a_family_name_gets_none()
    {
        var zone = Read(Zone.Passport(issuer: "MMR", nationality: "MMR", names: "AUNG<MYA<THIDA"));

        Assert.Equal(("", "AUNG MYA THIDA", "AUNG MYA THIDA"), (zone.Family, zone.Given, zone.FullName));
    }

    [Fact]
    public void A_name_that_fills_its_field_may_have_been_cut_and_is_told() =>
        Assert.Equal(["MRZ_NAME_CUT_SHORT"], Read(Zone.Card(names: new string('A', 12) + "<<" + new string('B', 20))).Warnings.Select(w => w.Code));

    [Fact]
    public void A_number_longer_than_nine_goes_on_in_the_optional_field()
    {
        const string rest = "345";
        var zone = Read(Zone.Card(first: $"I<UTO123456789<{rest}{CheckDigits.Icao("123456789" + rest)}<".PadRight(30, '<')));

        Assert.Equal("123456789345", zone.Number);
        Assert.True(zone.Checks.Single(c => c.Field == "number").Holds);
    }

    [Fact]
    public void A_misread_character_breaks_its_own_check_digit_and_the_one_over_all()
    {
        var zone = Read(Zone.Passport(expiry: "310501").Replace("310501", "310601", StringComparison.Ordinal));

        Assert.Equal(["expiry", "all"], zone.Checks.Where(c => !c.Holds).Select(c => c.Field));
        Assert.Equal([("MRZ_CHECK_DIGIT", "document.valid_until"), ("MRZ_CHECK_DIGIT", "text")], zone.Warnings.Select(w => (w.Code, w.Field)));
    }

    [Theory]
    [InlineData("hello", "MRZ_UNKNOWN_FORM")]
    [InlineData("P<LAO\n", "MRZ_UNKNOWN_FORM")]
    [InlineData("V<LAOEXAMPLE<<PERSON<<<<<<<<<<<<<<<<<<<<<<<<\nPA12345672LAO9907316F3105012<<<<<<<<<<<<<<<8", "MRZ_UNKNOWN_FORM")]
    [InlineData("ຕົວຢ່າງ", "MRZ_FOREIGN_CHARACTERS")]
    [InlineData("=cmd|' /C calc'!A0", "MRZ_FOREIGN_CHARACTERS")]
    [InlineData("\uD800", "MRZ_FOREIGN_CHARACTERS")]
    [InlineData("\u200F\r\n \t", "MRZ_UNKNOWN_FORM")]
    public void What_is_no_zone_is_refused_with_the_field(string text, string code)
    {
        var (zone, refusal) = MrzReader.Parse(text, A.Today);

        Assert.Null(zone);
        Assert.Equal((code, "text"), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Ten_megabytes_are_refused_without_being_read() =>
        Assert.Equal("MRZ_TOO_LONG", MrzReader.Parse(new string('<', 10 * 1024 * 1024), A.Today).Refusal!.Code);

    static MachineReadableZone Read(string text)
    {
        var (zone, refusal) = MrzReader.Parse(text, A.Today);
        Assert.Null(refusal);
        return zone!;
    }

    static void AssertSame(string printed, string scanned)
    {
        var (right, read) = (Read(printed), Read(scanned));
        Assert.Equivalent(right, read, strict: true);
    }
}
