using Gms.Platform;
using Gms.Testing;
using Google.Rpc;
using Grpc.Core;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Agencies;

/// <summary>A host of its own: its one address may ask so often, and no other test of it asks.</summary>
public sealed class CheckLicenceLimitTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    const int Most = 60;

    [Fact]
    public async Task An_address_that_asks_very_often_is_told_when_to_come_back_and_nobody_else_waits()
    {
        var (agency, _) = await host.LicensedAgency();
        var anybody = new Proto.Agencies.AgenciesClient(host.WithToken(null, clock: RecruitmentHost.Now));
        var request = new Proto.CheckLicenceRequest { AgencyId = agency.ToString() };

        RpcException? refused = null;
        var answered = 0;
        // A minute may end among them: of twice as many, some are refused whenever it does.
        for (var i = 0; i < 2 * Most + 2 && refused is null; i++)
            try
            {
                await anybody.CheckLicenceAsync(request);
                answered++;
            }
            catch (RpcException failure)
            {
                refused = failure;
            }

        Assert.NotNull(refused);
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.True(answered >= Most, $"{answered}");
        Assert.Equal("ASKED_TOO_OFTEN", refused.Problems()[0].Code);
        Assert.InRange(RetryDelay(refused), TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));

        // Whoever signs in is not counted.
        await new Proto.Agencies.AgenciesClient(host.As(Who.Is(Role.LicensingOfficer, "LA"), "recruitment", RecruitmentHost.Now)).GetAgencyAsync(new() { AgencyId = agency.ToString() });
    }

    static TimeSpan RetryDelay(RpcException refusal) =>
        Google.Rpc.Status.Parser.ParseFrom(refusal.Trailers.Get("grpc-status-details-bin")!.ValueBytes).Details
            .Where(d => d.Is(RetryInfo.Descriptor)).Select(d => d.Unpack<RetryInfo>().RetryDelay.ToTimeSpan()).Single();
}
