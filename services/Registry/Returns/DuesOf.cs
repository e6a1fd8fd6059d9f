using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.Departures;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.Registry.Returns;

/// <summary>Asks the parts what is owed at return, side by side. One that is down, late or failing leaves its lines unanswered; the others stand.</summary>
sealed class DuesOf(IPeers peers)
{
    const int Most = 200;

    public async Task<IEnumerable<Due>> Ask(WorkerReturn back, WorkerOnRecord worker, CancellationToken cancel)
    {
        var contracts = Answer(() => Contracts(back, cancel));
        var memberships = Answer(() => Memberships(back, cancel));
        await Task.WhenAll(contracts, memberships);
        return DueRules.Of(back, await contracts, await memberships, worker.Papers);
    }

    async Task<IReadOnlyList<DueRules.HeldContract>> Contracts(WorkerReturn back, CancellationToken cancel)
    {
        var client = new Contracts.ContractsClient(peers.To("Recruitment", Purpose.Reintegration));
        var listed = await client.ListContractsAsync(new() { WorkerNumber = back.WorkerNumber, PageSize = Most }, cancellationToken: cancel);
        var held = new List<DueRules.HeldContract>();
        foreach (var contract in listed.Contracts.Where(c => c.Destination == back.ComeFrom))
        {
            var shown = await Answer(async () => await client.GetContractAsync(new() { ContractId = contract.ContractId }, cancellationToken: cancel));
            held.Add(new(contract, shown?.Versions.LastOrDefault()?.Terms));
        }
        return held;
    }

    async Task<IReadOnlyList<DueRules.HeldMembership>> Memberships(WorkerReturn back, CancellationToken cancel)
    {
        var to = peers.To("SocialSecurity", Purpose.Reintegration);
        var listed = await new Memberships.MembershipsClient(to).ListMembershipsAsync(new() { WorkerNumber = back.WorkerNumber, Country = back.ComeFrom, PageSize = Most }, cancellationToken: cancel);
        var schemes = new Schemes.SchemesClient(peers.To("SocialSecurity", Purpose.SocialSecurity));
        var held = new List<DueRules.HeldMembership>();
        foreach (var membership in listed.Memberships)
            held.Add(new(membership, (await Answer(async () => await schemes.GetSchemeAsync(new() { SchemeId = membership.SchemeId }, cancellationToken: cancel)))?.Scheme));
        return held;
    }

    static async Task<T?> Answer<T>(Func<Task<T>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (RpcException failure) when (failure.StatusCode is not StatusCode.Cancelled)
        {
            return null;
        }
    }
}
