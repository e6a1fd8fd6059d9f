using Gms.Events.Registry;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Consents;

partial class ConsentsService
{
    public override async Task<Proto.WithdrawConsentResponse> WithdrawConsent(Proto.WithdrawConsentRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.ConsentId, "consent_id");
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ConsentUnknown());
        call.MustReach(Reach(consent), Problems.ConsentUnknown());

        Refuse.IfAny(ConsentRules.ToWithdraw(consent));

        consent.Withdraw(clock.GetUtcNow());
        db.Publish(Withdrawn(consent));
        call.Disclose(consent.WorkerNumber, "consents");
        return await db.Commit(new Proto.WithdrawConsentResponse { ConsentId = consent.Id.ToString() }, context.CancellationToken);
    }

    static ConsentWithdrawn Withdrawn(Consent consent) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = consent.WithdrawnAt!.Value,
        SubjectId = consent.Id.ToString(),
        SubjectVersion = consent.Version,
        WorkerNumber = consent.WorkerNumber,
        Country = consent.Country,
        ConsentId = consent.Id,
        Purpose = consent.Purpose.Name(),
        OrganisationId = consent.GivenTo,
    };
}
