using System.Threading.Channels;
using Gms.Imports.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Takes the rows of an import in pieces of up to 500, each in one transaction with its event, its audit and the import's progress: after a break the
/// import goes on at the exact row. Rows are read ahead while a piece is saved, and no further: a sender who is faster than the database waits.
/// </summary>
public sealed class ImportRunner(ServiceDb db, Call call, ImportSlots slots, NpgsqlDataSource database, ServiceSignals signals)
{
    public const int MostInAPiece = 500;

    Func<Problem, Problem> _named = problem => problem;

    /// <summary>Reads the header, refuses what could not be taken, and takes the rows to the end of the stream.</summary>
    /// <param name="header">The first message's header; null when it was none.</param>
    /// <param name="rows">The rows from the beginning of the file or from where the import stands.</param>
    /// <param name="intakeOf">What to do with them, by the country for whose authority they are taken.</param>
    /// <param name="named">Tells a row's problem in the words of its file; null to tell it by proto path.</param>
    /// <param name="cancel">Ends the import where it stands.</param>
    public async Task<ImportProgress> Run<TRow, TReady>(
        ImportHeader? header, IAsyncEnumerable<IncomingRow<TRow>> rows, Func<string, IRowIntake<TRow, TReady>> intakeOf, Func<Problem, Problem>? named, CancellationToken cancel)
        where TRow : class
        where TReady : class
    {
        _named = named ?? (problem => problem);
        var asked = ReadHeader(header);
        using var slot = slots.Take();
        await using var holder = await database.OpenConnectionAsync(cancel);
        if (!await Ask(holder, "SELECT pg_try_advisory_lock(hashtextextended($1, 1))", asked.Id))
            throw Refuse.NotNow(PlatformProblems.ImportRunning());
        try
        {
            await ImportStore.Begin(holder, asked, cancel);
            var import = (await ImportStore.Find(holder, asked.Id, cancel))!;
            if (!IsSame(import, asked))
                throw Refuse.Invalid(PlatformProblems.ImportHeaderChanged());
            call.AuditWritten = true;    // with each piece
            await Take(import, rows, intakeOf(import.Country), cancel);    // one that is done too: what comes after its last row is never dropped
            await ImportStore.Finish(holder, import.Id, cancel);
            return (await ImportStore.Find(holder, asked.Id, cancel))!.ToProto();
        }
        finally
        {
            await Ask(holder, "SELECT pg_advisory_unlock(hashtextextended($1, 1))", asked.Id);
        }
    }

    ImportRecord ReadHeader(ImportHeader? header)
    {
        if (header is null)
            throw Refuse.Invalid(PlatformProblems.ImportHeaderMissing());
        var country = Read.Country(header.Country, "header.country");
        // An agency takes rows for the authority of its own country; its rows say that they are its own.
        call.MustReach(new() { Countries = [country], Agencies = call.Caller is { Agency: { } agency, Country: { } own } && own == country ? [agency] : [] }, "header.country");
        return new(Read.Id(header.ImportId, "header.import_id"), call.Name, call.Caller.Account, call.Caller.Organisation, country, header.DryRun,
            Read.OptionalText(header.Label, "header.label"), Read.OptionalText(header.UncheckedReason, "header.unchecked_reason", 500),
            Read.Number(header.ExpectedRows, "header.expected_rows", 0, 1_000_000_000), 1, 0, 0, 0, 0, 0, false, default, default);
    }

    static bool IsSame(ImportRecord import, ImportRecord asked) =>
        (import.Call, import.Account, import.Country, import.DryRun, import.UncheckedReason) == (asked.Call, asked.Account, asked.Country, asked.DryRun, asked.UncheckedReason);

    async Task Take<TRow, TReady>(ImportRecord import, IAsyncEnumerable<IncomingRow<TRow>> rows, IRowIntake<TRow, TReady> intake, CancellationToken cancel)
        where TRow : class
        where TReady : class
    {
        var ahead = Channel.CreateBounded<List<ReadRow<TReady>>>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAhead(import.NextRow, rows, intake, ahead.Writer, stop.Token), stop.Token);
        try
        {
            var version = import.Version;
            await foreach (var piece in ahead.Reader.ReadAllAsync(cancel))
                version += await Save(import, version, piece, intake, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static async Task ReadAhead<TRow, TReady>(long next, IAsyncEnumerable<IncomingRow<TRow>> rows, IRowIntake<TRow, TReady> intake, ChannelWriter<List<ReadRow<TReady>>> to, CancellationToken cancel)
        where TRow : class
        where TReady : class
    {
        try
        {
            var piece = new List<ReadRow<TReady>>(MostInAPiece);
            await foreach (var row in rows.WithCancellation(cancel))
            {
                if (row.Number < next)
                    continue;    // on record since before the break
                if (row.Number > next)
                    throw Refuse.Invalid(PlatformProblems.ImportRowGap(next));
                next++;
                piece.Add(ReadOne(row, intake));
                if (piece.Count < MostInAPiece)
                    continue;
                await to.WriteAsync(piece, cancel);
                piece = new(MostInAPiece);
            }
            if (piece.Count > 0)
                await to.WriteAsync(piece, cancel);
            to.Complete();
        }
#pragma warning disable CA1031 // Whatever ended the reading ends the import: it is thrown where the pieces are saved.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            to.Complete(failure);
        }
    }

    static ReadRow<TReady> ReadOne<TRow, TReady>(IncomingRow<TRow> row, IRowIntake<TRow, TReady> intake)
        where TRow : class
        where TReady : class
    {
        if (row.Unreadable is { } unreadable)
            return new(row.Number, null, [unreadable]);
        if (row.Row is IMessage message && TextGuard.Damaged(message).ToList() is { Count: > 0 } damaged)
            return new(row.Number, null, damaged);
        try
        {
            return new(row.Number, intake.Read(row.Row!), []);
        }
        catch (RefusedException refused)
        {
            return new(row.Number, null, refused.Problems);
        }
    }

    /// <returns>How many events were written.</returns>
    async Task<long> Save<TRow, TReady>(ImportRecord import, long version, IReadOnlyList<ReadRow<TReady>> rows, IRowIntake<TRow, TReady> intake, CancellationToken cancel)
        where TRow : class
        where TReady : class
    {
        IReadOnlyList<TReady> ready = [.. rows.Where(r => r.Ready is not null).Select(r => r.Ready!)];
        db.Forget();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var saved = ready.Count == 0 ? [] : await intake.Save(ready, new(import.Id, version + 1, import.Country, import.DryRun, import.UncheckedReason is null), cancel);
            var results = Merged(rows, saved).ConvertAll(r => r.Problems.Count == 0 ? r : r with { Problems = [.. r.Problems.Select(_named)] });
            if (import.DryRun)
                return await KeepReportOnly(import, rows[0].Number, results, transaction, cancel);

            await BulkCopy.Write(db, results.SelectMany(r => r.Disclosures).Select(d => AuditRow.Of(call, "change", d.WorkerNumber, string.Join(' ', d.Fields))), cancel);
            var published = await db.SavePiece(cancel);
            await ImportStore.Move(Connection, import.Id, rows[0].Number, results, published, cancel);
            await transaction.CommitAsync(cancel);
            signals.EventsWritten();
            return published ? 1 : 0;
        }
        catch (Exception failure) when (ready.Count > 0 && IsARowsFault(failure))
        {
            // One row of the piece cannot be saved: find it by halves; the others are saved.
            if (rows.Count == 1)
                return await Save(import, version, [rows[0] with { Ready = null, Problems = Reasons(failure) }], intake, cancel);
            var half = rows.Count / 2;
            var first = await Save(import, version, [.. rows.Take(half)], intake, cancel);
            return first + await Save(import, version + first, [.. rows.Skip(half)], intake, cancel);
        }
    }

    /// <summary>A dry run: what was saved is undone, what was found is kept.</summary>
    async Task<long> KeepReportOnly(ImportRecord import, long firstRow, IReadOnlyList<RowResult> results, IDbContextTransaction transaction, CancellationToken cancel)
    {
        await transaction.RollbackAsync(cancel);
        db.Forget();
        await using var report = await db.Database.BeginTransactionAsync(cancel);
        // Told is whoever is on record, in whatever outcome; the row's own person is not, and has no number to tell.
        var told = results.SelectMany(r => r.Disclosures.Where(d => r.Outcome == RowOutcome.Matched || d.WorkerNumber != r.Id)).ToList();
        results = [.. results.Select(r => r.Outcome == RowOutcome.Matched ? r : r with { Id = "" })];
        await BulkCopy.Write(db, told.Select(d => AuditRow.Of(call, "read", d.WorkerNumber, string.Join(' ', d.Fields))), cancel);
        await ImportStore.Move(Connection, import.Id, firstRow, results, false, cancel);
        await report.CommitAsync(cancel);
        return 0;
    }

    /// <summary>A refusal, a broken constraint (class 23), or a value that its column cannot hold (class 22).</summary>
    static bool IsARowsFault(Exception failure) =>
        failure is RefusedException || (failure is PostgresException postgres && (postgres.SqlState.StartsWith("22", StringComparison.Ordinal) || postgres.SqlState.StartsWith("23", StringComparison.Ordinal))) || (failure is DbUpdateException { InnerException: PostgresException inner } && IsARowsFault(inner));

    IReadOnlyList<Problem> Reasons(Exception failure) =>
        failure is RefusedException refused ? refused.Problems : [db.Meaning(failure) ?? PlatformProblems.RowNotSaved()];

    NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    static List<RowResult> Merged<TReady>(IReadOnlyList<ReadRow<TReady>> rows, IReadOnlyList<RowResult> saved) where TReady : class
    {
        var next = 0;
        return [.. rows.Select(r => r.Ready is null ? RowResult.Refused(r.Problems) : saved[next++])];
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql, Guid id)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id.ToString() } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    /// <summary>A row that was read, or refused as it was read.</summary>
    sealed record ReadRow<TReady>(long Number, TReady? Ready, IReadOnlyList<Problem> Problems) where TReady : class;
}
