using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Portability;
using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;
using Xunit;

namespace Gms.SocialSecurity.Tests.Portability;

/// <summary>Worked examples: months of several countries.</summary>
public sealed class TotalisationRulesTests
{
    static readonly Agreement ThaiLao = new("TEST-TH-LA", ["TH", "LA"], true, "", new("TEST-TH-LA", "", "made up by a test", Confidence.High, A.Day("2027-01-01")));

    // Today: 100 months in Thailand and 100 in the Lao PDR, each of which asks for 180 (Act B.E. 2533; Law 34/NA): neither suffices.
    [Fact]
    public void Today_100_Thai_and_100_Lao_months_are_100_of_180_in_each_for_there_is_no_agreement()
    {
        var today = Today(Held("TH-SSF-33", "2000-01", 100), Held("LA-NSSF-ENT", "2010-01", 100));

        Assert.Equal([("LA", 100, Outcome.Fail, 0L), ("TH", 100, Outcome.Fail, 0L)], today.Select(c => (c.Scheme.Country, c.Together, c.Suffices, c.SharePpm)));
        Assert.All(today, c => Assert.Empty(c.Agreements));
    }

    [Fact]
    public void In_the_model_100_and_100_are_200_of_180_and_each_pays_half() =>
        Assert.Equal([("LA", 200, Outcome.Pass, 500_000L), ("TH", 200, Outcome.Pass, 500_000L)],
            Model(Held("TH-SSF-33", "2000-01", 100), Held("LA-NSSF-ENT", "2010-01", 100)).Select(c => (c.Scheme.Country, c.Together, c.Suffices, c.SharePpm)));

    [Fact]
    public void An_agreement_in_the_data_is_all_that_it_takes_from_its_first_day_on()
    {
        HeldMonths[] held = [Held("TH-SSF-33", "2000-01", 100), Held("LA-NSSF-ENT", "2010-01", 100)];
        IEnumerable<CountryMonths> On(string day) => TotalisationRules.Of(Branch.OldAge, held, A.Day(day), (one, other) => TotalisationRules.Between(one, other, A.Day(day), [ThaiLao]) is { } by ? (true, by) : (false, null));

        Assert.All(On("2026-12-31"), c => Assert.Equal((100, Outcome.Fail), (c.Together, c.Suffices)));
        Assert.All(On("2027-01-01"), c => Assert.Equal((200, Outcome.Pass, "TEST-TH-LA"), (c.Together, c.Suffices, Assert.Single(c.Agreements).Id)));
    }

    [Fact]
    public void A_month_in_two_countries_counts_once_so_120_and_120_of_which_60_are_the_same_are_180() =>
        Assert.All(Model(Held("TH-SSF-33", "2000-01", 120), Held("LA-NSSF-ENT", "2005-01", 120)), c => Assert.Equal((180, Outcome.Pass), (c.Together, c.Suffices)));

    [Fact]
    public void Of_120_and_120_months_of_which_60_are_the_same_each_pays_half_and_not_two_thirds() =>
        Assert.Equal([500_000L, 500_000L], Model(Held("TH-SSF-33", "2000-01", 120), Held("LA-NSSF-ENT", "2005-01", 120)).Select(c => c.SharePpm));

    [Fact]
    public void For_every_two_of_the_six_countries_it_is_said_where_it_stands_that_there_is_no_agreement()
    {
        string[] six = ["CN", "KH", "LA", "MM", "TH", "VN"];
        Assert.All(from one in six from other in six where one != other select (one, other), pair => Assert.NotNull(TotalisationRules.NoneBetween(pair.one, pair.other, A.Book.Agreements)));
        Assert.Equal("GMS-NONE", TotalisationRules.NoneBetween("TH", "VN", A.Book.Agreements)!.Id);
        Assert.Equal("CN-*", TotalisationRules.NoneBetween("VN", "CN", A.Book.Agreements)!.Id);
    }

    [Fact]
    public void In_the_model_a_country_with_11_own_months_adds_none_and_pays_nothing_while_the_other_counts_them()
    {
        var model = Model(Held("TH-SSF-33", "2000-01", 11), Held("LA-NSSF-ENT", "2010-01", 169)).ToDictionary(c => c.Scheme.Country);

        Assert.Equal((11, Outcome.Fail), (model["TH"].Together, model["TH"].Suffices));
        Assert.Equal((180, Outcome.Pass), (model["LA"].Together, model["LA"].Suffices));
    }

    // China is no party to the ASEAN declaration.
    [Fact]
    public void China_is_no_part_of_the_model() =>
        Assert.Equal([("CN", 100), ("TH", 100)], Model(Held("TH-SSF-33", "2000-01", 100), Held("CN-PENSION", "2010-01", 100)).Select(c => (c.Scheme.Country, c.Together)));

    [Fact]
    public void Medical_care_is_no_branch_of_the_model() =>
        Assert.Equal([1, 1], Model(Branch.MedicalCare, Held("TH-SSF-33", "2026-06", 1), Held("LA-NSSF-ENT", "2026-05", 1)).Select(c => c.Together));

    [Fact]
    public void Between_two_of_the_six_countries_there_is_no_agreement_today()
    {
        string[] six = ["CN", "KH", "LA", "MM", "TH", "VN"];
        Assert.All(from one in six from other in six where one != other select (one, other), pair => Assert.Null(TotalisationRules.Between(pair.one, pair.other, A.Day("2026-11-26"), A.Book.Agreements)));
    }

    [Fact]
    public void Months_of_the_day_itself_do_not_count_yet() => Assert.Equal(99, Today(Held("TH-SSF-33", "2018-08", 100))[0].Own);   // August 2018 to November 2026 are 100, of which November is not over

    [Fact]
    public void A_scheme_that_does_not_say_how_many_months_it_asks_for_is_unknown() =>
        Assert.Equal((Outcome.Unknown, null), Today(Held("TH-EWF", "2000-01", 100)).Select(c => (c.Suffices, c.Needed)).Single());

    [Fact]
    public void Whatever_order_the_schemes_come_in_the_answer_is_the_same()
    {
        HeldMonths[] held = [Held("TH-SSF-33", "2000-01", 100), Held("LA-NSSF-ENT", "2010-01", 100), Held("VN-SI-COMP", "2020-01", 30)];

        Assert.Equal(Model(held).Select(Shown), Model([.. held.Reverse()]).Select(Shown));
        static string Shown(CountryMonths c) => $"{c.Scheme.Id} {c.Own} {c.Together} {c.Suffices} {c.SharePpm}";
    }

    static HeldMonths Held(string scheme, string first, int months) => new(A.Scheme(scheme), Months.Of(A.Months(first, months).Select(m => A.Day(m + "-01"))));

    static List<CountryMonths> Today(params HeldMonths[] held) => [.. TotalisationRules.Of(Branch.OldAge, held, A.Day("2026-11-26"), (one, other) => TotalisationRules.Between(one, other, A.Day("2026-11-26"), A.Book.Agreements) is { } by ? (true, by) : (false, null))];

    static List<CountryMonths> Model(params HeldMonths[] held) => Model(Branch.OldAge, held);

    static List<CountryMonths> Model(Branch branch, params HeldMonths[] held)
    {
        var terms = PortabilityTerms.Load();
        return [.. TotalisationRules.Of(branch, held, A.Day("2026-11-26"), (one, other) => (terms.ModelHolds(one, branch) && terms.ModelHolds(other, branch), null), terms.LeastOwnMonths)];
    }
}
