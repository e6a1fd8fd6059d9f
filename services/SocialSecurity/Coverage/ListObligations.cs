using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    public override Task<Proto.ListObligationsResponse> ListObligations(Proto.ListObligationsRequest request, ServerCallContext context)
    {
        if (request.Nationality.Length == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("nationality"));
        var job = ReadJob(request.Country, request.EmploymentType, request.Channel, request.Nationality, request.Day);

        var obligations = ObligationRules.Of(book.Concerning(job).Select(s => Position.Of(s, job, []))).ToList();
        return Task.FromResult(new Proto.ListObligationsResponse
        {
            Obligations = { obligations.Select(p => p.ToObligation(job.Day)) },
            Checks = { ObligationRules.ToDepart(obligations, job) },
        });
    }
}
