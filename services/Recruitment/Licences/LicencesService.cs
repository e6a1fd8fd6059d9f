using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

/// <summary>The calls of protos/gms/recruitment/v1/licences.proto, one file each in this folder.</summary>
public sealed partial class LicencesService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Licences.LicencesBase
{
    async Task<Agency> FindAgency(Guid id, CancellationToken cancel)
    {
        var agency = await db.Agencies.Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(new() { Countries = [agency.Country], Agencies = [agency.Id] }, Problems.AgencyNotFound());
        return agency;
    }

    async Task<LicenceApplication> FindApplication(Guid id, CancellationToken cancel)
    {
        var application = await db.LicenceApplications.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refuse.NotFound(Problems.LicenceApplicationNotFound());
        call.MustReach(application.Reach, Problems.LicenceApplicationNotFound());
        return application;
    }

    /// <summary>How many branches act for it on a day: some deposits count them.</summary>
    Task<int> BranchesOn(Guid agency, DateOnly day, CancellationToken cancel) => db.Representatives.ActingOn(day).CountAsync(r => r.AgencyId == agency && r.Kind == RepresentativeKind.Branch, cancel);

    LicenceApplicationDecided Decided(LicenceApplication application) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = application.Id.ToString(),
        SubjectVersion = application.Version,
        ApplicationId = application.Id,
        AgencyId = application.AgencyId,
        Country = application.Country,
        Status = application.Status.ToString(),
        LicenceId = application.LicenceId,
    };
}
