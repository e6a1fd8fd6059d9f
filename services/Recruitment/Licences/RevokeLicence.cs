using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Agencies;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    public override async Task<Proto.RevokeLicenceResponse> RevokeLicence(Proto.RevokeLicenceRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.LicenceId, "licence_id");
        var reason = Read.Text(request.Reason, "reason", 1000);
        var agency = await db.Agencies.Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Licences.Any(l => l.Id == id), cancel)
            ?? throw Refuse.NotFound(Problems.LicenceNotFound());
        call.MustReach(Reach.Country(agency.Country), Problems.LicenceNotFound());
        var licence = agency.Licences.Single(l => l.Id == id);
        var today = clock.TodayIn(agency.Country);
        var from = Read.OptionalDay(request.From, "from") ?? today;

        Refuse.IfAny(ApplicationRules.ToRevoke(licence, from, today));

        foreach (var each in agency.WithRenewal(licence, today).Where(l => !(l.RevokedFrom <= from)))
        {
            agency.Revoke(each, from, reason);
            db.Publish(new LicenceRevoked
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = clock.GetUtcNow(),
                SubjectId = agency.Id.ToString(),
                SubjectVersion = agency.Version,
                AgencyId = agency.Id,
                Country = agency.Country,
                LicenceId = each.Id,
                From = from,
            });
        }
        return await db.Commit(new Proto.RevokeLicenceResponse { State = licence.StateOn(today).ToProto() }, cancel);
    }
}
