using Gms.Portal.Sessions;
using Gms.Registry.V1;
using Grpc.Core;

namespace Gms.Portal.BorderPosts;

/// <summary>Keys and revocations as the check page carries them, asked of the Registry at most every ten seconds, however many browsers ask.</summary>
sealed class CarriedLists(Channels channels) : IDisposable
{
    static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim _one = new(1, 1);
    Carried? _last;
    IReadOnlyList<string> _certificates = [];
    long _askedAt;

    public async Task<Carried> Now(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_last is null || Environment.TickCount64 - _askedAt > GoodFor.TotalMilliseconds)
                (_last, _askedAt) = (await Ask(cancel), Environment.TickCount64);
            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    async Task<Carried> Ask(CancellationToken cancel)
    {
        var passes = new Passes.PassesClient(channels.To("Registry"));
        var deadline = DateTime.UtcNow.AddSeconds(10);
        var keys = await passes.ListPassKeysAsync(new(), deadline: deadline, cancellationToken: cancel);
        var lists = await passes.ListStatusListsAsync(new(), deadline: deadline, cancellationToken: cancel);
        return new(keys.Anchor.ToBase64(), keys.TrustList.ToBase64(), [.. lists.StatusLists.Select(l => l.Token.ToBase64()), .. await Certificates(cancel)]);
    }

    /// <summary>Which certificates of orientation were revoked. While their service is away the last lists are carried on: they say themselves how old they are, and passes do not wait for them.</summary>
    async Task<IReadOnlyList<string>> Certificates(CancellationToken cancel)
    {
        try
        {
            var lists = await new Gms.DepartureOrientation.V1.Certificates.CertificatesClient(channels.To("DepartureOrientation")).ListCertificateStatusAsync(new(), deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: cancel);
            _certificates = [.. lists.StatusLists.Select(l => l.Token.ToBase64())];
        }
        catch (RpcException away) when (away.StatusCode is not StatusCode.Cancelled)
        {
            // Said of each certificate: its status is not known.
        }
        return _certificates;
    }

    public void Dispose() => _one.Dispose();
}

/// <summary>What is carried, each as base64: the region's key, the trust list signed with it, and the status lists.</summary>
sealed record Carried(string Anchor, string Trust, IReadOnlyList<string> Lists);
