using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Documents;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>What becomes of a row of an import: the same reading and rules as a single enrolment, a piece at a time.</summary>
sealed class WorkerIntake(RegistryDb db, Call call, EnrolmentIntake enrolments, DocumentIntake documents, TimeProvider clock, string country) : IRowIntake<Proto.EnrolWorkerRequest, SentEnrolment>
{
    readonly DateOnly _today = clock.TodayIn(country);

    public SentEnrolment Read(Proto.EnrolWorkerRequest row)
    {
        var sent = enrolments.Read(row, country);
        Refuse.IfAny(EnrolmentIntake.ToEnrol(sent, [], _today));
        return sent;
    }

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<SentEnrolment> rows, ImportPiece piece, CancellationToken cancel)
    {
        var holders = WithinPiece(rows, await documents.HoldersOfAll([.. rows.Select(r => r.Document)], cancel));
        var results = rows.Select((row, i) => Judge(row, holders[i])).ToList();

        List<Worker> saved = [.. rows.Where((_, i) => results[i].Outcome is RowOutcome.Accepted or RowOutcome.ForReview).Select(r => r.Worker)];
        if (saved.Count == 0)
            return results;
        for (var i = 0; i < rows.Count; i++)
            if (results[i].Outcome is RowOutcome.Accepted or RowOutcome.ForReview)
                enrolments.AddDocument(rows[i], holders[i]);
        await Write(saved, cancel);
        db.Publish(Imported(saved, piece));
        return results;
    }

    /// <summary>Two rows of one piece with the same document: the second is the first's.</summary>
    static List<IReadOnlyList<NumberHolder>> WithinPiece(IReadOnlyList<SentEnrolment> rows, IReadOnlyList<IReadOnlyList<NumberHolder>> onRecord)
    {
        var first = new Dictionary<(string, string, string), NumberHolder>();
        var holders = new List<IReadOnlyList<NumberHolder>>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (document, worker) = (rows[i].Document, rows[i].Worker);
            var key = (document.Family, document.Issuer, document.Compared);
            holders.Add(first.TryGetValue(key, out var before) ? [.. onRecord[i], before] : onRecord[i]);
            first.TryAdd(key, new(worker.WorkerNumber, worker.Country, Guid.Empty, DocumentState.InUse));
        }
        return holders;
    }

    RowResult Judge(SentEnrolment row, IReadOnlyList<NumberHolder> holders)
    {
        if (DocumentRules.ToRecord(row.Document, null, holders).FirstOrDefault() is not { } problem)
            return new(RowOutcome.Accepted, row.Worker.WorkerNumber) { Disclosures = [new(row.Worker.WorkerNumber, ["enrolment"])] };
        // The record with this document is told to whoever may see it.
        return holders.FirstOrDefault(h => call.Reaches(new() { Countries = [h.Country], Worker = h.WorkerNumber })) is { } known
            ? new(RowOutcome.Matched, known.WorkerNumber, problem) { Disclosures = [new(known.WorkerNumber, ["worker_number", "document"])] }
            : RowResult.Refused(problem);
    }

    async Task Write(List<Worker> workers, CancellationToken cancel)
    {
        await BulkCopy.Write(db, workers, cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Names.Select(n => (n, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Documents.Select(d => (d, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Contacts.Select(c => (c, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Relatives.Select(r => (r, (object?)w.Id))), cancel);
    }

    WorkersImported Imported(List<Worker> workers, ImportPiece piece) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = piece.ImportId.ToString(),
        SubjectVersion = piece.Version,
        WorkerNumbers = [.. workers.Select(w => w.WorkerNumber)],
        Country = country,
    };
}
