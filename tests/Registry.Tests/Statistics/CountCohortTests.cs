using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Statistics;

public sealed class CountCohortTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly DateOnly Today = TimeProvider.System.TodayIn("LA");
    static readonly DateOnly Before = new(Today.Year, Today.Month, 1);
    static readonly DateOnly From = Before.AddMonths(-1);

    static readonly Who Orientation = Who.Is(Role.MinistryOfficer, "LA") with { Service = "departure-orientation" };

    [Fact]
    public async Task Those_who_left_since_a_day_are_counted_beside_everybody_who_left()
    {
        List<string> left = [];
        for (var i = 0; i < 14; i++)
            left.Add(await Exited(From.AddDays(9)));
        List<string> stayed = [];
        for (var i = 0; i < 3; i++)
            stayed.Add(await host.Enrolled());

        var told = await Count(Group("early", left.Take(11).Concat(stayed), From), Group("late", left.Take(11), From.AddDays(10)), Group("few", left.Take(9), From));

        Assert.Equal((14, 10), (told.Departed, told.Threshold));
        Assert.Equal((false, 14, 11), (told.Groups[0].TooFew, told.Groups[0].BySex.Values.Sum(), told.Groups[0].Departed));
        Assert.Equal(0, told.Groups[1].Departed);
        Assert.Equal((true, 0, 0), (told.Groups[2].TooFew, told.Groups[2].BySex.Count, told.Groups[2].Departed));
        Assert.Equal(14, told.Groups[0].BySex["female"]);

        // A number that nobody has is somebody of unknown sex who did not leave.
        var strangers = await Count(Group("strangers", Enumerable.Range(0, 10).Select(_ => WorkerNumber.New("LA")), From));
        Assert.Equal((10, 0), (strangers.Groups[0].BySex["unknown"], strangers.Groups[0].Departed));
    }

    [Fact]
    public async Task Only_full_months_and_not_too_many_at_once()
    {
        Assert.Equal(["STATISTICS_MONTHS_NOT_FULL"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Orientation).CountCohortAsync(new() { Country = "LA", From = From.AddDays(1).ToProto(), Before = Before.ToProto() })));
        var group = new Proto.CohortGroup();
        group.Members.AddRange(Enumerable.Repeat(new Proto.CohortMember { WorkerNumber = "LA-7KQ2-M9XD-R" }, 50_001));
        Assert.Equal(["STATISTICS_COHORT_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Orientation).CountCohortAsync(new() { Country = "LA", From = From.ToProto(), Before = Before.ToProto(), Groups = { group } })));
    }

    /// <summary>Whoever could ask for groups could ask for one person.</summary>
    [Fact]
    public async Task Nobody_but_the_service_asks()
    {
        foreach (var role in (string[])[Role.Statistician, Role.MinistryOfficer, Role.Administrator])
            Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Who.Is(role, "LA")).CountCohortAsync(new() { Country = "LA", From = From.ToProto(), Before = Before.ToProto() })));
    }

    Proto.Statistics.StatisticsClient As(Who who) => new(host.Host.As(who, "statistics"));

    async Task<Proto.CountCohortResponse> Count(params Proto.CohortGroup[] groups) =>
        await As(Orientation).CountCohortAsync(new() { Country = "LA", From = From.ToProto(), Before = Before.ToProto(), Groups = { groups } });

    static Proto.CohortGroup Group(string key, IEnumerable<string> workers, DateOnly since) => new() { Key = key, Members = { workers.Select(w => new Proto.CohortMember { WorkerNumber = w, Since = since.ToProto() }) } };

    async Task<string> Exited(DateOnly day)
    {
        var worker = await host.Enrolled();
        await new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA")))
            .RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = "LA", CrossedAt = Timestamp.FromDateTimeOffset(day.StartIn("LA").AddHours(10)) });
        return worker;
    }
}
