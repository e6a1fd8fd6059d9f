using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

partial class DeparturesService
{
    public override async Task<Proto.ListDeparturesResponse> ListDepartures(Proto.ListDeparturesRequest request, ServerCallContext context)
    {
        var origin = Read.Country(request.Origin, "origin");
        call.MustReach(Platform.Reach.Country(origin), "origin");
        var size = Read.PageSize(request.PageSize);
        DepartureStatus? status = request.Status == Proto.DepartureStatus.Unspecified ? null : Read.Value<Proto.DepartureStatus, DepartureStatus>(request.Status, "status");

        var rows = db.Departures.AsNoTracking().Where(d => d.Origin == origin && (status == null || d.Status == status));
        if (request.WaitsForOfficer)
            rows = rows.Where(d => d.Status == DepartureStatus.Held && d.MissingParts.Count == 0);
        if (ReadPosition(request.PageToken) is { } after)
            rows = after.Held
                ? rows.Where(d => (d.Status == DepartureStatus.Held && d.Id > after.Id) || d.Status != DepartureStatus.Held)
                : rows.Where(d => d.Status != DepartureStatus.Held && d.Id > after.Id);

        // Ids are made in the order of time, so the smallest is the oldest.
        var page = await rows.OrderByDescending(d => d.Status == DepartureStatus.Held).ThenBy(d => d.Id).Take(size).ToListAsync(context.CancellationToken);

        foreach (var departure in page)
            call.Disclose(departure.WorkerNumber, "departure");
        return new()
        {
            Departures = { page.Select(d => d.ToProto(null, ForAgency)) },
            NextPageToken = page.Count == size ? $"{(page[^1].Status == DepartureStatus.Held ? 'h' : 'o')}{page[^1].Id:N}" : "",
        };
    }

    static (bool Held, Guid Id)? ReadPosition(string token)
    {
        if (token.Length == 0)
            return null;
        return token[0] is 'h' or 'o' && Guid.TryParseExact(token[1..], "N", out var id) ? (token[0] == 'h', id) : throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
    }
}
