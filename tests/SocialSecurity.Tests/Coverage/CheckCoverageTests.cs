using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Npgsql;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

public sealed class CheckCoverageTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Coverage.CoverageClient _officer = new(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security", Given.Now));

    [Fact]
    public async Task A_Lao_garment_worker_is_uncovered_then_waits_then_is_covered_on_three_days_of_2026()
    {
        var worker = host.Worker();
        var memberships = new Proto.Memberships.MembershipsClient(host.Officer());
        var contributions = new Proto.Contributions.ContributionsClient(host.Officer());
        var membership = (await memberships.StartMembershipAsync(Given.Start(worker))).MembershipId;
        await memberships.StartMembershipAsync(Given.Start(worker, "TH-WCF"));
        for (var month = 1; month <= 3; month++)
            await contributions.PostContributionAsync(Given.Month(membership, month));

        Assert.Equal(("NotCovered", "NotCovered"), await CareAndInjury(worker, "2026-01-09"));
        Assert.Equal(("Waiting", "Covered"), await CareAndInjury(worker, "2026-03-31"));
        Assert.Equal(("Covered", "Covered"), await CareAndInjury(worker, "2026-04-01"));
    }

    /// <summary>By it the reason is told in another language: the numbers of rule and contract are the same.</summary>
    [Fact]
    public async Task What_an_answer_turned_on_is_told()
    {
        var worker = host.Worker();
        var answer = await _officer.CheckCoverageAsync(Given.Coverage(worker, "2026-07-20"));

        var verdict = answer.Branches.SelectMany(b => b.Schemes).First(s => s.SchemeId == "TH-SSF-33");
        Assert.Equal(Proto.CoverageGround.NotEnrolled, verdict.Ground);
        Assert.Equal(Enum.GetValues<Gms.SocialSecurity.Coverage.Ground>().Select(g => $"{g} {(int)g}"), Enum.GetValues<Proto.CoverageGround>().Where(g => g != Proto.CoverageGround.Unspecified).Select(g => $"{g} {(int)g}"));
        Assert.DoesNotContain(answer.Branches.SelectMany(b => b.Schemes), s => s.Ground == Proto.CoverageGround.Unspecified);
    }

    [Fact]
    public async Task The_registry_may_ask_for_a_departure_and_the_disclosure_names_it()
    {
        var worker = host.Worker();
        var registry = Who.Is(Role.MinistryOfficer, "LA") with { Service = "registry" };

        var answer = await new Proto.Coverage.CoverageClient(host.As(registry, "departure-clearance", Given.Now)).CheckCoverageAsync(Given.Coverage(worker, "2026-07-20"));

        Assert.Equal(("COVERAGE_COMPULSORY_SCHEMES", Outcome.Pass), (answer.Checks.Single().Code, answer.Checks.Single().Outcome));
        Assert.Equal(("registry", "departure-clearance", "coverage"), await Disclosed(worker));
    }

    [Fact]
    public async Task The_registry_may_not_ask_for_another_purpose()
    {
        var registry = Who.Is(Role.SocialSecurityOfficer, "TH") with { Service = "registry" };

        await Refused.With(StatusCode.PermissionDenied, () => new Proto.Coverage.CoverageClient(host.As(registry, "social-security")).CheckCoverageAsync(Given.Coverage(host.Worker(), "2026-07-20")));
    }

    [Fact]
    public async Task The_worker_may_ask_about_the_own_record_only()
    {
        var worker = host.Worker();
        var own = new Proto.Coverage.CoverageClient(host.As(Who.TheWorker(worker), "own-record"));

        Assert.NotEmpty((await own.CheckCoverageAsync(Given.Coverage(worker, "2026-07-20"))).Branches);
        await Refused.With(StatusCode.PermissionDenied, () => own.CheckCoverageAsync(Given.Coverage(host.Worker(), "2026-07-20")));
    }

    [Fact]
    public async Task An_officer_of_another_country_is_refused()
    {
        var other = new Proto.Coverage.CoverageClient(host.As(Who.Is(Role.SocialSecurityOfficer, "KH"), "social-security"));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => other.CheckCoverageAsync(Given.Coverage(host.Worker(), "2026-07-20"))));
    }

    [Theory]
    [InlineData("country")]
    [InlineData("day")]
    [InlineData("employment_type")]
    [InlineData("channel")]
    [InlineData("nationality")]
    public async Task A_wrong_field_is_named(string field)
    {
        var request = Given.Coverage(host.Worker(), "2026-07-20");
        switch (field)
        {
            case "country": request.Country = "XX"; break;
            case "day": request.Day = null; break;
            case "employment_type": request.EmploymentType = "formal"; break;
            case "channel": request.Channel = "?"; break;
            case "nationality": request.Nationality = "Lao"; break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.CheckCoverageAsync(request)));
    }

    [Fact]
    public async Task A_membership_recorded_in_error_covers_nothing()
    {
        var worker = host.Worker();
        var memberships = new Proto.Memberships.MembershipsClient(host.Officer());
        var id = (await memberships.StartMembershipAsync(Given.Start(worker, "TH-WCF"))).MembershipId;
        await memberships.EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = id, LastDay = Given.Date("2026-12-31"), Reason = Proto.MembershipEnd.RecordedInError });

        Assert.Equal("NotCovered", (await CareAndInjury(worker, "2026-06-01")).Injury);
    }

    // Viet Nam insures its contract workers abroad at home: that record is Viet Nam's, not of the office where they work.
    [Fact]
    public async Task What_the_home_country_holds_is_not_shown_to_the_office_of_the_country_of_work_and_is_never_told_as_no()
    {
        var worker = host.Worker("VN");
        var request = Given.Coverage(worker, "2026-07-20");
        request.Nationality = "VN";
        var before = await _officer.CheckCoverageAsync(request);
        await new Proto.Memberships.MembershipsClient(host.Officer("VN")).StartMembershipAsync(Given.Start(worker, "VN-SI-OWC"));

        var answer = await _officer.CheckCoverageAsync(request);

        Assert.Equal(before, answer);    // not even whether there is one
        var told = answer.Branches.SelectMany(b => b.Schemes).Where(s => s.SchemeId == "VN-SI-OWC").ToList();
        Assert.NotEmpty(told);
        Assert.All(told, s => Assert.Equal((Proto.CoverageState.Unknown, 0, true), (s.State, s.MonthsCounted, s.Remedy.Contains("ConfirmCoverage", StringComparison.Ordinal))));
        Assert.Equal((false, "VN"), answer.Obligations.Single(o => o.SchemeId == "VN-SI-OWC") is var o ? (o.Member, o.MemberToldBy) : default);
        var item = new Proto.CheckCoverageBatchRequest { Items = { new Proto.CheckCoverageBatchItem { Coverage = request } } };
        Assert.Equal(answer, (await _officer.CheckCoverageBatchAsync(item)).Answers.Single().Coverage);

        var own = await new Proto.Coverage.CoverageClient(host.As(Who.TheWorker(worker), "own-record", Given.Now)).CheckCoverageAsync(request);
        Assert.Equal((true, ""), own.Obligations.Single(o => o.SchemeId == "VN-SI-OWC") is var mine ? (mine.Member, mine.MemberToldBy) : default);
        var registry = Who.Is(Role.MinistryOfficer, "VN") with { Service = "registry" };
        Assert.True((await new Proto.Coverage.CoverageClient(host.As(registry, "departure-clearance", Given.Now)).CheckCoverageAsync(request)).Obligations.Single(o => o.SchemeId == "VN-SI-OWC").Member);
    }

    async Task<(string Care, string Injury)> CareAndInjury(string worker, string day)
    {
        var branches = (await _officer.CheckCoverageAsync(Given.Coverage(worker, day))).Branches;
        // Care of section 33, since the work-injury fund's care is for injuries only.
        return (branches.Single(b => b.Branch == Proto.Branch.MedicalCare).Schemes.Single(s => s.SchemeId == "TH-SSF-33").State.ToString(),
            branches.Single(b => b.Branch == Proto.Branch.EmploymentInjury).State.ToString());
    }

    async Task<(string, string, string)> Disclosed(string worker)
    {
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var command = owner.CreateCommand("SELECT actor, purpose, fields FROM audit WHERE subject = $1 AND kind = 'read'");
        command.Parameters.AddWithValue(worker);
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetString(0), row.GetString(1), row.GetString(2));
    }
}
