using System.Globalization;
using Gms.Imports.V1;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Gms.Local.Verbs;

/// <summary><c>import FILE</c>: enrols the people of a CSV file through the public call, with <c>--filings</c> files their contributions, with <c>--returns</c> records that they came home; shows progress and what was not taken.</summary>
static class Import
{
    const int Piece = 256 * 1024;

    public static async Task<int> Run(LocalSystem system, FileInfo file, string account, string country, bool dryRun, bool filings, bool returns, Guid id, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new CannotGoOnException($"There is no file {file.FullName}.");
        var (service, purpose) = filings ? ("SocialSecurity", "social-security") : ("Registry", returns ? "reintegration" : "enrolment");
        if (!await system[service].IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");

        using var offices = new Offices(system);
        var calls = offices.To(service, account, purpose);
        await Console.Error.WriteLineAsync($"Import {id}. After a break go on with: ./registry import {file.FullName} --account {account} --country {country}{(dryRun ? " --dry-run" : "")}{(filings ? " --filings" : returns ? " --returns" : "")} --id {id}");
        var header = new ImportHeader { ImportId = id.ToString(), Country = country, DryRun = dryRun, Label = file.Name };
        var progress = filings ? await File(new Contributions.ContributionsClient(calls), header, file, cancel)
            : returns ? await Return(new Returns.ReturnsClient(calls), header, file, cancel)
            : await Enrol(new Workers.WorkersClient(calls), header, file, cancel);

        var report = new Gms.Imports.V1.Imports.ImportsClient(calls);
        using var rows = report.ListImportRows(new() { ImportId = id.ToString(), Outcomes = { RowOutcome.Refused, RowOutcome.ForReview, RowOutcome.Matched } }, cancellationToken: cancel);
        await foreach (var some in rows.ResponseStream.ReadAllAsync(cancel))
            foreach (var row in some.Rows)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {row.Row,-8} {row.Outcome,-9} {row.Id,-14} {string.Join("; ", row.Problems.Select(p => $"{p.Field}: {p.Code}. {p.Message} {p.Remedy}"))}").TrimEnd());
        Console.WriteLine($"{(dryRun ? "Dry run, nothing was saved: " : "")}{progress.Accepted} accepted, {progress.Matched} matched, {progress.ForReview} for review, {progress.Refused} refused");
        return progress.Refused == 0 ? 0 : 1;
    }

    static async Task<ImportProgress> Enrol(Workers.WorkersClient workers, ImportHeader header, FileInfo file, CancellationToken cancel)
    {
        using var stream = workers.ImportWorkersCsv(cancellationToken: cancel);
        await Send(stream.RequestStream, new() { Header = header }, content => new() { Content = content }, file, cancel);
        return (await stream).Progress;
    }

    static async Task<ImportProgress> Return(Returns.ReturnsClient returns, ImportHeader header, FileInfo file, CancellationToken cancel)
    {
        using var stream = returns.ImportReturnsCsv(cancellationToken: cancel);
        await Send(stream.RequestStream, new() { Header = header }, content => new() { Content = content }, file, cancel);
        return (await stream).Progress;
    }

    static async Task<ImportProgress> File(Contributions.ContributionsClient contributions, ImportHeader header, FileInfo file, CancellationToken cancel)
    {
        using var stream = contributions.ImportFilingsCsv(cancellationToken: cancel);
        await Send(stream.RequestStream, new() { Header = header }, content => new() { Content = content }, file, cancel);
        return (await stream).Progress;
    }

    static async Task Send<TRequest>(IClientStreamWriter<TRequest> stream, TRequest header, Func<ByteString, TRequest> piece, FileInfo file, CancellationToken cancel)
    {
        try
        {
            await stream.WriteAsync(header, cancel);
            await using var content = file.OpenRead();
            var bytes = new byte[Piece];
            while (await content.ReadAsync(bytes, cancel) is > 0 and var read)
                await stream.WriteAsync(piece(ByteString.CopyFrom(bytes, 0, read)), cancel);
            await stream.CompleteAsync();
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException && !cancel.IsCancellationRequested)
        {
            // The service has answered before the end of the file: its answer says why.
        }
    }
}
