using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.SignContractResponse> SignContract(Proto.SignContractRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var party = Read.Value<Proto.ContractParty, ContractParty>(request.Party, "party");
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), cancel);
        var signature = new ContractSignature
        {
            ContractId = contract.Id,
            Number = request.Version,
            Party = party,
            Method = Read.Value<Proto.SigningMethod, SigningMethod>(request.Method, "method"),
            SignedOn = Read.Day(request.SignedOn, "signed_on"),
            Signatory = party == ContractParty.Worker ? null : Read.OptionalText(request.Signatory, "signatory"),
            Witness = Read.OptionalText(request.Witness, "witness"),
            Hash = Read.Text(request.ContractHash, "contract_hash", 64).ToLowerInvariant(),
            Organisation = call.Caller.Organisation,
            RecordedAt = clock.GetUtcNow(),
        };
        Refuse.IfAny(VersionRules.ToSign(contract, signature, request.Version, call.Caller.Worker is not null, clock.TodayIn(contract.Country)));

        var version = await db.Entry(contract).Collection(c => c.Versions).Query().Include(v => v.Signatures).SingleAsync(v => v.Number == contract.TextVersion, cancel);
        if (version.IsSignedBy(party))
            throw Refuse.NotNow(Problems.ContractSignedAlready());
        contract.Sign(version, signature);
        db.Publish(ContractEvents.Signed(contract, signature));
        call.Disclose(contract.WorkerNumber, "contract");
        return await db.Commit(new Proto.SignContractResponse { Signed = { version.Signatures.Select(s => s.Party).Order().Select(p => p.ToProto()) } }, cancel);
    }
}
