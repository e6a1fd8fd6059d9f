using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Statistics;

/// <summary>Sixty workers of Viet Nam: forty-five women and fifteen men; three of them from another province.</summary>
public sealed class Counted : IAsyncLifetime
{
    static readonly DateTimeOffset LastMonth = new(2026, 10, 20, 3, 0, 0, TimeSpan.Zero);

    public RegistryHost Host { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        var officer = new Proto.Workers.WorkersClient(Host.As(Who.Is(Role.MinistryOfficer, "VN"), "enrolment", LastMonth));
        for (var i = 0; i < 60; i++)
        {
            var worker = A.Enrolment("VN");
            (worker.Sex, worker.Province, worker.Nationality) = (i < 45 ? Proto.Sex.Female : Proto.Sex.Male, i % 20 == 0 ? "VN-HN" : "VN-SG", "VN");
            worker.BirthDate = new() { Year = i < 30 ? 2000 : 1970 };
            worker.Document.Issuer = "VN";
            await officer.EnrolWorkerAsync(worker);
        }
        var late = A.Enrolment("VN");
        late.Province = "VN-SG";
        await new Proto.Workers.WorkersClient(Host.As(Who.Is(Role.MinistryOfficer, "VN"), "enrolment", Now)).EnrolWorkerAsync(late);
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

public sealed class CountWorkersTests(Counted counted) : IClassFixture<Counted>
{
    Proto.Statistics.StatisticsClient As(string role, string? country) => new(counted.Host.As(Who.Is(role, country), null, Counted.Now));

    async Task<IReadOnlyList<string>> Count(params IEnumerable<Proto.Dimension> by) =>
        [.. (await As(Role.Statistician, null).CountWorkersAsync(new() { Country = "VN", GroupBy = { by } })).Counts.Select(c => $"{string.Join('/', c.Values)}={(c.Suppressed ? "?" : c.Count)}")];

    [Fact]
    public async Task The_total_counts_those_who_were_enrolled_before_the_month_began() => Assert.Equal(["=60"], await Count());

    [Fact]
    public async Task By_sex_and_age_with_every_total() => Assert.Equal(
        ["/=60", "/25-34=30", "/55+=30", "female/=45", "female/25-34=30", "female/55+=15", "male/=15", "male/25-34=0", "male/55+=15"],
        await Count(Proto.Dimension.Sex, Proto.Dimension.AgeGroup));

    [Fact]
    public async Task A_small_province_is_not_told_and_does_not_follow_from_the_total() =>
        Assert.Equal(["=60", "VN-HN=?", "VN-SG=?"], await Count(Proto.Dimension.Province));

    [Fact]
    public async Task An_officer_counts_the_own_country_only()
    {
        Assert.Equal(60, (await As(Role.MinistryOfficer, "VN").CountWorkersAsync(new() { Country = "VN" })).Counts[0].Count);
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Role.MinistryOfficer, "LA").CountWorkersAsync(new() { Country = "VN" })));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => As(Role.BorderOfficer, "VN").CountWorkersAsync(new() { Country = "VN" })));
    }

    [Fact]
    public async Task More_than_two_dimensions_or_one_twice_are_refused()
    {
        Assert.Equal(["STATISTICS_TOO_MANY_DIMENSIONS"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Role.Statistician, null).CountWorkersAsync(new() { Country = "VN", GroupBy = { Proto.Dimension.Sex, Proto.Dimension.Province, Proto.Dimension.AgeGroup } })));
        Assert.Equal(["STATISTICS_DIMENSION_TWICE"], await Refused.Codes(StatusCode.InvalidArgument, () => As(Role.Statistician, null).CountWorkersAsync(new() { Country = "VN", GroupBy = { Proto.Dimension.Sex, Proto.Dimension.Sex } })));
    }

    [Fact]
    public async Task A_country_without_workers_counts_none() => Assert.Equal(0, (await As(Role.Statistician, null).CountWorkersAsync(new() { Country = "MM", GroupBy = { Proto.Dimension.Sex } })).Counts[0].Count);
}
