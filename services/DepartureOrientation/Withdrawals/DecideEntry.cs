using Gms.DepartureOrientation.Certificates;
using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    public override async Task<Proto.DecideEntryResponse> DecideEntry(Proto.DecideEntryRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.EntryId, "entry_id");
        var decision = Read.Value<Proto.WithdrawalDecision, WithdrawalDecision>(request.Decision, "decision");
        var reason = Read.Lines(request.Reason, "reason", 400);
        var entry = await db.Set<WithdrawalEntry>().SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw Refuse.NotFound(Problems.WithdrawalEntryNotFound());
        call.MustReach(Reach.Country(entry.Country), Problems.WithdrawalEntryNotFound());

        Refuse.IfAny(WithdrawalRules.ToDecide(entry, decision));

        entry.Decide(decision, reason, call.Caller.Account, clock.TodayIn(entry.Country));
        if (decision == WithdrawalDecision.Revoked)
            await (entry.Kind == WithdrawalEntryKind.Certificate ? RevokeCertificate(entry, cancel) : Annul(entry, cancel));
        var left = await db.Set<WithdrawalEntry>().CountAsync(e => e.WithdrawalId == entry.WithdrawalId && e.Decision == null && e.Id != entry.Id, cancel)
            + db.ChangeTracker.Entries<WithdrawalEntry>().Count(e => e.State == EntityState.Added);
        return await db.Commit(new Proto.DecideEntryResponse { Undecided = left }, cancel);
    }

    /// <summary>As Certificates.RevokeCertificate; what was revoked meanwhile stays as it is.</summary>
    async Task RevokeCertificate(WithdrawalEntry entry, CancellationToken cancel)
    {
        var certificate = await db.Certificates.SingleAsync(c => c.Id == entry.SubjectId, cancel);
        if (!certificate.State.CanBecome(CertificateState.Revoked))
            return;
        var ofTrainer = await db.Withdrawals.Where(w => w.Id == entry.WithdrawalId).Select(w => w.TrainerId != null).SingleAsync(cancel);
        certificate.Revoke(clock.TodayIn(certificate.Country), ofTrainer ? RevocationReason.TrainerWithdrawn : RevocationReason.ModuleWithdrawn);
        db.Publish(CertificateEvents.Revoked(certificate, clock.GetUtcNow()));
        call.Disclose(certificate.WorkerNumber, "certificate_revocation");
    }

    async Task Annul(WithdrawalEntry entry, CancellationToken cancel)
    {
        var trainer = await db.Trainers.Include(t => t.Certifications).SingleAsync(t => t.Certifications.Any(c => c.Id == entry.SubjectId), cancel);
        var certification = trainer.Certifications.Single(c => c.Id == entry.SubjectId);
        if (!certification.HoldsOnOrAfter(certification.ValidFrom))
            return;
        // What was planned and issued by it since the list was made falls with it: seen while it still holds.
        await db.ListFallout(await db.Withdrawals.SingleAsync(w => w.Id == entry.WithdrawalId, cancel), cancel);
        trainer.Annul(certification);
        db.Publish(new CertificationWithdrawn
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = clock.GetUtcNow(),
            SubjectId = trainer.Id.ToString(),
            SubjectVersion = trainer.Version,
            TrainerId = trainer.Id,
            CertificationId = certification.Id,
            Country = trainer.Country,
            From = certification.ValidFrom,
        });
    }
}
