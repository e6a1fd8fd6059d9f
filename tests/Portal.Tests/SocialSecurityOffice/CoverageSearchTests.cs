using Gms.Portal.SocialSecurityOffice;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.SocialSecurityOffice;

public sealed class CoverageSearchTests
{
    static readonly DateOnly Today = new(2026, 11, 26);

    static readonly CoverageSearch Only = new("LA-7KQ2-M9XD-R", "TH", "", "", "", "");

    [Fact]
    public void Only_the_number_asks_about_today_in_the_work_of_the_membership_that_goes_on()
    {
        var asked = Only.Asks([Of("DOMESTIC", 2024, 2025), Of("FISHING", 2026, null), Of("FORMAL", 2027, null)], Today);

        Assert.Equal((2026, 11, 26), (asked.Day.Year, asked.Day.Month, asked.Day.Day));
        Assert.Equal(("TH", "FISHING", "MOU_S59"), (asked.Country, asked.EmploymentType, asked.Channel));
    }

    [Fact]
    public void Of_a_past_day_the_membership_of_that_day_says_what_work_it_was() =>
        Assert.Equal("DOMESTIC", (Only with { Day = "2025-03-01" }).Asks([Of("DOMESTIC", 2024, 2025), Of("FISHING", 2026, null)], Today).EmploymentType);

    [Fact]
    public void After_the_last_membership_its_work_is_asked_about() => Assert.Equal("DOMESTIC", Only.Asks([Of("DOMESTIC", 2024, 2025)], Today).EmploymentType);

    [Fact]
    public void What_was_recorded_in_error_says_nothing()
    {
        var wrong = Of("FISHING", 2026, null);
        wrong.EndReason = MembershipEnd.RecordedInError;

        Assert.Equal(("FORMAL", "usual"), (Only.Asks([wrong], Today).EmploymentType, Only.WorkFrom([wrong], Today)));
    }

    [Fact]
    public void Work_that_was_asked_for_goes_before_and_without_the_membership_s_channel()
    {
        var asked = (Only with { Work = "DAILY" }).Asks([Of("FISHING", 2026, null)], Today);

        Assert.Equal(("DAILY", ""), (asked.EmploymentType, asked.Channel));
    }

    [Fact]
    public void A_long_membership_is_explained_for_its_latest_ten_years()
    {
        Assert.Equal(("2016-12", "2026-11"), Months(Of("FORMAL", 2001, null)));
        Assert.Equal(("2024-01", "2025-12"), Months(Of("FORMAL", 2024, 2025)));
        Assert.Equal(("2026-11", "2026-11"), Months(Of("FORMAL", 2027, null)));

        static (string, string) Months(Membership membership) => MonthsSearch.Since(membership, Today) is var search ? (search.First, search.Last) : default;
    }

    static Membership Of(string work, int from, int? to) => new()
    {
        WorkerNumber = "LA-7KQ2-M9XD-R",
        SchemeId = "TH-SSF-33",
        EmploymentType = work,
        Channel = "MOU_S59",
        FromDay = new Date { Year = from, Month = 1, Day = 1 },
        ToDay = to is { } year ? new Date { Year = year, Month = 12, Day = 31 } : null,
    };
}
