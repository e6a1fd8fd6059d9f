using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Representatives;

/// <summary>The calls of protos/gms/recruitment/v1/representatives.proto, one file each in this folder.</summary>
public sealed partial class RepresentativesService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Representatives.RepresentativesBase
{
    async Task<Agency> FindAgency(Guid id, Func<Agency, Reach> reach, CancellationToken cancel)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(reach(agency), Problems.AgencyNotFound());
        return agency;
    }

    AgencyRepresented Represented(Representative one, Agency agency) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = one.Id.ToString(),
        SubjectVersion = one.Version,
        AgencyId = agency.Id,
        Country = agency.Country,
        RepresentativeId = one.Id,
        Kind = one.Kind.ToString(),
        From = one.From,
        LastDay = one.LastDay,
    };
}
