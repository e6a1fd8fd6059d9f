using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Check = Gms.Type.V1.Check;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.AmendContractResponse> AmendContract(Proto.AmendContractRequest request, ServerCallContext context)
    {
        var sent = new SentVersion(
            request.Version,
            ContractReader.Terms(request.Terms),
            null,
            Read.Day(request.SignedOn, "signed_on"),
            Languages.Read(request.Languages, "languages"),
            Read.OptionalText(request.DocumentReference, "document_reference"),
            request.Documents);
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);

        var added = await AddVersion(contract, sent, VersionCause.Amended, VersionRules.ToAmend, context.CancellationToken);

        return await db.Commit(new Proto.AmendContractResponse
        {
            Version = added.Version.Number,
            ContractHash = added.Version.Hash,
            Differences = { added.Differences.Select(d => d.ToProto()) },
            Checks = { added.Checks },
        }, context.CancellationToken);
    }

    /// <summary>A further version: weighed by its rules, added, told.</summary>
    async Task<AddedVersion> AddVersion(
        Contract contract, SentVersion sent, VersionCause cause, Func<Contract, ContractText, ContractText, AmendmentSurroundings, IEnumerable<Problem>> rules, CancellationToken cancel)
    {
        if (sent.Number != contract.TextVersion)
            throw Refuse.SomebodyWasFaster(Problems.ContractVersionMoved(contract.TextVersion));
        var latest = await db.Entry(contract).Collection(c => c.Versions).Query().SingleAsync(v => v.Number == contract.TextVersion, cancel);
        var before = ContractText.Parse(latest.Text);
        var text = before with { Terms = sent.Terms ?? before.Terms, EndsOn = sent.EndsOn ?? before.EndsOn, SignedOn = sent.SignedOn, Languages = sent.Languages };
        var documents = ContractReader.Documents(sent.Documents, sent.Languages);
        var order = await db.JobOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == contract.JobOrderId, cancel);
        var numbers = await db.NumbersOf(contract.WorkerNumber, cancel);
        var elsewhere = await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && c.WorkerNumber != contract.WorkerNumber).ToListAsync(cancel);

        Refuse.IfAny(rules(contract, before, text, new(order, elsewhere, reference.Standards, clock.TodayIn(contract.Country))));

        var version = ContractVersion.Of(contract.Id, latest.Number + 1, cause, text, text.Write(), sent.DocumentReference, documents, clock.GetUtcNow());
        contract.Add(version, text.EndsOn);
        var differences = ContractComparison.Of(before, latest.Hash, ShownContract.Of(text.Terms));
        db.Publish(ContractEvents.Amended(contract, version, differences.Any(d => d.Worse)));
        call.Disclose(contract.WorkerNumber, "contract");
        return new(version, differences, StandardRules.OfContract(reference.Standards, text).Checks);
    }

    /// <summary>A further version as it was sent; terms and end null for those of the version before.</summary>
    sealed record SentVersion(
        int Number, ContractTerms? Terms, DateOnly? EndsOn, DateOnly SignedOn, string[] Languages, string? DocumentReference, Google.Protobuf.Collections.RepeatedField<Proto.ContractDocument> Documents);

    /// <summary>A further version that was added.</summary>
    sealed record AddedVersion(ContractVersion Version, IReadOnlyList<ContractDifference> Differences, IReadOnlyList<Check> Checks);
}
