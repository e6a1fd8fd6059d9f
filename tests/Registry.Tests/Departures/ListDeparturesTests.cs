using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class ListDeparturesTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures(DeparturesHost.Officer("LA"));

    [Fact]
    public async Task Those_that_wait_come_first_each_part_from_the_oldest_over_all_pages()
    {
        async Task<string> Register() => (await _officer.RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure.DepartureId;
        host.Everything();
        string[] cleared = [await Register(), await Register()];
        host.Host.Peers.Answer(DeparturesHost.Coverage, (Gms.SocialSecurity.V1.CheckCoverageRequest _) => new Gms.SocialSecurity.V1.CheckCoverageResponse { Checks = { Given.Check("COVERAGE_COMPULSORY_SCHEMES", Outcome.Unknown) } });
        string[] held = [await Register(), await Register(), await Register()];

        foreach (var size in new[] { 1, 2, 3, 5, 50 })
            Assert.Equal([.. held, .. cleared], await All(size));
        Assert.Equal(held, (await _officer.ListDeparturesAsync(new() { Origin = "LA", Status = Proto.DepartureStatus.Held })).Departures.Select(d => d.DepartureId));
    }

    async Task<List<string>> All(int size)
    {
        var all = new List<string>();
        var token = "";
        do
        {
            var page = await _officer.ListDeparturesAsync(new() { Origin = "LA", PageSize = size, PageToken = token });
            all.AddRange(page.Departures.Select(d => d.DepartureId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return all;
    }

    [Fact]
    public async Task Another_country_s_queue_is_outside_scope() =>
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _officer.ListDeparturesAsync(new() { Origin = "KH" })));

    [Fact]
    public async Task A_page_token_of_another_make_is_refused() =>
        Assert.Equal(["PAGE_TOKEN_MALFORMED"], await Refused.Codes(StatusCode.InvalidArgument, () => _officer.ListDeparturesAsync(new() { Origin = "LA", PageToken = "x1" })));
}
