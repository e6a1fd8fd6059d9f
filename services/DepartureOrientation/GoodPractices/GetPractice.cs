using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.GoodPractices;

partial class GoodPracticesService
{
    public override async Task<Proto.GetPracticeResponse> GetPractice(Proto.GetPracticeRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.PracticeId, "practice_id");
        var practice = await db.GoodPractices.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(GoodPracticeProblems.NotFound());
        var taken = await db.Measures.Where(m => m.PracticeId == id && m.State != MeasureState.Dropped).GroupBy(m => m.Country).Select(g => new { Country = g.Key, Measures = g.Count() }).ToListAsync(context.CancellationToken);
        return new() { Practice = ToProto(practice), Measures = { taken.ToDictionary(t => t.Country, t => t.Measures) } };
    }
}
