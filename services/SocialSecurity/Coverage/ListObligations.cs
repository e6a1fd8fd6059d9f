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

        var plan = plans.Of(job);
        var obligations = ObligationRules.Of(plan.Positions([])).ToList();
        return Task.FromResult(new Proto.ListObligationsResponse
        {
            Obligations = { obligations.Select(plan.Shown) },
            Checks = { ObligationRules.ToDepart(obligations, job) },
        });
    }
}
