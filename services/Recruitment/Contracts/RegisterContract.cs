using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.RegisterContractResponse> RegisterContract(Proto.RegisterContractRequest request, ServerCallContext context)
    {
        var sent = reader.Read(request);
        call.MustReach(ReachOf(sent.Text), "agency_id");

        var (contract, checks) = await Take(sent, null, context.CancellationToken);

        db.Contracts.Add(contract);
        db.Publish(ContractEvents.Registered(contract));
        call.Disclose(contract.WorkerNumber, "contract");
        return await db.Commit(new Proto.RegisterContractResponse { ContractId = contract.Id.ToString(), Version = contract.TextVersion, ContractHash = contract.TextHash, Checks = { checks } }, context.CancellationToken);
    }

    /// <summary>Who may bring such a contract: the agency named, and officers of both countries.</summary>
    internal static Reach ReachOf(ContractText text) => new() { Countries = [text.Origin, text.Destination], Agencies = text.AgencyId is { } own ? [own] : [] };

    /// <summary>The contract, to be added; refuses one that may not be, and one that is on record already.</summary>
    async Task<(Contract Contract, IReadOnlyList<Gms.Type.V1.Check> Checks)> Take(SentContract sent, Contract? beside, CancellationToken cancel)
    {
        var taken = (await intake.Take([sent], beside, cancel))[0];
        if (taken.Refused is { } refused)
            throw refused;
        return taken.New is { } contract ? (contract, taken.Checks) : throw Refuse.NotNow(taken.OnRecord == sent.Id ? Problems.ContractAlreadyRegistered() : Problems.ContractOverlaps());
    }
}
