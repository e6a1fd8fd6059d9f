using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Cascade;

public sealed class ListDescendantsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Cascade.CascadeClient _cascade = new(host.As(A.Officer));

    [Fact]
    public async Task Those_below_come_generation_by_generation_and_page_by_page_each_with_the_edge_that_leads_to_it()
    {
        var root = await host.Root();
        var second = await host.Trained(root, -20);
        var (third, fourth) = (await host.Trained(second, -10), await host.Trained(second, -9));
        await host.Trained(await host.Root(), -8);

        List<Proto.CascadeNode> nodes = [];
        List<Proto.CascadeEdge> edges = [];
        var token = "";
        do
        {
            var page = await _cascade.ListDescendantsAsync(new() { TrainerId = root, PageSize = 1, PageToken = token });
            nodes.AddRange(page.Nodes);
            edges.AddRange(page.Edges);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal([(root, 0), (second, 1)], nodes.Take(2).Select(n => (n.TrainerId, n.Generation)));
        Assert.Equal(new[] { third, fourth }.Order(), nodes.Skip(2).Select(n => n.TrainerId).Order());
        Assert.All(nodes.Skip(2), n => Assert.Equal(2, n.Generation));
        Assert.Equal(nodes.Skip(1).Select(n => n.CertificationId).Order(), edges.Select(e => e.ToCertificationId).Order());
        Assert.Equal(nodes[0].CertificationId, edges[0].FromCertificationId);
    }

    [Fact]
    public async Task A_certification_tells_what_workers_got_by_it()
    {
        var root = await host.Root();
        var trainer = await host.Trained(root, -20);
        var (certificate, _, _) = await host.TaughtBy(trainer, -5);
        await host.TaughtBy(trainer, -4);
        await new Proto.Certificates.CertificatesClient(host.As(A.Manager)).RevokeCertificateAsync(new() { RequestId = Given.New(), CertificateId = certificate, Reason = Proto.RevocationReason.IssuedInError });

        var nodes = (await _cascade.ListDescendantsAsync(new() { TrainerId = root })).Nodes;

        Assert.Equal([(0, 0, 0, 0), (1, 2, 2, 1)], nodes.Select(n => (n.Generation, n.Sessions, n.Certificates, n.CertificatesRevoked)));
    }

    [Fact]
    public async Task No_further_down_than_asked()
    {
        var root = await host.Root();
        await host.Trained(await host.Trained(root, -20), -10);

        Assert.Equal([0, 1], (await _cascade.ListDescendantsAsync(new() { TrainerId = root, MostGenerations = 1 })).Nodes.Select(n => n.Generation));
        Assert.Equal(["most_generations"], await Refused.Fields(StatusCode.InvalidArgument, () => _cascade.ListDescendantsAsync(new() { TrainerId = root, MostGenerations = 51 })));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("1-2")]
    public async Task A_damaged_page_token_is_refused(string token)
    {
        var root = await host.Root();

        Assert.Equal(["PAGE_TOKEN_MALFORMED"], await Refused.Codes(StatusCode.InvalidArgument, () => _cascade.ListDescendantsAsync(new() { TrainerId = root, PageToken = token })));
    }

    [Fact]
    public async Task Another_country_s_officer_finds_no_trainer()
    {
        var root = await host.Root();
        var khmer = new Proto.Cascade.CascadeClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["TRAINER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ListDescendantsAsync(new() { TrainerId = root })));
    }
}
