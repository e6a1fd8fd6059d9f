using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

partial class EmployersService
{
    public override async Task<Proto.AccreditEmployerResponse> AccreditEmployer(Proto.AccreditEmployerRequest request, ServerCallContext context)
    {
        var reference = Read.Text(request.Reference, "reference", 60);
        var from = Read.OptionalDay(request.From, "from");
        var lastDay = Read.OptionalDay(request.LastDay, "last_day");

        var employer = await Say(Read.Id(request.EmployerId, "employer_id"), (of, today) => new()
        {
            EmployerId = of.Id,
            Number = of.Standings.Count + 1,
            Standing = EmployerStanding.Accredited,
            From = from ?? today,
            LastDay = lastDay,
            Reference = reference,
            RecordedAt = clock.GetUtcNow(),
        }, context.CancellationToken);
        return await db.Commit(new Proto.AccreditEmployerResponse { Standing = Today(employer) }, context.CancellationToken);
    }
}
