using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

partial class CorrectionsService
{
    public override async Task<Proto.ListProposedCorrectionsResponse> ListProposedCorrections(Proto.ListProposedCorrectionsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await (from correction in db.Corrections.AsNoTracking()
                          where correction.Country == country && correction.State == CorrectionState.Proposed && correction.Id > after
                          join worker in db.Workers on correction.WorkerId equals worker.Id
                          orderby correction.Id
                          select new { Correction = correction, worker.PersonKey }).Take(size).ToListAsync(context.CancellationToken);
        foreach (var told in page.Select(p => p.Correction.WorkerNumber).Distinct())
            call.Disclose(told, "corrections");
        return new()
        {
            Corrections = { page.Select(p => ToProto(p.Correction, keys.Open(p.PersonKey, p.Correction.WorkerId))) },
            NextPageToken = page.Count == size ? page[^1].Correction.Id.NextPageToken() : "",
        };
    }
}
