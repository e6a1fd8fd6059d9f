using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

partial class VerdictsService
{
    public override async Task<Proto.ListVerdictsResponse> ListVerdicts(Proto.ListVerdictsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var agency = Read.OptionalId(request.AgencyId, "agency_id") ?? call.Caller.Agency;
        var subject = Read.OptionalId(request.SubjectId, "subject_id");
        var (country, organisation) = (call.Caller.Country, call.Caller.Organisation);

        var mine = call.Caller.Agency is { } own
            ? db.Verdicts.Where(v => v.AgencyId == own)
            : db.Verdicts.Where(v => country == null || v.KeeperCountry == country || (organisation != "" && v.Organisation == organisation));
        var page = await mine.AsNoTracking()
            .Where(v => (agency == null || v.AgencyId == agency) && (subject == null || v.SubjectId == subject) && v.Id > after)
            .OrderBy(v => v.Id).Take(size + 1).ToListAsync(cancel);

        var shown = page.Take(size).Where(v => call.Reaches(v.Reach)).ToList();
        foreach (var worker in shown.Select(v => v.WorkerNumber).OfType<string>().Distinct())
            call.Disclose(worker, "recruitment_verdict");
        return new() { Verdicts = { shown.Select(v => v.ToProto()) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
