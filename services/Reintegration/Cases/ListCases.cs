using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.ListCasesResponse> ListCases(Proto.ListCasesRequest request, ServerCallContext context)
    {
        var worker = request.WorkerNumber.Length == 0 ? null : Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = request.Country.Length == 0 && worker is not null ? null : Read.Country(request.Country, "country");
        call.MustReach(new Reach { Countries = country is null ? [] : [country], Worker = worker }, country is null ? "worker_number" : "country");
        CaseState? state = request.State == Proto.CaseState.Unspecified ? null : Read.Value<Proto.CaseState, CaseState>(request.State, "state");
        var office = Read.OptionalText(request.Office, "office", 64);
        var counsellor = Read.OptionalText(request.Counsellor, "counsellor", 64);
        var size = Read.PageSize(request.PageSize);
        var after = TriagePage.Read(request.PageToken);

        var numbers = worker is null ? [] : await db.NumbersOf(worker, context.CancellationToken);
        var page = await db.Cases.AsNoTracking().Include(c => c.Signs)
            .Where(c => (country == null || c.Country == country) && (worker == null || numbers.Contains(c.WorkerNumber)))
            .Where(c => (state == null || c.State == state) && (office == null || c.Office == office) && (counsellor == null || c.Counsellor == counsellor))
            .Where(c => after == null || c.TriageOrder < after.Order || (c.TriageOrder == after.Order && c.Id > after.Id))
            .OrderByDescending(c => c.TriageOrder).ThenBy(c => c.Id)
            .Take(size)
            .ToListAsync(context.CancellationToken);

        foreach (var held in page)
            call.Disclose(held.WorkerNumber, "case", "return_reason", "vulnerability_signs");
        return new()
        {
            Cases = { page.Select(c => c.ToProto(Rules, words.ToRead(c), clock)) },
            NextPageToken = page.Count == size ? TriagePage.After(page[^1]) : "",
        };
    }
}
