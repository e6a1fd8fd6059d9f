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

        var ended = trainer.Withdraw(from, reason);
        db.Publish(Withdrawn(trainer, from));
        return await db.Commit(new Proto.WithdrawTrainerResponse { TrainerId = trainer.Id.ToString(), Ended = ended }, context.CancellationToken);
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
