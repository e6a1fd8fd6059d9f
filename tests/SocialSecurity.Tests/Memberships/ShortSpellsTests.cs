using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>Seasonal, daily and border work, worked through from the first spell to the answer.</summary>
public sealed class ShortSpellsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    // Cambodia, occupational risk: seasonal and casual workers through registration; no months needed.
    [Fact]
    public async Task KH_a_day_labourer_with_17_employers_in_a_year_is_covered_on_the_days_worked_and_4_of_6_months_count()
    {
        var worker = host.Worker();
        var spells = new Dictionary<string, string>();
        // Six months of 2026, three employers a month and none in the last week; in June two.
        for (var i = 0; i < 17; i++)
        {
            var first = new DateOnly(2026, 1 + (i / 3), 1 + (i % 3 * 8));
            var id = await Start(worker, "KH-NSSF-OR", first, first.AddDays(2), $"employer-{i + 1}", "DAILY", "");
            spells.TryAdd($"{first:MM}", id);
        }
        foreach (var month in new[] { 1, 2, 4, 5 })
            await Paid(spells[$"{month:00}"], month, "KHR", 0, 1_600_00);

        Assert.Equal("Covered", await Injury(worker, "KH", "2026-03-02", "DAILY", ""));
        Assert.Equal("NotCovered", await Injury(worker, "KH", "2026-03-05", "DAILY", ""));
        Assert.Equal("NotCovered", await Injury(worker, "KH", "2026-06-28", "DAILY", ""));

        var months = (await Explain(worker, "KH-NSSF-OR", "2026-01", "2026-07")).Months;
        Assert.Equal(
            ["Counts 9 3 2", "Counts 9 3 2", "NotPosted 9 3 3", "Counts 9 3 2", "Counts 9 3 2", "NotPosted 6 2 2", "NoMembership 0 0 0"],
            months.Select(m => $"{m.State} {m.Days} {m.Employers} {m.SpellsNotPosted}"));
        Assert.All(months.Where(m => m.State == Proto.MonthState.NotPosted), m => Assert.Contains("complain", m.Remedy, StringComparison.Ordinal));
    }

    // China, local rules for border workers: accident insurance for the days worked.
    [Fact]
    public async Task CN_a_border_worker_who_crosses_daily_is_covered_on_22_working_days_of_June_and_on_no_day_between()
    {
        var worker = host.Worker("VN");
        var working = Enumerable.Range(0, 30).Select(i => A.Day("2026-06-01").AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        foreach (var day in working)
            await Start(worker, "CN-BORDER-ACC", day, day, "sugar-mill", "DAILY", "BORDER_LABOUR_GX");

        Assert.Equal(22, working.Count);
        Assert.Equal("Covered", await Injury(worker, "CN", "2026-06-05", "DAILY", "BORDER_LABOUR_GX"));
        Assert.Equal("NotCovered", await Injury(worker, "CN", "2026-06-06", "DAILY", "BORDER_LABOUR_GX"));
        var june = (await Explain(worker, "CN-BORDER-ACC", "2026-06", "2026-06")).Months.Single();
        Assert.Equal((22, 1, 22), (june.Days, june.Employers, june.SpellsNotPosted));
        Assert.Equal(["MEMBERSHIP_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => Starting(worker, "CN-BORDER-ACC", A.Day("2026-06-05"), A.Day("2026-06-08"), "sugar-mill", "DAILY", "BORDER_LABOUR_GX")));
    }

    // Thailand: seasonal farm work is outside section 33, so the card of 3 months (500 baht) it is; the work-injury fund's exclusion is unverified.
    [Fact]
    public async Task TH_a_Cambodian_harvest_worker_with_a_card_of_3_months_has_care_on_its_92_days_and_nothing_from_section_33()
    {
        var worker = host.Worker("KH");
        var card = await Start(worker, "TH-CMHI", A.Day("2026-05-01"), A.Day("2026-07-31"), "", "AGRICULTURAL_SEASONAL", "BORDER_S64");
        await Paid(card, 5, "THB", 500_00, 0);

        foreach (var (day, care) in new[] { ("2026-04-30", "NotCovered"), ("2026-05-01", "Covered"), ("2026-07-31", "Covered"), ("2026-08-01", "NotCovered") })
        {
            var branch = (await Cover(worker, "TH", day, "AGRICULTURAL_SEASONAL", "BORDER_S64")).Branches.Single(b => b.Branch == Proto.Branch.MedicalCare);
            Assert.Equal(care, branch.Schemes.Single(s => s.SchemeId == "TH-CMHI").State.ToString());
            Assert.Equal("NotCovered", branch.Schemes.Single(s => s.SchemeId == "TH-SSF-33").State.ToString());
            Assert.Equal("Unknown", branch.Schemes.Single(s => s.SchemeId == "TH-WCF").State.ToString());
        }
        Assert.Equal(31, (await Explain(worker, "TH-CMHI", "2026-05", "2026-05")).Months.Single().Days);
    }

    [Theory]
    [InlineData("TH-SSF-39", "TH-SSF-39", "MEMBERSHIP_ONE_AT_A_TIME")]
    [InlineData("TH-SSF-33", "TH-SSF-39", "MEMBERSHIP_SCHEMES_APART")]
    public async Task Of_two_that_exclude_one_another_recorded_at_the_same_moment_one_stands(string one, string other, string problem)
    {
        for (var i = 0; i < 5; i++)
        {
            var worker = host.Worker();
            var outcomes = await Task.WhenAll(new[] { (one, "1"), (other, "2") }.Select(async s =>
            {
                try
                {
                    await Start(worker, s.Item1, A.Day("2026-02-01"), null, s.Item2, "FORMAL", "MOU_S59");
                    return "";
                }
                catch (RpcException refused)
                {
                    return refused.Problems().Single().Code;
                }
            }));

            Assert.Equal(["", problem], outcomes.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_doubt_is_told_with_its_source_and_refuses_nothing()
    {
        var worker = host.Worker("VN");
        await Start(worker, "VN-SI-COMP", A.Day("2026-01-01"), null, "1", "FORMAL", "");

        var second = await Memberships("VN").StartMembershipAsync(Given.Start(worker, "VN-SI-COMP", "2026-02-01", "2", channel: ""));

        var doubt = Assert.Single(second.Warnings);
        Assert.Equal(("MEMBERSHIP_ONE_AT_A_TIME", Outcome.Unknown, Confidence.Low), (doubt.Code, doubt.Outcome, doubt.Source.Confidence));
    }

    [Fact]
    public async Task A_month_corrected_to_nothing_paid_is_explained_as_unpaid_and_not_by_what_it_superseded()
    {
        var worker = host.Worker();
        var membership = await Start(worker, "TH-SSF-33", A.Day("2026-01-10"), null, "1000000001", "FORMAL", "MOU_S59");
        await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, 3));
        Assert.Equal(Proto.MonthState.Counts, (await Explain(worker, "TH-SSF-33", "2026-03", "2026-03")).Months.Single().State);

        using var filing = new Proto.Contributions.ContributionsClient(host.Officer()).ImportFilings();
        await filing.RequestStream.WriteAsync(new() { Header = new() { ImportId = Guid.NewGuid().ToString(), Country = "TH" } });
        await filing.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = 1, Filings = { new Proto.FilingRow { WorkerNumber = worker, SchemeId = "TH-SSF-33", Employer = "1000000001", Year = 2026, Month = 3, Wage = new() { Minor = 12_000_00, Currency = "THB" }, Correction = true } } } });
        await filing.RequestStream.CompleteAsync();
        Assert.Equal(1, (await filing).Progress.Accepted);

        Assert.Equal(Proto.MonthState.Unpaid, (await Explain(worker, "TH-SSF-33", "2026-03", "2026-03")).Months.Single().State);
    }

    // Thailand, health insurance for foreigners: cards of 3, 6 or 12 months.
    [Theory]
    [InlineData(null, false)]
    [InlineData("2027-05-01", false)]
    [InlineData("2027-04-30", true)]
    public async Task TH_a_health_card_has_a_last_day_within_12_months(string? until, bool taken)
    {
        var worker = host.Worker("KH");
        Task<string> Bought() => Start(worker, "TH-CMHI", A.Day("2026-05-01"), until is null ? null : A.Day(until), "", "AGRICULTURAL_SEASONAL", "BORDER_S64");

        if (taken)
            await Bought();
        else
            Assert.Equal("MEMBERSHIP_CARD_DAYS", (await Assert.ThrowsAsync<RpcException>(Bought)).Problems().Single().Code);
    }

    [Theory]
    [InlineData("2026-13", "2026-13", "first_month")]
    [InlineData("2026-01", "2026-00", "last_month")]
    [InlineData("2026-02", "2026-01", "last_month")]
    [InlineData("2016-01", "2026-01", "last_month")]
    public async Task Month_13_and_months_out_of_order_are_named(string first, string last, string field) =>
        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => Explaining(host.Worker(), "TH-SSF-33", first, last)));

    [Fact]
    public async Task Months_are_explained_to_the_worker_and_the_scheme_s_country_and_to_nobody_else()
    {
        var worker = host.Worker();
        var request = new Proto.ExplainMonthsRequest { WorkerNumber = worker, SchemeId = "TH-SSF-33", FirstMonth = Month("2026-01"), LastMonth = Month("2026-02") };

        Assert.Equal(2, (await new Proto.Memberships.MembershipsClient(host.As(Who.TheWorker(worker), "own-record", Given.Now)).ExplainMonthsAsync(request)).Months.Count);
        await Refused.With(StatusCode.PermissionDenied, () => Memberships("KH").ExplainMonthsAsync(request, Given.OfficersPurpose));
        request.SchemeId = "TH-SSF-99";
        Assert.Equal(["SCHEME_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Memberships("TH").ExplainMonthsAsync(request, Given.OfficersPurpose)));
    }

    Proto.Memberships.MembershipsClient Memberships(string country) => new(host.Officer(country));

    async Task<string> Start(string worker, string scheme, DateOnly from, DateOnly? to, string employer, string employment, string channel) =>
        (await Starting(worker, scheme, from, to, employer, employment, channel)).MembershipId;

    AsyncUnaryCall<Proto.StartMembershipResponse> Starting(string worker, string scheme, DateOnly from, DateOnly? to, string employer, string employment, string channel)
    {
        var request = Given.Start(worker, scheme, $"{from:yyyy-MM-dd}", employer, employment, channel);
        request.ToDay = to?.ToProto();
        return Memberships(scheme[..2]).StartMembershipAsync(request);
    }

    async Task Paid(string membership, int month, string currency, long employee, long employer) =>
        await new Proto.Contributions.ContributionsClient(host.Officer(currency == "KHR" ? "KH" : "TH")).PostContributionAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            MembershipId = membership,
            Year = 2026,
            Month = month,
            Wage = currency == "KHR" ? new() { Minor = 200_000_00, Currency = currency } : null,
            EmployeePaid = new() { Minor = employee, Currency = currency },
            EmployerPaid = new() { Minor = employer, Currency = currency },
        });

    async Task<Proto.CheckCoverageResponse> Cover(string worker, string country, string day, string employment, string channel)
    {
        var request = Given.Coverage(worker, day, employment, channel);
        request.Country = country;
        return await new Proto.Coverage.CoverageClient(host.Officer(country)).CheckCoverageAsync(request, Given.OfficersPurpose);
    }

    async Task<string> Injury(string worker, string country, string day, string employment, string channel) =>
        (await Cover(worker, country, day, employment, channel)).Branches.Single(b => b.Branch == Proto.Branch.EmploymentInjury)
            .Schemes.Single(s => s.SchemeId is "KH-NSSF-OR" or "CN-BORDER-ACC").State.ToString();

    async Task<Proto.ExplainMonthsResponse> Explain(string worker, string scheme, string first, string last) => await Explaining(worker, scheme, first, last);

    AsyncUnaryCall<Proto.ExplainMonthsResponse> Explaining(string worker, string scheme, string first, string last) =>
        Memberships(scheme[..2]).ExplainMonthsAsync(new() { WorkerNumber = worker, SchemeId = scheme, FirstMonth = Month(first), LastMonth = Month(last) }, Given.OfficersPurpose);

    static Date Month(string month) => new() { Year = int.Parse(month[..4], null), Month = int.Parse(month[5..], null) };
}
