using System.Collections.Concurrent;
using Gms.Credentials;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Testing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.DepartureOrientation.Tests;

/// <summary>The service on a database of its own, beside a Registry that knows every worker number but <see cref="A.UnknownWorker"/> and trusts Lao and Thai keys, and a Recruitment that knows the contracts named here.</summary>
public sealed class DepartureOrientationHost : ServiceHost<DepartureOrientationDb>
{
    public const string Confirm = "/gms.registry.v1.Workers/ConfirmWorker";

    public DepartureOrientationHost() : base(Program.Service())
    {
        RegistryIsUp();
        Peers.Answer("/gms.registry.v1.Passes/ListPassKeys", (ListPassKeysRequest _) => Keys());
        Peers.Answer("/gms.recruitment.v1.Contracts/ListContracts", (ListContractsRequest asked) => new ListContractsResponse
        {
            Contracts = { Contracts.Where(c => c.Worker == asked.WorkerNumber).Select(c => new Contract { AgencyId = c.Agency.ToString(), WorkerNumber = c.Worker, Status = c.Ended ? ContractStatus.Ended : ContractStatus.Registered }) },
        });
    }

    public ConcurrentBag<(string Worker, Guid Agency, bool Ended)> Contracts { get; } = [];

    public void RegistryIsUp() => Peers.Answer(Confirm, (ConfirmWorkerRequest asked) => asked.WorkerNumber == A.UnknownWorker
        ? new ConfirmWorkerResponse()
        : new() { Exists = true, WorkerNumber = asked.WorkerNumber, Country = WorkerNumber.CountryOf(asked.WorkerNumber) });

    /// <summary>What a checker carries: the countries' keys as this service has them.</summary>
    public TrustList Trust()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new([.. new[] { "LA", "TH" }.Select(c => new TrustedKey(c, PublicKey.Of(Services.GetRequiredService<IKeys>().Current(KeyKind.Credential, c).Key), DateTimeOffset.UnixEpoch))], now.AddDays(-1), now.AddDays(30));
    }

    ListPassKeysResponse Keys()
    {
        var trust = Trust();
        return new()
        {
            Keys = { trust.Keys.Select(k => new PassKey { Country = k.Country, KeyId = Convert.ToHexStringLower(k.Key.Id), PublicKey = ByteString.CopyFrom([4, .. k.Key.X, .. k.Key.Y]), ValidFrom = k.ValidFrom.ToTimestamp() }) },
            IssuedAt = trust.IssuedAt.ToTimestamp(),
            ExpiresAt = trust.ExpiresAt.ToTimestamp(),
        };
    }
}
