using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

partial class TrainersService
{
    public override async Task<Proto.CertifyTrainerResponse> CertifyTrainer(Proto.CertifyTrainerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var account = Read.Text(request.Account, "account", 64);
        var name = Read.Text(request.DisplayName, "display_name", 100);
        var level = Read.Value<Proto.TrainerLevel, TrainerLevel>(request.Level, "level");
        var languages = Languages.ReadAll(request.Languages, "languages");
        var from = Read.Day(request.ValidFrom, "valid_from");
        var until = Read.Day(request.ValidUntil, "valid_until");
        var trainer = await db.Trainers.Include(t => t.Certifications).SingleOrDefaultAsync(t => t.Country == country && t.Account == account, context.CancellationToken)
            ?? db.Add(new Trainer { Country = country, Account = account, DisplayName = name }).Entity;

        Refuse.IfAny(TrainerRules.ToCertify(trainer, call.Caller.Account, from, until));

        trainer.DisplayName = name;
        var certification = trainer.Certify(level, languages, from, until);
        db.Publish(Certified(trainer, certification));
        return await db.Commit(new Proto.CertifyTrainerResponse { TrainerId = trainer.Id.ToString(), CertificationId = certification.Id.ToString() }, context.CancellationToken);
    }

    TrainerCertified Certified(Trainer trainer, Certification certification) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = trainer.Id.ToString(),
        SubjectVersion = trainer.Version,
        TrainerId = trainer.Id,
        Country = trainer.Country,
        Level = certification.Level.ToString(),
        ValidFrom = certification.ValidFrom,
        ValidUntil = certification.ValidUntil,
    };
}
