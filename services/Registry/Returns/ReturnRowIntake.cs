using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Corridors;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

/// <summary>What becomes of a row of a list of returns: the same reading and rules as a single one, a piece at a time.</summary>
sealed class ReturnRowIntake(RegistryDb db, ReturnIntake intake, CodeLists codes, TimeProvider clock, string country) : IRowIntake<Proto.ReturnRow, WorkerReturn>
{
    public WorkerReturn Read(Proto.ReturnRow row) => new()
    {
        WorkerNumber = Platform.Read.WorkerNumber(row.WorkerNumber, "worker_number"),
        Country = country,
        ComeFrom = Platform.Read.Country(row.From, "from"),
        Reason = Platform.Read.Code(row.Reason, "reason", codes.ReturnReasons),
        ReturnedOn = Platform.Read.Day(row.ReturnedOn, "returned_on"),
        DepartureId = Platform.Read.OptionalId(row.DepartureId, "departure_id"),
    };

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<WorkerReturn> rows, ImportPiece piece, CancellationToken cancel)
    {
        var taken = await intake.Take(rows, cancel);
        List<WorkerReturn> added = [.. taken.Select(t => t.New).OfType<WorkerReturn>()];
        if (added.Count > 0)
            db.Publish(Returned(added, piece));
        return [.. taken.Select((t, i) => Result(t, rows[i].WorkerNumber))];
    }

    /// <summary>A return on record is the row's.</summary>
    static RowResult Result(TakenReturn taken, string number) => taken switch
    {
        { Refused: { } why } when taken.Id == Guid.Empty => RowResult.Refused(why.Problems),
        { New: null } => new(RowOutcome.Matched, taken.Id.ToString(), taken.Refused!.Problems) { Disclosures = [new(number, ["return"])] },
        _ => new(RowOutcome.Accepted, taken.Id.ToString()) { Disclosures = [new(number, ["return"])] },
    };

    WorkersReturned Returned(IReadOnlyList<WorkerReturn> added, ImportPiece piece) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = piece.ImportId.ToString(),
        SubjectVersion = piece.Version,
        WorkerNumbers = [.. added.Select(r => r.WorkerNumber).Distinct()],
        Country = country,
        Returns = [.. added.Select(r => new ListedReturn { ReturnId = r.Id, WorkerNumber = r.WorkerNumber, From = r.ComeFrom, Reason = r.Reason, ReturnedOn = r.ReturnedOn, DepartureId = r.DepartureId })],
    };
}
