using System.Runtime.CompilerServices;
using Gms.Events.Registry;
using Gms.Imports.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Probe.V1;

namespace Gms.Platform.Tests.Probe;

public sealed partial class ProbesService
{
    static readonly CsvForm<Proto.AddProbeRequest> Form = new(
        new("name", "name", (row, text) => row.Name = text, Required: true),
        new("worker", "worker_number", (row, text) => row.WorkerNumber = text),
        new("phone", "phone", (row, text) => row.Notes["phone"] = text, MayBeginLikeAFormula: true));

    public override async Task<Proto.ImportProbesResponse> ImportProbes(IAsyncStreamReader<Proto.ImportProbesRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var header = await requestStream.MoveNext(cancel) ? requestStream.Current.Header : null;
        return new() { Progress = await imports.Run(header, Rows(requestStream, cancel), _ => new ProbeIntake(db, script, clock), null, cancel) };
    }

    /// <summary>Rows as messages until a piece of a file comes; then rows of the file.</summary>
    static async IAsyncEnumerable<IncomingRow<Proto.AddProbeRequest>> Rows(IAsyncStreamReader<Proto.ImportProbesRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await stream.MoveNext(cancel))
        {
            if (stream.Current.PartCase == Proto.ImportProbesRequest.PartOneofCase.Content)
            {
                await foreach (var row in Form.Read(CsvRecords.Read(Content(stream, cancel), cancel), cancel))
                    yield return row;
                yield break;
            }
            var number = stream.Current.Rows.FirstRow;
            foreach (var probe in stream.Current.Rows.Probes)
                yield return new(number++, probe);
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Content(IAsyncStreamReader<Proto.ImportProbesRequest> stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
            yield return stream.Current.Content.Memory;
        while (await stream.MoveNext(cancel));
    }

    sealed class ProbeIntake(ProbeDb db, ProbeScript script, TimeProvider clock) : IRowIntake<Proto.AddProbeRequest, ProbeRow>
    {
        public ProbeRow Read(Proto.AddProbeRequest row) => new() { Name = Platform.Read.Text(row.Name, "name", 40), Country = "LA", WorkerNumber = row.WorkerNumber };

        public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<ProbeRow> rows, ImportPiece piece, CancellationToken cancel)
        {
            foreach (var row in rows)
                await script.Before(row.Name);
            string[] names = [.. rows.Select(r => r.Name)];
            var known = await db.Probes.Where(p => names.Contains(p.Name)).Select(p => p.Name).ToListAsync(cancel);
            List<ProbeRow> fresh = [.. rows.Where(r => !known.Contains(r.Name))];
            await BulkCopy.Write(db, fresh, cancel);
            if (fresh.Count > 0)
                db.Publish(new WorkersImported
                {
                    EventId = Guid.CreateVersion7(), OccurredAt = clock.GetUtcNow(), SubjectId = piece.ImportId.ToString(), SubjectVersion = piece.Version,
                    WorkerNumbers = [.. fresh.Select(f => f.WorkerNumber)], Country = piece.Country,
                });
            return [.. rows.Select(r => known.Contains(r.Name)
                ? new RowResult(RowOutcome.Matched, r.WorkerNumber) { Disclosures = [new(r.WorkerNumber, ["import"])] }
                : new RowResult(RowOutcome.Accepted, r.WorkerNumber) { Disclosures = [new(r.WorkerNumber, ["import"])] })];
        }
    }
}
