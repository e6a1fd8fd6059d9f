using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Cascade;

public sealed class TraceCertificateTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Cascade.CascadeClient _cascade = new(host.As(A.Officer, "orientation"));

    [Fact]
    public async Task A_certificate_leads_to_the_first_training_of_trainers()
    {
        var root = await host.Root();
        var second = await host.Trained(root, -20);
        var third = await host.Trained(second, -10);
        var (certificate, session, _) = await host.TaughtBy(third, 0);

        var trace = await _cascade.TraceCertificateAsync(new() { CertificateId = certificate });

        Assert.Equal((session, true), (trace.SessionId, trace.ReachesRoots));
        Assert.Equal([(third, 1), (second, 2), (root, 3)], trace.Nodes.Select(n => (n.TrainerId, n.Generation)));
        Assert.Equal(["", "", "1/IOM"], trace.Nodes.Select(n => n.Evidence));
        var edges = trace.Edges.ToDictionary(e => e.ToCertificationId, e => e);
        Assert.Equal(session, edges[""].SessionId);
        Assert.Equal(trace.Nodes[0].CertificationId, edges[""].FromCertificationId);
        Assert.Equal(trace.Nodes[1].CertificationId, edges[trace.Nodes[0].CertificationId].FromCertificationId);
        Assert.Equal(trace.Nodes[2].CertificationId, edges[trace.Nodes[1].CertificationId].FromCertificationId);
        Assert.Equal([("SM01", 1), ("SM02", 1)], edges[trace.Nodes[1].CertificationId].Modules.Select(m => (m.Code, m.Version)));
    }

    [Fact]
    public async Task A_trace_that_is_cut_off_says_so()
    {
        var (certificate, _, _) = await host.TaughtBy(await host.Trained(await host.Root(), -10), 0);

        var trace = await _cascade.TraceCertificateAsync(new() { CertificateId = certificate, MostGenerations = 1 });

        Assert.Equal((1, false), (trace.Nodes.Count, trace.ReachesRoots));
    }

    [Fact]
    public async Task A_session_of_which_nobody_wrote_by_what_it_was_led_reaches_no_root()
    {
        var (certificate, session, _) = await host.TaughtBy(await host.Root(), 0);
        await using var owner = new Npgsql.NpgsqlConnection(host.Database.OwnerConnection);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        // As after an upgrade, for a session that nobody certified led.
        await using var forget = new Npgsql.NpgsqlCommand($"SET session_replication_role = replica; DELETE FROM session_certifications WHERE session_id = '{session}'", owner);
        await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var trace = await _cascade.TraceCertificateAsync(new() { CertificateId = certificate });

        Assert.Equal((0, false), (trace.Nodes.Count, trace.ReachesRoots));
    }

    [Fact]
    public async Task It_tells_of_the_worker_and_is_written_down()
    {
        var (certificate, _, worker) = await host.TaughtBy(await host.Root(), 0);

        await _cascade.TraceCertificateAsync(new() { CertificateId = certificate });

        Assert.Equal(1, await host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE event = 'certificate-traced' AND subject = {worker}""").SingleAsync()));
    }

    [Fact]
    public async Task Another_country_s_officer_finds_no_certificate()
    {
        var (certificate, _, _) = await host.TaughtBy(await host.Root(), 0);
        var khmer = new Proto.Cascade.CascadeClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["CERTIFICATE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.TraceCertificateAsync(new() { CertificateId = certificate })));
    }
}
