using Gms.Imports.V1;
using Gms.Platform;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>What becomes of a row of a list of contracts: the same reading and rules as a single one, a piece at a time.</summary>
sealed class ContractRowIntake(RecruitmentDb db, Call call, ContractReader reader, ContractIntake intake, string country) : IRowIntake<Proto.RegisterContractRequest, SentContract>
{
    public SentContract Read(Proto.RegisterContractRequest row) => reader.Read(row);

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<SentContract> rows, ImportPiece piece, CancellationToken cancel)
    {
        var within = rows.Where(r => call.Reaches(ContractsService.ReachOf(r.Text))).ToList();
        var taken = within.Zip(await intake.Take(within, null, cancel)).ToDictionary(t => t.First, t => t.Second);
        var ofPiece = new Dictionary<string, Guid>();
        List<RowResult> results = [.. rows.Select(row => Result(row, taken.GetValueOrDefault(row), ofPiece))];
        db.WeighAgain(results.Where(r => r.Outcome == RowOutcome.Accepted).Select(r => Guid.Parse(r.Id)));    // saved here, they are no change any more to the piece's commit
        await db.SaveChangesAsync(cancel);    // a broken constraint shows here, and the runner looks for its row
        return results;
    }

    /// <summary>A contract on record to the letter is the row's, be it from before or from a row above.</summary>
    RowResult Result(SentContract row, TakenContract? taken, Dictionary<string, Guid> ofPiece)
    {
        if (taken is null)
            return RowResult.Refused(PlatformProblems.OutsideScope("agency_id"));
        if (taken.Refused is { } refused)
            return RowResult.Refused(refused.Problems);
        if (taken.OnRecord is { } known)
            return Known(row, known);
        var contract = taken.New!;
        if (contract.Country != country)
            return RowResult.Refused(Problems.ContractHeldByOther(country));
        if (!ofPiece.TryAdd(contract.TextHash, contract.Id))
            return Known(row, ofPiece[contract.TextHash]);

        db.Contracts.Add(contract);
        db.Publish(ContractEvents.Registered(contract));
        return new(RowOutcome.Accepted, contract.Id.ToString()) { Disclosures = [new(contract.WorkerNumber, ["contract"])] };
    }

    static RowResult Known(SentContract row, Guid id) => new(RowOutcome.Matched, id.ToString()) { Disclosures = [new(row.Text.WorkerNumber, ["contract"])] };
}
