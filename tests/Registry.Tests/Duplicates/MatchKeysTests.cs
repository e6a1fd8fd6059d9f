using Gms.Population;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Duplicates;

public sealed class MatchKeysTests
{
    const int PeopleOfACountry = 300;

    static readonly People People = new(12);

    public static TheoryData<string, ErrorRates, double> SingleErrors => new()
    {
        { "swapped order", ErrorRates.None with { SwappedOrder = 1 }, 0.99 },
        { "transliteration", ErrorRates.None with { Transliteration = 1 }, 0.98 },
        { "typo", ErrorRates.None with { Typo = 1 }, 0.98 },
        { "missing day", ErrorRates.None with { MissingDay = 1 }, 0.99 },
        { "missing day and month", ErrorRates.None with { MissingDayAndMonth = 1 }, 0.99 },
        { "first of January", ErrorRates.None with { FirstOfJanuary = 1 }, 0.99 },
        { "day and month swapped", ErrorRates.None with { DayMonthSwapped = 1 }, 0.99 },
        { "year one off", ErrorRates.None with { YearOff = 1 }, 0.99 },
        { "new passport", ErrorRates.None with { NewPassport = 1 }, 0.99 },
        { "married name", ErrorRates.None with { MarriedName = 1 }, 0.99 },
        { "moved province", ErrorRates.None with { MovedProvince = 1 }, 0.99 },
        { "native script alone", ErrorRates.None with { NativeScriptAlone = 1 }, 0.90 },
    };

    /// <summary>Documents and telephone are left out: each error is survived by the rest alone.</summary>
    [Theory, MemberData(nameof(SingleErrors))]
    public void A_person_is_looked_at_whatever_single_error_an_office_makes(string error, ErrorRates rates, double least)
    {
        var office = new Office(rates, 12);
        var met = 0;
        foreach (var country in Engine.Countries)
            for (var i = 0; i < PeopleOfACountry; i++)
            {
                var first = office.First(People.Of(country, i));
                var again = office.Again(People.Of(country, i), first);
                if (Engine.Meet(Bare(first), Bare(again)))
                    met++;
            }

        var share = (double)met / (PeopleOfACountry * Engine.Countries.Length);
        Assert.True(share >= least, $"{error}: {share:0.000}");
    }

    [Fact]
    public void Neither_order_nor_case_changes_a_key()
    {
        foreach (var country in Engine.Countries)
            for (var i = 0; i < PeopleOfACountry; i++)
            {
                var person = Bare(new Office(ErrorRates.None, 12).First(People.Of(country, i)));
                var written = person with { Names = [.. person.Names.Select(n => string.Join(' ', n.ToUpperInvariant().Split(' ').Reverse()))] };

                Assert.Equal(Keys(person).Order(), Keys(written).Order());
            }
    }

    [Fact]
    public void A_title_that_may_be_a_name_hides_nobody_whose_birth_year_alone_is_known()
    {
        var person = Engine.Person("MM", "Khin Mya", born: new(1990, 0, 0), sex: Sex.Female, province: null);

        Assert.True(Engine.Meet(person, person with { Names = ["Ma Khin Mya"] }));
        Assert.Equal(Engine.Score(person, person).Score, Engine.Score(person, person with { Names = ["Ma Khin Mya"] }).Score);
    }

    [Fact]
    public void A_document_is_enough() => Assert.True(Engine.Meet(
        Engine.Person() with { Documents = [Engine.Document("PASSPORT", "LA", "PA1234567")] },
        Engine.Person(name: "Bounmy Keovilay", born: new(1970, 1, 5), sex: Sex.Female, province: null) with { Documents = [Engine.Document("LA_PASSPORT", "LA", "PA1234567")] }));

    [Fact]
    public void A_whole_name_that_nobody_shares_meets_nobody() => Assert.False(Engine.Meet(Engine.Person(), Engine.Person(name: "Bounmy Keovilay", born: new(1970, 5, 6))));

    [Fact]
    public void A_very_common_name_makes_no_key_by_itself()
    {
        var hoa = Engine.Person("VN", "Nguyễn Văn Hoa", province: null);
        var hai = hoa with { Names = ["Nguyễn Thị Hải"] };

        Assert.False(Engine.Meet(hoa, hai));
    }

    [Fact]
    public void A_record_lies_under_few_keys() => Assert.All(
        from country in Engine.Countries from i in Enumerable.Range(0, PeopleOfACountry) select Keys(Engine.Facts(new Office(ErrorRates.None, 12).First(People.Of(country, i)))).Length,
        keys => Assert.InRange(keys, 1, 48));

    [Fact]
    public void The_hash_of_a_key_is_stored_and_so_never_changes() => Assert.Equal(6540768556148637757L, MatchKeys.Hash($"d|{1L}"));

    static PersonFacts Bare(Entry entry) => Engine.Facts(entry) with { Documents = [], Contacts = [] };

    static long[] Keys(PersonFacts person) => Engine.Matcher.Keys.OfRecord(Engine.Matcher.Features(person));
}
