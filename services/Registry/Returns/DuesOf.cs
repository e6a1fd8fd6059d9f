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
        var exit = Answer(() => Exit(back, cancel));
        await Task.WhenAll(contracts, exit);
        return DueRules.Of(back, await contracts, await exit, worker.Papers);
    }

    async Task<IReadOnlyList<DueRules.HeldContract>> Contracts(WorkerReturn back, CancellationToken cancel)
    {
        var client = new Contracts.ContractsClient(peers.To("Recruitment", Purpose.Reintegration));
        var listed = await client.ListContractsAsync(new() { WorkerNumber = back.WorkerNumber, PageSize = Most }, cancellationToken: cancel);
        var held = new List<DueRules.HeldContract>();
        foreach (var contract in listed.Contracts.Where(c => c.Destination == back.ComeFrom))
        {
            var shown = await Answer(async () => await client.GetContractAsync(new() { ContractId = contract.ContractId }, cancellationToken: cancel));
            var costs = await Answer(async () => await new Costs.CostsClient(peers.To("Recruitment", Purpose.Reintegration)).ReviewCostsAsync(new() { ContractId = contract.ContractId }, cancellationToken: cancel));
            held.Add(new(contract, shown?.Versions.LastOrDefault()?.Terms, costs));
        }
        return held;
    }

    async Task<IReadOnlyList<ExitLine>> Exit(WorkerReturn back, CancellationToken cancel)
    {
        var calculator = new Portability.PortabilityClient(peers.To("SocialSecurity", Purpose.Reintegration));
        return (await calculator.CalculateExitAsync(new() { WorkerNumber = back.WorkerNumber, Country = back.ComeFrom, LeavingOn = back.ReturnedOn.ToProto() }, cancellationToken: cancel)).Lines;
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
