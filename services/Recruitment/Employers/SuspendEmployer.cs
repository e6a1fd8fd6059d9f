using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

partial class EmployersService
{
    public override async Task<Proto.SuspendEmployerResponse> SuspendEmployer(Proto.SuspendEmployerRequest request, ServerCallContext context)
    {
        var reason = Read.Text(request.Reason, "reason", 1000);
        var from = Read.OptionalDay(request.From, "from");

        var employer = await Say(Read.Id(request.EmployerId, "employer_id"), (of, today) => Stopped(of, EmployerStanding.Suspended, from ?? today, reason), context.CancellationToken);
        return await db.Commit(new Proto.SuspendEmployerResponse { Standing = Today(employer) }, context.CancellationToken);
    }
}
