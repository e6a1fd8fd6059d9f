using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.JobOrders;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.CompareContractResponse> CompareContract(Proto.CompareContractRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var shown = ReadShown(request);
        if (shown.Hash is null && !shown.HasFields)
            throw Refuse.Invalid(Problems.ContractNothingShown());
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), cancel);
        var registered = await db.Entry(contract).Collection(c => c.Versions).Query().SingleAsync(v => v.Number == contract.TextVersion, cancel);

        var text = ContractText.Parse(registered.Text);
        var differences = ContractComparison.Of(text, registered.Hash, shown);
        var complaint = differences.Count == 0 ? (Guid?)null : await Complain(contract, registered, text, shown, differences, cancel);

        call.Disclose(contract.WorkerNumber, "contract", "complaint");
        return await db.Commit(new Proto.CompareContractResponse
        {
            Match = differences.Count > 0 ? Proto.ContractMatch.Differs : shown.Hash is null ? Proto.ContractMatch.SameFields : Proto.ContractMatch.SameText,
            Differences = { differences.Select(d => d.ToProto()) },
            ComplaintId = complaint?.ToString() ?? "",
            Version = registered.Number,
        }, cancel);
    }

    static ShownContract ReadShown(Proto.CompareContractRequest request) => new(
        Read.OptionalText(request.ShownHash, "shown_hash", 64)?.ToLowerInvariant(),
        Read.OptionalId(request.EmployerId, "employer_id"),
        Read.OptionalText(request.Occupation, "occupation", 4),
        Read.OptionalMoney(request.Wage, "wage"),
        request.WagePeriod == Proto.WagePeriod.Unspecified ? null : Read.Value<Proto.WagePeriod, WagePeriod>(request.WagePeriod, "wage_period"),
        request.HoursPerWeek == 0 ? null : Read.Number(request.HoursPerWeek, "hours_per_week", 1, 112),
        request.DaysPerWeek == 0 ? null : Read.Number(request.DaysPerWeek, "days_per_week", 1, 7),
        Read.OptionalMoney(request.MonthlyDeduction, "monthly_deduction"));

    /// <summary>One complaint for each version shown: whoever shows it again, the first one stands.</summary>
    async Task<Guid> Complain(Contract contract, ContractVersion registered, ContractText text, ShownContract shown, IReadOnlyList<ContractDifference> differences, CancellationToken cancel)
    {
        var version = shown.Over(text).Write();
        var hash = shown.Hash ?? ContractText.HashOf(version);
        var known = await db.Complaints.Where(c => c.ContractId == contract.Id && c.Shown == hash).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel);
        if (known is { } id)
            return id;

        var urgency = differences.Any(d => d.Worse) ? ComplaintUrgency.Urgent : ComplaintUrgency.Normal;
        var complaint = new Complaint
        {
            Country = contract.Country,
            WorkerNumber = contract.WorkerNumber,
            ContractId = contract.Id,
            AgencyId = contract.AgencyId,
            Category = ComplaintCategory.ContractDiffers,
            Urgency = urgency,
            ToldBy = ComplaintTeller.Registry,
            Organisation = call.Caller.Organisation,
            Subject = $"The contract shown differs from version {registered.Number}: {string.Join(", ", differences.Select(d => d.Field))}.",
            Evidence = [new("CONTRACT_REGISTERED", registered.Hash, registered.Text), new("CONTRACT_SHOWN", hash, shown.HasFields ? version : null)],
            Differences = differences,
            Shown = hash,
            NameWithheld = true,
            OpenedAt = clock.GetUtcNow(),
            DueOn = deadlines.DueOn(urgency, clock.TodayIn(contract.Country)),
        };
        desk.Open(complaint);
        return complaint.Id;
    }
}
