using Gms.Platform;
using Gms.Population;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Duplicates;

public sealed class MatchScoreTests
{
    static IEnumerable<ReasonCode> Reasons(PersonFacts one, PersonFacts other) => Engine.Score(one, other).Reasons.Select(r => r.Code);

    [Fact]
    public void The_same_facts_are_probably_one_person() => Assert.Equal(Verdict.Probable, Engine.Score(Engine.Person(), Engine.Person()).Verdict);

    [Fact]
    public void Two_people_of_other_names_and_dates_are_two() =>
        Assert.Equal(Verdict.Another, Engine.Score(Engine.Person(), Engine.Person(name: "Bounmy Keovilay", born: new(1988, 11, 2))).Verdict);

    [Fact]
    public void The_score_is_the_sum_of_its_reasons()
    {
        var scored = Engine.Score(Engine.Person(), Engine.Person(province: "LA-VT"));

        Assert.Equal(scored.Score, scored.Reasons.Sum(r => r.Bits), 2);
    }

    public static TheoryData<ReasonCode, string, string> Dates => new()
    {
        { ReasonCode.BirthDateEqual, "1994-03-17", "1994-03-17" },
        { ReasonCode.FirstOfJanuaryEqual, "1994-01-01", "1994-01-01" },
        { ReasonCode.BirthMonthEqual, "1994-03", "1994-03-17" },
        { ReasonCode.BirthYearEqual, "1994", "1994-03-17" },
        { ReasonCode.BirthYearEqual, "1994-01-01", "1994-03-17" },
        { ReasonCode.BirthDayMonthSwapped, "1994-03-07", "1994-07-03" },
        { ReasonCode.BirthYearNext, "1994-03-17", "1995-03-17" },
        { ReasonCode.BirthDayDiffers, "1994-03-17", "1994-03-18" },
        { ReasonCode.BirthYearNear, "1994", "1995-03-17" },
        { ReasonCode.BirthDateDifferent, "1994-03-17", "1995-04-17" },
        { ReasonCode.BirthDateDifferent, "1994-03", "1994-04-17" },
        { ReasonCode.BirthDateDifferent, "1994", "1996" },
    };

    [Theory, MemberData(nameof(Dates))]
    public void A_date_of_birth_agrees_as_far_as_it_is_known(ReasonCode reason, string one, string other) =>
        Assert.Contains(reason, Reasons(Engine.Person(born: PartialDate.Parse(one)), Engine.Person(born: PartialDate.Parse(other))));

    public static TheoryData<ReasonCode, string, string> Names => new()
    {
        { ReasonCode.NameEqual, "Somphone Phommachanh", "Phommachanh Somphone" },
        { ReasonCode.NameEqual, "Somphone Phommachanh", "SOMPHONE PHOMMACHANH" },
        { ReasonCode.NameClose, "Somphone Phommachanh", "Somphon Pommachan" },
        { ReasonCode.NameClose, "Somphone Phommachanh", "Sompohne Phommachanh" },
        { ReasonCode.NameClose, "Somphone Phommachanh", "ສົມພອນ ພົມມະຈັນ" },
        { ReasonCode.NameClose, "Somphone Phommachanh", "Somphone" },
        { ReasonCode.NamePartly, "Somphone Phommachanh", "Somphone Keovilay" },
        { ReasonCode.NameDifferent, "Somphone Phommachanh", "Bounmy Keovilay" },
    };

    [Theory, MemberData(nameof(Names))]
    public void Names_agree_in_any_order_spelling_and_script(ReasonCode reason, string one, string other) =>
        Assert.Contains(reason, Reasons(Engine.Person(name: one), Engine.Person(name: other)));

    [Fact]
    public void A_rare_name_that_agrees_says_more_than_a_common_one()
    {
        double Bits(string name) => Engine.Score(Engine.Person("VN", name), Engine.Person("VN", name)).Reasons.Single(r => r.Code is ReasonCode.NameEqual).Bits;

        Assert.True(Bits("Nguyễn Thị Hoa") + 3 < Bits("Khuất Duy Quyết"));
    }

    public static TheoryData<ReasonCode, string, string, string, string> Documents => new()
    {
        { ReasonCode.SameDocument, "PASSPORT", "PA1", "PASSPORT", "PA1" },
        { ReasonCode.SameDocument, "PASSPORT", "PA1", "LA_PASSPORT", "PA1" },
        { ReasonCode.SameWeakDocument, "LA_ID", "12", "LA_ID", "12" },
        { ReasonCode.OtherNumberOfOnePerPerson, "MM_NRC", "12/OUKAMA(N)1", "MM_NRC", "12/OUKAMA(N)2" },
    };

    [Theory, MemberData(nameof(Documents))]
    public void A_document_says_as_much_as_its_kind_is_worth(ReasonCode reason, string kind, string number, string otherKind, string otherNumber) => Assert.Contains(
        reason,
        Reasons(Engine.Person() with { Documents = [Engine.Document(kind, "LA", number)] }, Engine.Person() with { Documents = [Engine.Document(otherKind, "LA", otherNumber)] }));

    [Fact]
    public void Another_passport_says_nothing() => Assert.Empty(
        Reasons(Engine.Person() with { Documents = [Engine.Document("PASSPORT", "LA", "PA1")] }, Engine.Person() with { Documents = [Engine.Document("PASSPORT", "LA", "PA2")] })
            .Intersect([ReasonCode.SameDocument, ReasonCode.SameWeakDocument, ReasonCode.OtherNumberOfOnePerPerson]));

    [Fact]
    public void A_father_and_a_telephone_number_are_compared_where_both_are_known()
    {
        var one = Engine.Person() with { FatherNames = ["Bounthanh"], Contacts = [new byte[32]] };

        Assert.Superset(new HashSet<ReasonCode> { ReasonCode.ParentEqual, ReasonCode.SameContact }, Reasons(one, one with { FatherNames = ["Bountan"] }).ToHashSet());
        Assert.Contains(ReasonCode.ParentDifferent, Reasons(one, one with { FatherNames = ["Khamla"] }));
        Assert.Empty(Reasons(one, Engine.Person()).Intersect([ReasonCode.ParentEqual, ReasonCode.ParentDifferent, ReasonCode.SameContact]));
    }

    [Fact]
    public void Sex_nationality_and_province_count_for_and_against()
    {
        Assert.Superset(new HashSet<ReasonCode> { ReasonCode.SexEqual, ReasonCode.NationalityEqual, ReasonCode.ProvinceEqual }, Reasons(Engine.Person(), Engine.Person()).ToHashSet());
        Assert.Superset(
            new HashSet<ReasonCode> { ReasonCode.SexDifferent, ReasonCode.NationalityDifferent, ReasonCode.ProvinceDifferent },
            Reasons(Engine.Person(), Engine.Person(sex: Sex.Female, province: "LA-VT") with { Nationality = "TH" }).ToHashSet());
        Assert.Empty(Reasons(Engine.Person(), Engine.Person(sex: Sex.Other, province: null) with { Nationality = null })
            .Intersect([ReasonCode.SexEqual, ReasonCode.SexDifferent, ReasonCode.NationalityEqual, ReasonCode.NationalityDifferent, ReasonCode.ProvinceEqual, ReasonCode.ProvinceDifferent]));
    }

    [Fact]
    public void The_score_does_not_depend_on_who_is_asked_about()
    {
        var people = new People(11);
        var office = new Office(new ErrorRates().Times(3), 11);
        foreach (var country in Engine.Countries)
            for (var i = 0; i < 200; i++)
            {
                var first = office.First(people.Of(country, i));
                foreach (var other in new[] { office.Again(people.Of(country, i), first), office.First(people.Of(country, i + 1)) })
                    Assert.Equal(Engine.Score(Engine.Facts(first), Engine.Facts(other)).Score, Engine.Score(Engine.Facts(other), Engine.Facts(first)).Score);
            }
    }
}
