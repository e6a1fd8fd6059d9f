using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.SuspendLicenceResponse> SuspendLicence(Proto.SuspendLicenceRequest request, ServerCallContext context)
    {
        var (agency, licence) = await FindLicence(Read.Id(request.LicenceId, "licence_id"), context.CancellationToken);
        var reason = Read.Text(request.Reason, "reason", 1000);
        var today = clock.TodayIn(agency.Country);
        var from = Read.OptionalDay(request.From, "from") ?? today;

        Refuse.IfAny(LicenceRules.ToSuspend(licence, from, today));

        foreach (var each in agency.WithRenewal(licence, today))
        {
            var first = from < each.ValidFrom ? each.ValidFrom : from;
            if (each != licence && LicenceRules.ToSuspend(each, first, today).Any())
                continue;    // a renewal that is stopped already
            agency.Suspend(each, first, reason);
            db.Publish(new AgencySuspended
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = clock.GetUtcNow(),
                SubjectId = agency.Id.ToString(),
                SubjectVersion = agency.Version,
                AgencyId = agency.Id,
                Country = agency.Country,
                LicenceId = each.Id,
                From = first,
            });
        }
        return await db.Commit(new Proto.SuspendLicenceResponse { State = licence.StateOn(today).ToProto() }, context.CancellationToken);
    }
}
