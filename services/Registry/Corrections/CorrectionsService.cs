using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

/// <summary>The calls of protos/gms/registry/v1/corrections.proto, one file each in this folder.</summary>
sealed partial class CorrectionsService(RegistryDb db, Call call, PersonKeys keys, DuplicateCheck duplicates, TimeProvider clock) : Proto.Corrections.CorrectionsBase
{
    async Task<Correction> Find(string id, CancellationToken cancel)
    {
        var correctionId = Read.Id(id, "correction_id");
        var correction = await db.Corrections.SingleOrDefaultAsync(c => c.Id == correctionId, cancel) ?? throw Refuse.NotFound(Problems.CorrectionNotFound());
        call.MustReach(Reach.Country(correction.Country), Problems.CorrectionNotFound());
        return correction;
    }

    /// <summary>Puts the new value on the record, and asks an officer about whom the person resembles now.</summary>
    async Task Apply(Correction correction, FactValue value, Worker worker, string? by, CancellationToken cancel)
    {
        value.PutOn(worker);
        correction.Apply(by, clock.GetUtcNow());
        db.Publish(new WorkerCorrected
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = worker.WorkerNumber,
            SubjectVersion = worker.NextVersion(),
            WorkerNumber = worker.WorkerNumber,
            Country = worker.Country,
            CorrectionId = correction.Id,
            Fact = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(correction.Fact.ToString()),
            EffectiveOn = correction.EffectiveOn,
        });
        await duplicates.LookAgain(worker, keys.Open(worker.PersonKey, worker.Id), cancel);
    }

    static Proto.Correction ToProto(Correction correction, PersonCipher person)
    {
        var (old, value) = (Decrypted(correction.OldEncrypted, correction, person), Decrypted(correction.NewEncrypted, correction, person));
        return new()
        {
            CorrectionId = correction.Id.ToString(),
            WorkerNumber = correction.WorkerNumber,
            Fact = System.Enum.Parse<Proto.CorrectedFact>(correction.Fact.ToString()),
            OldValue = old?.ToProto(),
            NewValue = value?.ToProto(),
            Reason = System.Enum.Parse<Proto.CorrectionReason>(correction.Reason.ToString()),
            Explanation = correction.Explanation ?? "",
            Evidence = System.Enum.Parse<Proto.Evidence>(correction.Evidence.ToString()),
            EvidenceReference = correction.EvidenceReference ?? "",
            EffectiveOn = correction.EffectiveOn?.ToProto(),
            State = ToProto(correction.State),
            ProposedBy = correction.ProposedBy,
            ProposedAt = correction.ProposedAt.ToTimestamp(),
            DecidedBy = correction.DecidedBy ?? "",
            DecidedAt = correction.DecidedAt?.ToTimestamp(),
            RejectionReason = correction.RejectionReason ?? "",
        };
    }

    /// <summary>Null when the person's key was destroyed.</summary>
    static FactValue? Decrypted(byte[] value, Correction correction, PersonCipher person) =>
        person.Decrypt(value, correction.Id) is { } json ? FactValue.FromJson(json, correction.Fact) : null;

    static Proto.CorrectionState ToProto(CorrectionState state) => System.Enum.Parse<Proto.CorrectionState>(state.ToString());
}
