using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

partial class CurriculaService
{
    public override async Task<Proto.ListCurriculaResponse> ListCurricula(Proto.ListCurriculaRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        Stage? stage = request.Stage == Proto.Stage.Unspecified ? null : Read.Value<Proto.Stage, Stage>(request.Stage, "stage");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Curricula.AsNoTracking()
            .Where(c => (country == null || c.Country == country) && (stage == null || c.Stage == stage) && (after == null || c.Id > after))
            .OrderBy(c => c.Id)
            .Take(size)
            .ToListAsync(context.CancellationToken);

        return new()
        {
            Curricula = { page.Select(c => c.ToProto()) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
