using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Registry.Statistics;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Statistics;

public sealed class ReadFlowsTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    static readonly DateTimeOffset LastMonth = DateTimeOffset.UtcNow.AddDays(-40);

    /// <summary>Nobody is signed in.</summary>
    Proto.Statistics.StatisticsClient Anybody => new(host.Host.WithToken(null, "statistics"));

    async Task Exits(int count, DateTimeOffset at, string departure = "")
    {
        var post = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA")));
        for (var i = 0; i < count; i++)
            await post.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = departure.Length > 0 ? "" : await host.Enrolled(), DepartureId = departure, Country = "LA", CrossedAt = Timestamp.FromDateTimeOffset(at) });
    }

    async Task<Dictionary<string, string>> Table(string code) => (await Anybody.ReadFlowsAsync(new() { Table = code, Country = "LA", Year = LastMonth.Year })).Counts
        .ToDictionary(c => string.Join("/", c.Values), c => c.Suppressed ? "-" : $"{c.Count}");

    [Fact]
    public async Task Anybody_reads_full_months_and_a_small_count_hides_with_what_would_tell_it()
    {
        await Exits(12, LastMonth);
        var many = await Table("outflow-by-destination-and-sex");
        Assert.Equal(("12", "12"), (many["/"], many["ZZ/female"]));

        // One to Thailand alone: told would be whom everybody at that post remembers.
        var cleared = (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;
        await Exits(1, LastMonth, cleared.DepartureId);
        var few = await Table("outflow-by-destination-and-sex");
        Assert.Equal(("13", "-", "-"), (few["/"], few["TH/female"], few["ZZ/female"]));
    }

    [Fact]
    public async Task The_present_month_is_not_told()
    {
        var before = (await Table("outflow-by-month-and-channel"))["/"];

        await Exits(11, DateTimeOffset.UtcNow.AddMinutes(-1));

        Assert.Equal(before, (await Table("outflow-by-month-and-channel"))["/"]);
    }

    [Fact]
    public async Task A_contract_s_occupation_and_sector_are_known_from_its_event()
    {
        await host.Host.Deliver<ContractRegistered, OnContractRegistered>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UnixEpoch, SubjectId = Given.Contract.ToString(), SubjectVersion = 1, WorkerNumber = "LA-7KQ2-M9XD-R", Country = "LA", ContractId = Given.Contract,
            EmployerId = Guid.Empty, Origin = "LA", Destination = "TH", Channel = "MOU_S59", StartsOn = Given.Day, EndsOn = Given.Day, ContractHash = "", Occupation = "8153", Sector = "MANUFACTURING",
        });
        var cleared = (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;
        await Exits(1, LastMonth.AddYears(-1), cleared.DepartureId);    // another year than the one whose figures are read above

        var movement = await host.Host.Db(db => Task.FromResult(db.Set<Movement>().Single(m => m.Occupation == "8153")));
        Assert.Equal((FlowMeasure.Departures, "LA", "TH", "MOU_S59", "MANUFACTURING", "female", "25-34"), (movement.Measure, movement.Origin, movement.Destination, movement.Channel, movement.Sector, movement.Sex, movement.AgeGroup));
    }

    [Fact]
    public async Task Departures_are_told_by_sector_and_one_alone_in_its_sector_is_hidden()
    {
        await host.Host.Db(async db =>
        {
            await FlowCounts.Add(db, [.. Left("GARMENT", 14), .. Left("CONSTRUCTION", 12), .. Left("DOMESTIC", 1)], CancellationToken.None);
            return true;
        });

        var (bySex, byCountry) = (await Cambodian("outflow-by-sector-and-sex"), await Cambodian("outflow-by-sector-and-destination"));

        Assert.Equal(("14", "14", "27"), (bySex["GARMENT/female"], byCountry["GARMENT/TH"], bySex["/"]));
        Assert.Equal(("-", "-"), (bySex["DOMESTIC/female"], byCountry["DOMESTIC/TH"]));
        Assert.Equal(("-", "-"), (bySex["CONSTRUCTION/female"], byCountry["CONSTRUCTION/TH"]));    // told, the hidden one would follow from the total
    }

    /// <summary>Of another country and year than those whose figures are read by the other tests.</summary>
    static IEnumerable<Movement> Left(string sector, int count) => Enumerable.Range(0, count)
        .Select(_ => Movement.Of(Guid.NewGuid(), FlowMeasure.Departures, new(new(2024, 5, 1), "KH", "TH", "MOU_S59", "female", "25-34", FlowRules.Unknown, sector, FlowRules.Unknown)));

    async Task<Dictionary<string, string>> Cambodian(string code) => (await Anybody.ReadFlowsAsync(new() { Table = code, Country = "KH", Year = 2024 })).Counts
        .ToDictionary(c => string.Join("/", c.Values), c => c.Suppressed ? "-" : $"{c.Count}");

    [Fact]
    public async Task Every_published_table_can_be_read_and_another_cannot()
    {
        foreach (var table in (await Anybody.ListFlowTablesAsync(new())).Tables)
            Assert.Equal(table.Title, (await Anybody.ReadFlowsAsync(new() { Table = table.Code, Country = table.OfOrigin ? "LA" : "TH" })).Title);

        Assert.Equal(["table"], await Refused.Fields(StatusCode.InvalidArgument, () => Anybody.ReadFlowsAsync(new() { Table = "people-by-name", Country = "LA" })));
        Assert.Equal(["year"], await Refused.Fields(StatusCode.InvalidArgument, () => Anybody.ReadFlowsAsync(new() { Table = "returns-by-month-and-sex", Country = "LA", Year = 1999 })));
    }
}
