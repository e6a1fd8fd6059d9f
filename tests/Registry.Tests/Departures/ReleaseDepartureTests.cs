using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;

namespace Gms.Registry.Tests.Departures;

/// <summary>What ReleaseDeparture does to the queue is in ClaimDepartureTests.</summary>
public sealed class ReleaseDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    [Theory]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.BorderOfficer)]
    [InlineData(Role.Worker)]
    public async Task Only_who_decides_may_release(string role) =>
        await Refused.With(StatusCode.PermissionDenied, () => host.Departures(Who.Is(role, "LA")).ReleaseDepartureAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = Guid.NewGuid().ToString() }));
}
