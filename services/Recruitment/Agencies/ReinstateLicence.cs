using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.ReinstateLicenceResponse> ReinstateLicence(Proto.ReinstateLicenceRequest request, ServerCallContext context)
    {
        var (agency, licence) = await FindLicence(Read.Id(request.LicenceId, "licence_id"), context.CancellationToken);
        var today = clock.TodayIn(agency.Country);
        var from = Read.OptionalDay(request.From, "from") ?? today;

        Refuse.IfAny(LicenceRules.ToReinstate(licence, from, today));

        var ended = licence.Suspensions.Single(s => s.Until is null);
        foreach (var each in agency.WithRenewal(licence, today))
        {
            // Of a renewal only what came with this suspension: its own stays.
            var open = each == licence ? ended : each.Suspensions.SingleOrDefault(s => s.Until is null && s.From == each.ValidFrom && s.Reason == ended.Reason);
            if (open is null || each.RevokedFrom <= open.From)
                continue;
            agency.Reinstate(open, from);
            db.Publish(new AgencyReinstated
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = clock.GetUtcNow(),
                SubjectId = agency.Id.ToString(),
                SubjectVersion = agency.Version,
                AgencyId = agency.Id,
                Country = agency.Country,
                LicenceId = each.Id,
                From = each == licence ? from : open.From,
            });
        }
        return await db.Commit(new Proto.ReinstateLicenceResponse { State = licence.StateOn(today).ToProto() }, context.CancellationToken);
    }
}
