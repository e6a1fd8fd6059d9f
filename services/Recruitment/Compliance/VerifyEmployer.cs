using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    public override async Task<Proto.VerifyEmployerResponse> VerifyEmployer(Proto.VerifyEmployerRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = PartyQuestion.Of(request, clock);

        await using var known = await Known(request.KnownAt, cancel);
        var facts = await parties.EmployerFromFacts(asked.Id, asked.AsOf, call.Caller.Agency is not null, cancel) ?? throw Refuse.NotFound(Problems.EmployerNotFound());

        var checks = PartyVerdict.Of(facts);
        return new() { Checks = { checks }, Counts = Count(checks), Recruitments = RecruitmentsOf(facts.Record), Country = facts.Employer.Country, AsOf = asked.AsOf.ToProto(), VerifiedAt = clock.GetUtcNow().ToTimestamp() };
    }
}
