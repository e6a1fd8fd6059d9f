using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Corridors;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

/// <summary>What becomes of a row of a list of crossings: the same reading and rules as a single one, a piece at a time.</summary>
sealed class CrossingRowIntake(RegistryDb db, CrossingIntake intake, CheckpointTable checkpoints, TimeProvider clock, string country) : IRowIntake<Proto.CrossingRow, Sighting>
{
    public Sighting Read(Proto.CrossingRow row) => new(
        Platform.Read.Value<Proto.CrossingKind, CrossingKind>(row.Kind, "kind"),
        Platform.Read.OptionalId(row.DepartureId, "departure_id"),
        Platform.Read.WorkerNumber(row.WorkerNumber, "worker_number"),
        country,
        row.Checkpoint.Length == 0 ? null : checkpoints[Platform.Read.Code(row.Checkpoint, "checkpoint", checkpoints.Codes)],
        Platform.Read.Instant(row.CrossedAt, "crossed_at"),
        CrossingSource.List);

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<Sighting> rows, ImportPiece piece, CancellationToken cancel)
    {
        var taken = await intake.Take(rows, cancel);
        if (taken.Any(t => t.New is not null))
            db.Publish(Imported(taken, piece));
        return [.. taken.Select(Result)];
    }

    /// <summary>A crossing on record, confirmed or told again by the same list, is the row's.</summary>
    static RowResult Result(TakenCrossing taken) => taken switch
    {
        { Refused: { } why } when taken.Id == Guid.Empty => RowResult.Refused(why.Problems),
        { New: null } => new(RowOutcome.Matched, taken.Id.ToString(), taken.Refused?.Problems ?? []) { Disclosures = [new(taken.WorkerNumber, ["departure"])] },
        _ => new(RowOutcome.Accepted, taken.Id.ToString()) { Disclosures = [new(taken.WorkerNumber, ["departure"])] },
    };

    CrossingsImported Imported(IReadOnlyList<TakenCrossing> taken, ImportPiece piece) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = piece.ImportId.ToString(),
        SubjectVersion = piece.Version,
        WorkerNumbers = [.. taken.Where(t => t.New is not null).Select(t => t.WorkerNumber).Distinct()],
        Country = country,
        Crossings = [.. taken.Where(t => t.New is not null).Select(t => new ListedCrossing { CrossingId = t.Id, WorkerNumber = t.WorkerNumber, Kind = t.New!.Kind.ToString(), CrossedAt = t.New.CrossedAt })],
    };
}
