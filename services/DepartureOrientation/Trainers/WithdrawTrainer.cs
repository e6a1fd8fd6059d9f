using Gms.DepartureOrientation.Withdrawals;
using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

partial class TrainersService
{
    public override async Task<Proto.WithdrawTrainerResponse> WithdrawTrainer(Proto.WithdrawTrainerRequest request, ServerCallContext context)
    {
        var from = Read.Day(request.From, "from");
        var reason = Read.Value<Proto.WithdrawalReason, WithdrawalReason>(request.Reason, "reason");
        var trainer = await Find(db.Trainers, Read.Id(request.TrainerId, "trainer_id"), context.CancellationToken);

        Refuse.IfAny(TrainerRules.ToWithdraw(trainer, from));

        var withdrawal = await Listed(trainer, from, reason, context.CancellationToken);
        var ended = trainer.Withdraw(from, reason);
        db.Publish(Withdrawn(trainer, from));
        return await db.Commit(new Proto.WithdrawTrainerResponse { TrainerId = trainer.Id.ToString(), Ended = ended, WithdrawalId = withdrawal.Id.ToString() }, context.CancellationToken);
    }

    /// <summary>What rests on the trainer from that day on, for officers to decide.</summary>
    async Task<Withdrawal> Listed(Trainer trainer, DateOnly from, WithdrawalReason reason, CancellationToken cancel)
    {
        var withdrawal = db.Add(new Withdrawal
        {
            Country = trainer.Country,
            TrainerId = trainer.Id,
            FromDay = from,
            Reason = reason.ToString(),
            WithdrawnBy = call.Caller.Account,
            WithdrawnAt = clock.GetUtcNow(),
        }).Entity;
        await db.ListFallout(withdrawal, cancel);
        return withdrawal;
    }

    TrainerWithdrawn Withdrawn(Trainer trainer, DateOnly from) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = trainer.Id.ToString(),
        SubjectVersion = trainer.Version,
        TrainerId = trainer.Id,
        Country = trainer.Country,
        From = from,
    };
}
