using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    const int MostReasons = 10;

    public override async Task<Proto.RefuseLicenceResponse> RefuseLicence(Proto.RefuseLicenceRequest request, ServerCallContext context)
    {
        if (request.Reasons.Count == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("reasons"));
        Read.Entries(request.Reasons.Count, "reasons", 1, MostReasons);
        IReadOnlyList<string> reasons = [.. request.Reasons.Select((r, i) => Read.Text(r, $"reasons[{i}]", 500))];
        var application = await FindApplication(Read.Id(request.ApplicationId, "application_id"), context.CancellationToken);
        call.MustReach(Reach.Country(application.Country), "application_id");

        Refuse.IfAny(ApplicationRules.ToDecide(application, call.Caller.Account));

        application.Refuse(reasons, clock.TodayIn(application.Country));
        db.Publish(Decided(application));
        return await db.Commit(new Proto.RefuseLicenceResponse { Status = application.Status.ToProto() }, context.CancellationToken);
    }
}
