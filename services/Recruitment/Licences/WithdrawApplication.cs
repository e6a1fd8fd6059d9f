using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    public override async Task<Proto.WithdrawApplicationResponse> WithdrawApplication(Proto.WithdrawApplicationRequest request, ServerCallContext context)
    {
        var application = await FindApplication(Read.Id(request.ApplicationId, "application_id"), context.CancellationToken);
        if (application.Status != ApplicationStatus.Applied)
            throw Refuse.NotNow(Problems.LicenceApplicationDecided(application.Status));

        application.Withdraw(clock.TodayIn(application.Country));
        db.Publish(Decided(application));
        return await db.Commit(new Proto.WithdrawApplicationResponse { Status = application.Status.ToProto() }, context.CancellationToken);
    }
}
