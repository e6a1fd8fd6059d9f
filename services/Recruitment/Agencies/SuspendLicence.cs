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

        agency.Suspend(licence, from, reason);
        db.Publish(new AgencySuspended
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = agency.Id.ToString(),
            SubjectVersion = agency.Version,
            AgencyId = agency.Id,
            Country = agency.Country,
            LicenceId = licence.Id,
            From = from,
        });
        return await db.Commit(new Proto.SuspendLicenceResponse { State = licence.StateOn(today).ToProto() }, context.CancellationToken);
    }
}
