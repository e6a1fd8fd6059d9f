using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>The calls of protos/gms/departure_orientation/v1/trainers.proto, one file each in this folder.</summary>
public sealed partial class TrainersService(DepartureOrientationDb db, Call call, TimeProvider clock) : Proto.Trainers.TrainersBase
{
    async Task<Trainer> Find(IQueryable<Trainer> trainers, Guid id, CancellationToken cancel)
    {
        var trainer = await trainers.Include(t => t.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module).SingleOrDefaultAsync(t => t.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.TrainerNotFound());
        call.MustReach(Reach.Country(trainer.Country), Problems.TrainerNotFound());
        return trainer;
    }
}
