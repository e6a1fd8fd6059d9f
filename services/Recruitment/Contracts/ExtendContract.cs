using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.ExtendContractResponse> ExtendContract(Proto.ExtendContractRequest request, ServerCallContext context)
    {
        var sent = new SentVersion(
            request.Version,
            request.Terms is null ? null : ContractReader.Terms(request.Terms),
            Read.Day(request.EndsOn, "ends_on"),
            Read.Day(request.SignedOn, "signed_on"),
            Languages.Read(request.Languages, "languages"),
            Read.OptionalText(request.DocumentReference, "document_reference"),
            request.Documents);
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);

        var added = await AddVersion(contract, sent, VersionCause.Extended, VersionRules.ToExtend, context.CancellationToken);

        return await db.Commit(new Proto.ExtendContractResponse
        {
            Version = added.Version.Number,
            ContractHash = added.Version.Hash,
            Differences = { added.Differences.Select(d => d.ToProto()) },
            Checks = { added.Checks },
        }, context.CancellationToken);
    }
}
