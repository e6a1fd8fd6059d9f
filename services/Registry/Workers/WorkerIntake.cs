using System.Globalization;
using Gms.Events.Registry;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Duplicates;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>What becomes of a row of an import: the same reading, rules and search for duplicates as a single enrolment, a piece at a time.</summary>
sealed class WorkerIntake(RegistryDb db, Call call, EnrolmentIntake enrolments, DocumentIntake documents, DuplicateCheck duplicates, TimeProvider clock, string country)
    : IRowIntake<Proto.EnrolWorkerRequest, ImportedWorker>
{
    readonly DateOnly _today = clock.TodayIn(country);

    /// <summary>In a dry run, what earlier pieces would have put on record: the same paper or person twice in a file is told all the same.</summary>
    readonly Dictionary<(string Family, string Issuer, string Number), NumberHolder> _earlier = [];
    readonly SoughtBefore _before = new();

    public ImportedWorker Read(Proto.EnrolWorkerRequest row)
    {
        var sent = enrolments.Read(row, country);
        Refuse.IfAny(EnrolmentIntake.ToEnrol(sent, [], _today));
        return new(sent, duplicates.Seek(sent));
    }

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<ImportedWorker> ready, ImportPiece piece, CancellationToken cancel)
    {
        List<SentEnrolment> rows = [.. ready.Select(r => r.Sent)];
        var found = piece.Checked
            ? await duplicates.LookAll([.. ready.Select(r => r.Sought)], _before, cancel)
            : [.. rows.Select(_ => (IReadOnlyList<Candidate>)[])];
        var onRecord = await documents.HoldersOfAll([.. rows.Select(r => r.Document)], cancel);
        var first = piece.DryRun ? _earlier : [];
        var holders = new List<IReadOnlyList<NumberHolder>>(rows.Count);
        var results = new List<RowResult>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (document, worker) = (rows[i].Document, rows[i].Worker);
            var key = (document.Family, document.Issuer, document.Compared);
            holders.Add(first.TryGetValue(key, out var before) && before.WorkerNumber != worker.WorkerNumber ? [.. onRecord[i], before] : onRecord[i]);
            results.Add(Judge(rows[i], holders[i], [.. found[i].Where(c => IsOnRecord(c, i, results))], piece.Checked));
            if (IsSaved(results[i]))    // two rows of one file with the same document: the second is the first's
                first.TryAdd(key, new(worker.WorkerNumber, worker.Country, Guid.Empty, DocumentState.InUse));
        }

        List<ImportedWorker> saved = [.. ready.Where((_, i) => IsSaved(results[i]))];
        if (saved.Count == 0)
            return results;
        if (piece is { DryRun: true, Checked: true })
            _before.Add(saved.Select(r => r.Sought));
        for (var i = 0; i < rows.Count; i++)
            if (IsSaved(results[i]))
                enrolments.AddDocument(rows[i], holders[i]);
        await Write(saved, cancel);
        db.Publish(Imported(saved, piece));
        return results;
    }

    static bool IsSaved(RowResult result) => result.Outcome is RowOutcome.Accepted or RowOutcome.ForReview;

    /// <summary>A candidate of the same piece counts when it comes before and is saved.</summary>
    static bool IsOnRecord(Candidate candidate, int row, List<RowResult> results) => candidate.BatchIndex is not { } other || (other < row && IsSaved(results[other]));

    RowResult Judge(SentEnrolment row, IReadOnlyList<NumberHolder> holders, IReadOnlyList<Candidate> found, bool isChecked)
    {
        if (DocumentRules.ToRecord(row.Document, null, holders).FirstOrDefault() is { } problem)
            return Known(holders, found, isChecked) is { } known
                ? new(RowOutcome.Matched, known, problem) { Disclosures = [new(known, ["worker_number", "document"])] }
                : RowResult.Refused(problem);

        HashSet<string> others = [.. row.NotDuplicates.Keys, .. DocumentRules.Told(row.Document, holders)];
        if (DuplicateRules.ToEnrol(found, others).ToList() is { Count: > 0 } probable)
            return RowResult.Refused(probable) with { Disclosures = [.. DuplicateRules.Unanswered(found, others).Select(c => new Disclosure(c.WorkerNumber!, ["duplicate"]))] };

        Disclosure[] own = [new(row.Worker.WorkerNumber, ["enrolment"])];
        return duplicates.Ask(row.Worker, found, row.NotDuplicates)
            ? new(RowOutcome.ForReview, row.Worker.WorkerNumber, [.. found.Where(c => !others.Contains(c.WorkerNumber!)).Select(AskedAbout)]) { Disclosures = [.. own, .. found.Select(c => new Disclosure(c.WorkerNumber!, ["duplicate"]))] }
            : new(RowOutcome.Accepted, row.Worker.WorkerNumber) { Disclosures = own };
    }

    /// <summary>The worker whose document it is, if the caller may see that record and the person on the row is the same one.</summary>
    string? Known(IReadOnlyList<NumberHolder> holders, IReadOnlyList<Candidate> found, bool isChecked) =>
        holders.FirstOrDefault(h => call.Reaches(new() { Countries = [h.Country], Worker = h.WorkerNumber })
            && (!isChecked || h.DocumentId == Guid.Empty || found.Any(c => c.WorkerNumber == h.WorkerNumber && c.Verdict is Verdict.Probable)))?.WorkerNumber;

    static Problem AskedAbout(Candidate candidate) =>
        Problems.WorkerPossiblyEnrolled(candidate.WorkerNumber!, candidate.Country, candidate.Score.ToString("0.0", CultureInfo.InvariantCulture), string.Join(", ", candidate.Reasons.Select(r => r.Name)));

    async Task Write(List<ImportedWorker> rows, CancellationToken cancel)
    {
        List<Worker> workers = rows.ConvertAll(r => r.Sent.Worker);
        await BulkCopy.Write(db, workers, cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Names.Select(n => (n, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Documents.Select(d => (d, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Contacts.Select(c => (c, (object?)w.Id))), cancel);
        await BulkCopy.Write(db, workers.SelectMany(w => w.Relatives.Select(r => (r, (object?)w.Id))), cancel);
        await duplicates.KeepAll(rows.Select(r => (r.Sent.Worker, r.Sought)), cancel);
    }

    WorkersImported Imported(List<ImportedWorker> rows, ImportPiece piece) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = piece.ImportId.ToString(),
        SubjectVersion = piece.Version,
        WorkerNumbers = [.. rows.Select(r => r.Sent.Worker.WorkerNumber)],
        Country = country,
    };
}

/// <summary>A row as it was read, and who is looked for: both are worked out ahead of the saving.</summary>
sealed record ImportedWorker(SentEnrolment Sent, Sought Sought);
