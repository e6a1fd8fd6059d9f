using Gms.Access.V1;
using Gms.Disclosures.V1;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Recorded = Gms.Disclosures.V1.Disclosure;
using Shared = Gms.Disclosures.V1.Disclosures;

namespace Gms.Registry.Disclosures;

/// <summary>What each service recorded about a person, asked side by side; each has the deadline that the peer's channel sets.</summary>
sealed class DisclosureSources(IPeers peers, RecordedDisclosures own)
{
    /// <summary>Every other service; a test compares with the services that there are.</summary>
    static readonly string[] Others = ["Access", "Recruitment", "SocialSecurity", "DepartureOrientation", "Reintegration"];

    public async Task<IReadOnlyList<Answer>> Ask(IReadOnlyList<string> numbers, DisclosurePosition? before, int most, Purpose purpose, CancellationToken cancel)
    {
        var others = Others.Select(peer => Ask(peer, new() { WorkerNumbers = { numbers }, PageSize = most, Before = before?.ToString() ?? "" }, purpose, cancel)).ToList();
        Answer here = new("registry", await own.Read(numbers, before, most, cancel));
        return [here, .. await Task.WhenAll(others)];
    }

    async Task<Answer> Ask(string peer, ListRecordedRequest request, Purpose purpose, CancellationToken cancel)
    {
        var service = new ServiceIdentity(peer).Client;
        try
        {
            return new(service, (await new Shared.DisclosuresClient(peers.To(peer, purpose)).ListRecordedAsync(request, cancellationToken: cancel)).Disclosures);
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return new(service, null);
        }
    }

    /// <summary>Names of offices by id; none when Access does not answer: the list is worth having without them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(IEnumerable<string> organisations, Purpose purpose, CancellationToken cancel)
    {
        NameOrganisationsRequest request = new() { OrganisationIds = { organisations.Where(o => Guid.TryParseExact(o, "D", out _)).Distinct() } };
        if (request.OrganisationIds.Count == 0)
            return new Dictionary<string, string>();
        try
        {
            var named = await new Organisations.OrganisationsClient(peers.To("Access", purpose)).NameOrganisationsAsync(request, cancellationToken: cancel);
            return named.Organisations.ToDictionary(o => o.OrganisationId, o => o.Name);
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return new Dictionary<string, string>();
        }
    }

    /// <param name="Service">The service in kebab case.</param>
    /// <param name="Disclosures">The newest first; null when it did not answer.</param>
    public sealed record Answer(string Service, IReadOnlyList<Recorded>? Disclosures);
}
