using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Erasures;

partial class ErasuresService
{
    public override async Task<Proto.ListErasuresResponse> ListErasures(Proto.ListErasuresRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        ErasureState? state = request.State == Proto.ErasureState.Unspecified ? null : Read.Value<Proto.ErasureState, ErasureState>(request.State, "state");
        var size = Read.PageSize(request.PageSize);
        var rows = db.Erasures.AsNoTracking().Where(e => e.Country == country && (state == null || e.State == state));
        if (ReadPosition(request.PageToken) is { } after)
            rows = after.Waits
                ? rows.Where(e => (e.State == ErasureState.Requested && e.Id > after.Id) || e.State != ErasureState.Requested)
                : rows.Where(e => e.State != ErasureState.Requested && e.Id > after.Id);

        // Ids are made in the order of time, so the smallest is the oldest.
        var page = await rows.OrderByDescending(e => e.State == ErasureState.Requested).ThenBy(e => e.Id).Take(size).ToListAsync(context.CancellationToken);

        foreach (var erasure in page)
            call.Disclose(erasure.WorkerNumber, "erasure");
        return new()
        {
            Erasures = { page.Select(ToProto) },
            NextPageToken = page.Count == size ? $"{(page[^1].State == ErasureState.Requested ? 'w' : 'd')}{page[^1].Id:N}" : "",
        };
    }

    static (bool Waits, Guid Id)? ReadPosition(string token)
    {
        if (token.Length == 0)
            return null;
        return token[0] is 'w' or 'd' && Guid.TryParseExact(token[1..], "N", out var id) ? (token[0] == 'w', id) : throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
    }
}
