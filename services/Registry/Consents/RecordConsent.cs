using Gms.Events.Registry;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Consents;

partial class ConsentsService
{
    public override async Task<Proto.RecordConsentResponse> RecordConsent(Proto.RecordConsentRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var consent = new Consent
        {
            WorkerNumber = number,
            Country = await HolderOf(number, context.CancellationToken),
            Purpose = Read.Value<Purpose, Purpose>(request.Purpose, "purpose"),
            GivenTo = Read.Text(request.GivenTo, "given_to", 100),
            TextVersion = Read.Number(request.TextVersion, "text_version", 1, 1000),
            Language = Read.Text(request.Language, "language", 35),
            Manner = Read.Value<Proto.ConsentManner, ConsentManner>(request.Manner, "manner"),
            EvidenceReference = Read.OptionalText(request.EvidenceReference, "evidence_reference", 100),
            GivenAt = clock.GetUtcNow(),
        };
        call.MustReach(Reach(consent), Problems.ConsentWorkerUnknown());

        Refuse.IfAny(ConsentRules.ToRecord(consent, purposes, call.Caller.Worker is not null));

        db.Consents.Add(consent);
        db.Publish(Given(consent));
        call.Disclose(number, "consents");
        return await db.Commit(new Proto.RecordConsentResponse { ConsentId = consent.Id.ToString() }, context.CancellationToken);
    }

    static ConsentGiven Given(Consent consent) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = consent.GivenAt,
        SubjectId = consent.Id.ToString(),
        SubjectVersion = consent.Version,
        WorkerNumber = consent.WorkerNumber,
        Country = consent.Country,
        ConsentId = consent.Id,
        Purpose = consent.Purpose.Name(),
        OrganisationId = consent.GivenTo,
        TextVersion = consent.TextVersion,
    };
}
