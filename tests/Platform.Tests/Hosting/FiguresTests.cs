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
}
