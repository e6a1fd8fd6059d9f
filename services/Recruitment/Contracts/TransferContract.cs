using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.TransferContractResponse> TransferContract(Proto.TransferContractRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), cancel);
        var sent = ReadTransfer(request, contract);
        Refuse.IfAny(VersionRules.ToTransfer(contract, sent));

        var (to, checks) = await Take(sent, contract, cancel);    // from here on in one transaction

        contract.End(to.StartsOn.AddDays(-1), ContractEnd.Transferred);
        await db.SaveChangesAsync(cancel);    // its days are free before the other one takes them
        db.Contracts.Add(to);
        db.Publish(ContractEvents.Ended(contract, clock.GetUtcNow()));
        db.Publish(ContractEvents.Registered(to));
        call.Disclose(contract.WorkerNumber, "contract");
        return await db.Commit(new Proto.TransferContractResponse { ContractId = to.Id.ToString(), Version = to.TextVersion, ContractHash = to.TextHash, Checks = { checks } }, cancel);
    }

    SentContract ReadTransfer(Proto.TransferContractRequest request, Contract from)
    {
        var languages = Languages.Read(request.Languages, "languages");
        return new(
            Guid.CreateVersion7(),
            new()
            {
                WorkerNumber = from.WorkerNumber,
                AgencyId = from.AgencyId,
                EmployerId = Read.Id(request.EmployerId, "employer_id"),
                JobOrderId = Read.OptionalId(request.JobOrderId, "job_order_id"),
                Origin = from.Origin,
                Destination = from.Destination,
                Channel = from.Channel,
                Occupation = request.Occupation.Length == 0 ? from.Occupation : reader.Occupation(request.Occupation),
                EmploymentType = from.EmploymentType,
                StartsOn = Read.Day(request.From, "from"),
                EndsOn = Read.Day(request.EndsOn, "ends_on"),
                SignedOn = Read.Day(request.SignedOn, "signed_on"),
                Languages = languages,
                Terms = ContractReader.Terms(request.Terms),
            },
            Read.OptionalText(request.DocumentReference, "document_reference"),
            ContractReader.Documents(request.Documents, languages),
            from.Id);
    }
}
