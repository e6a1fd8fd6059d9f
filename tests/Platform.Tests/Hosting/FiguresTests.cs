using Gms.Platform.Tests.Probe;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class FiguresTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    [Fact]
    public async Task The_process_that_measured_tells_what_waits_and_by_what()
    {
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        Figure own = new("gms.test.held", "{things}", "Things held.", "SELECT 3::double precision, 'officer' UNION ALL SELECT 4, 'Recruitment'", "part");
        using var one = new Figures(database, [own], NullLogger<Figures>.Instance);

        await one.Measure(TestContext.Current.CancellationToken);

        Assert.Equal([(3, "officer"), (4, "Recruitment")], one.Told("gms.test.held").Select(m => ((int)m.Value, (string)m.Tags[0].Value!)).Order());
        Assert.Equal(0, Assert.Single(one.Told("gms.outbox.waiting")).Value);
        await host.Officer.AddProbeAsync(A.Probe(worker: "LA-FIGURE"));    // without a broker nothing is sent
        await one.Measure(TestContext.Current.CancellationToken);
        Assert.True(Assert.Single(one.Told("gms.outbox.waiting")).Value > 0);
        Assert.True(Assert.Single(one.Told("gms.outbox.oldest")).Value >= 0);
        using var other = new Figures(database, [own], NullLogger<Figures>.Instance);
        Assert.Empty(other.Told("gms.test.held"));    // one that did not measure tells nothing
    }

    [Fact]
    public async Task What_this_build_does_not_know_or_cannot_read_is_counted_apart_from_what_waits()
    {
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        using var figures = new Figures(database, [], NullLogger<Figures>.Instance);
        await figures.Measure(TestContext.Current.CancellationToken);
        var before = Value("gms.outbox.waiting");
        await using (var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection))
            foreach (var (name, body) in new[] { ("gms.registry.from-the-future:1", "{}"), ("gms.registry.worker-enrolled:1", "{") })
            {
                await using var command = owner.CreateCommand(
                    $"INSERT INTO outbox (event_id, recorded_at, name, subject_id, subject_version, occurred_at, body) VALUES (gen_random_uuid(), now() - interval '1 day', '{name}', 'LA-ODD', 1, now(), '{body}')");
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

        await figures.Measure(TestContext.Current.CancellationToken);

        Assert.Equal((before, 2), (Value("gms.outbox.waiting"), Value("gms.outbox.unreadable")));
        Assert.InRange(Value("gms.outbox.oldest"), 0, 3600);

        double Value(string figure) => Assert.Single(figures.Told(figure)).Value;
    }
}
