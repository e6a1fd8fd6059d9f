using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

partial class TrainersService
{
    public override async Task<Proto.GetTrainerResponse> GetTrainer(Proto.GetTrainerRequest request, ServerCallContext context)
    {
        var trainer = await Find(db.Trainers.AsNoTracking(), Read.Id(request.TrainerId, "trainer_id"), context.CancellationToken);
        return new() { Trainer = trainer.ToProto(clock.TodayIn(trainer.Country)) };
    }
}
