using Gms.Exports.V1;
using Grpc.Core;

namespace Gms.Platform;

/// <summary>The exports of a service, by name, and what its codes mean.</summary>
sealed class ExportBook<TDb>(IEnumerable<ExportTable<TDb>> tables, Labels labels) where TDb : ServiceDb
{
    public IReadOnlyList<ExportTable<TDb>> Tables { get; } = [.. tables.OrderBy(t => t.Name, StringComparer.Ordinal)];

    public Labels Labels { get; } = labels;
}

/// <summary>The calls of protos/gms/exports/v1/exports.proto, served by every service that gives out rows.</summary>
sealed class ExportsService<TDb>(TDb db, Call call, ExportBook<TDb> book, PermissionTable permissions, IServiceProvider services) : Gms.Exports.V1.Exports.ExportsBase
    where TDb : ServiceDb
{
    public override Task<ListExportsResponse> ListExports(ListExportsRequest request, ServerCallContext context)
    {
        var language = Labels.ReadLanguage(request.Language, "language");
        return Task.FromResult(new ListExportsResponse { Exports = { book.Tables.Where(MayTake).Select(t => Describe(t, language)) } });
    }

    public override async Task Export(ExportRequest request, IServerStreamWriter<ExportResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var name = Read.Text(request.Name, "name", 60);
        var format = request.Format is ExportFormat.Csv or ExportFormat.Ndjson ? request.Format : throw Refuse.Invalid(PlatformProblems.FieldRequired("format"));
        var language = Labels.ReadLanguage(request.Language, "language");
        var worker = request.WorkerNumber.Length == 0 ? null : Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var ask = new ExportAsk(worker is null ? null : await db.NumbersOf(worker, cancel), Read.OptionalInstant(request.ChangedSince, "changed_since", firstYear: 1), Position.Read(request.After));

        var table = book.Tables.SingleOrDefault(t => t.Name == name && MayTake(t)) ?? throw Refuse.NotFound(PlatformProblems.ExportNotFound());
        Refuse.IfInvalid(Faults(table, ask));

        var caller = call.ForQuery();
        var file = new ExportFile(format, table.Described, book.Labels, language, ask.After);
        await foreach (var row in table.Read(db, caller, ask, services, cancel))
            foreach (var piece in file.Add(row))
                await Send(piece);
        foreach (var piece in file.Take())
            await Send(piece);

        async Task Send(ExportPiece piece)
        {
            foreach (var number in piece.Workers)
                call.Disclose(number, table.Name.Replace('-', '_'));
            await responseStream.WriteAsync(piece.Answer, cancel);
        }
    }

    /// <summary>A person takes out everything of the own record; an office what it may read one by one.</summary>
    bool MayTake(ExportTable<TDb> table) => table.IsFor(call.Caller)
        && (table.OnlyFor.Count == 0 || table.OnlyFor.Contains(call.Purpose))
        && (call.Caller.Worker is not null || permissions.Holds(call.Caller, table.Permission, call.Purpose));

    static IEnumerable<Problem> Faults(ExportTable<TDb> table, ExportAsk ask)
    {
        if (ask.Workers is not null && !table.TellsOfWorkers)
            yield return PlatformProblems.ExportWithoutWorkers();
        if (ask.ChangedSince is not null && !table.KnowsChanges)
            yield return PlatformProblems.ExportWithoutChanges();
    }

    ExportDescription Describe(ExportTable<TDb> table, string language) => new()
    {
        Name = table.Name,
        Holds = table.Holds,
        TellsOfWorkers = table.TellsOfWorkers,
        KnowsChanges = table.KnowsChanges,
        Columns =
        {
            table.Described.Select(c => new Gms.Exports.V1.ExportColumn
            {
                Name = c.Name,
                Meaning = c.Meaning,
                CodeList = c.Codes?.Name ?? "",
                Codes = { c.Codes is { } list ? list.Codes.Select(code => new CodeLabel { Code = code, Label = list.Label(code, book.Labels, language) ?? "" }) : [] },
            }),
        },
    };
}
