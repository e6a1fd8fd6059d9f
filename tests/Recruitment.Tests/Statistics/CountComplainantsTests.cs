using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Statistics;

public sealed class CountComplainantsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    static readonly DateOnly From = new(2026, 3, 1);
    static readonly DateOnly Before = new(2026, 4, 1);

    static readonly Who Orientation = Who.Is(Role.MinistryOfficer, "LA") with { Service = "departure-orientation" };

    [Fact]
    public async Task Those_who_complained_since_a_day_are_counted_beside_everybody_who_did()
    {
        var (agency, _) = await host.LicensedAgency();
        List<string> complained = [];
        for (var i = 0; i < 4; i++)
            complained.Add(await Complained(agency, From.AddDays(9)));
        await Complained(agency, From.AddDays(-1));
        await Complained(agency, Before);
        List<string> silent = [.. Enumerable.Range(0, 3).Select(_ => WorkerNumber.New("LA"))];

        var told = await Count(complained.Take(3).Concat(silent), From);
        Assert.Equal((4, 3, 5), (told.Complained, told.OfMembers, told.Threshold));

        Assert.Equal(0, (await Count(complained.Take(3).Concat(silent), From.AddDays(10))).OfMembers);
        Assert.False((await Count(complained, From)).HasOfMembers);
    }

    [Fact]
    public async Task Nobody_but_the_service_asks_and_not_of_too_many_at_once()
    {
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Who.Is(Role.MinistryOfficer, "LA")).CountComplainantsAsync(Request([], From))));
        Assert.Equal(["STATISTICS_COHORT_TOO_LARGE"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Orientation).CountComplainantsAsync(Request(Enumerable.Repeat("LA-7KQ2-M9XD-R", 50_001), From))));
    }

    Proto.Statistics.StatisticsClient As(Who who) => new(host.As(who, "statistics"));

    async Task<Proto.CountComplainantsResponse> Count(IEnumerable<string> workers, DateOnly since) => await As(Orientation).CountComplainantsAsync(Request(workers, since));

    static Proto.CountComplainantsRequest Request(IEnumerable<string> workers, DateOnly since) =>
        new() { Country = "LA", From = From.ToProto(), Before = Before.ToProto(), Members = { workers.Select(w => new Proto.CohortPerson { WorkerNumber = w, Since = since.ToProto() }) } };

    async Task<string> Complained(Guid agency, DateOnly day)
    {
        var worker = WorkerNumber.New("LA");
        await new Proto.Complaints.ComplaintsClient(host.As(Who.Is(Role.Inspector, "LA"), "complaint", new(day.ToDateTime(new(5, 0)), TimeSpan.Zero))).OpenComplaintAsync(new()
        {
            RequestId = Ask.NewId(),
            WorkerNumber = worker,
            AgencyId = agency.ToString(),
            Country = "LA",
            Category = Proto.ComplaintCategory.Wages,
            ToldBy = Proto.ComplaintTeller.Officer,
            Subject = "Wages were not paid.",
        });
        return worker;
    }
}
