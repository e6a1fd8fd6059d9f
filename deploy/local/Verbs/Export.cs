using Gms.Exports.V1;
using Gms.Local.Demo;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gms.Local.Verbs;

/// <summary><c>export ACCOUNT SERVICE [NAME]</c>: takes out the account's own rows and writes them to standard output; without a name, lists what there is.</summary>
static class Export
{
    public sealed record Asked(string Account, string Service, string? Name, string Format, string Language, string Purpose, string? Worker);

    public static async Task<int> Run(LocalSystem system, Asked asked, CancellationToken cancel)
    {
        var service = system.Services.FirstOrDefault(s => s.Service.HasGrpc && s.Service.Name.Equals(asked.Service, StringComparison.OrdinalIgnoreCase))
            ?? throw new CannotGoOnException($"There is no service {asked.Service}. The services: {string.Join(", ", system.Services.Where(s => s.Service.HasGrpc).Select(s => s.Service.Name))}.");
        if (!await service.IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");

        using var accounts = new Accounts(system);
        using var channel = GrpcChannel.ForAddress(service.Grpc!);
        var exports = new Gms.Exports.V1.Exports.ExportsClient(channel);
        async Task<Metadata> Headers() => new() { { "authorization", "Bearer " + await accounts.Token(asked.Account) }, { "gms-purpose", asked.Purpose } };

        if (asked.Name is null)
        {
            foreach (var export in (await exports.ListExportsAsync(new() { Language = asked.Language }, await Headers(), cancellationToken: cancel)).Exports)
                Console.WriteLine($"{export.Name,-24}{export.Holds}");
            return 0;
        }

        await using var output = Console.OpenStandardOutput();
        var request = new ExportRequest
        {
            Name = asked.Name,
            Format = asked.Format == "ndjson" ? ExportFormat.Ndjson : ExportFormat.Csv,
            Language = asked.Language,
            WorkerNumber = asked.Worker ?? "",
        };
        while (!await Take(exports, request, await Headers(), output, cancel))
        {
            // The line broke after some rows: on with the next.
        }
        return 0;
    }

    /// <summary>Writes pieces as soon as their last row is whole. False when the stream broke after at least one of them.</summary>
    static async Task<bool> Take(Gms.Exports.V1.Exports.ExportsClient exports, ExportRequest request, Metadata headers, Stream output, CancellationToken cancel)
    {
        var begun = request.After;
        using var part = new MemoryStream();
        using var call = exports.Export(request, headers, cancellationToken: cancel);
        try
        {
            while (await call.ResponseStream.MoveNext(cancel))
            {
                var piece = call.ResponseStream.Current;
                piece.Content.WriteTo(part);
                if (piece.After == request.After)
                    continue;
                request.After = piece.After;
                await Flush();
            }
            await Flush();
            return true;
        }
        catch (RpcException broken) when (broken.StatusCode == StatusCode.Unavailable && request.After != begun)
        {
            return false;
        }

        async Task Flush()
        {
            part.Position = 0;
            await part.CopyToAsync(output, cancel);
            part.SetLength(0);
        }
    }
}
