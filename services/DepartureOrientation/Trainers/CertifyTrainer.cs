using Gms.DepartureOrientation.Curricula;
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
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var account = Read.Text(request.Account, "account", 64);
        var training = Read.OptionalId(request.TrainingSessionId, "training_session_id") is { } session ? await Training(session, account, cancel) : null;
        var name = training is null ? Read.Text(request.DisplayName, "display_name", 100) : Read.OptionalText(request.DisplayName, "display_name", 100) ?? training.Trainee?.DisplayName ?? "";
        var institution = await InstitutionOf(request, cancel) ?? training?.Trainee?.InstitutionId;
        var certification = await ReadCertification(request, country, training, cancel);
        var trainer = await db.Trainers.Include(t => t.Certifications).SingleOrDefaultAsync(t => t.Country == country && t.Account == account, cancel)
            ?? db.Add(new Trainer { Country = country, Account = account, DisplayName = name }).Entity;

        Refuse.IfAny([.. TrainerRules.ToCertify(trainer, call.Caller.Account, certification), .. training is null ? [] : TrainerRules.ByTraining(trainer, training, certification.ValidFrom)]);

        trainer.DisplayName = name;
        trainer.InstitutionId = institution ?? trainer.InstitutionId;
        trainer.Certify(certification);
        db.Publish(Certified(trainer, certification));
        return await db.Commit(new Proto.CertifyTrainerResponse { TrainerId = trainer.Id.ToString(), CertificationId = certification.Id.ToString() }, cancel);
    }

    async Task<Guid?> InstitutionOf(Proto.CertifyTrainerRequest request, CancellationToken cancel)
    {
        if (Read.OptionalId(request.InstitutionId, "institution_id") is not { } id)
            return null;
        return await db.Institutions.AnyAsync(i => i.Id == id, cancel) ? id : throw Refuse.NotFound(Problems.InstitutionNotFound());
    }

    async Task<Certification> ReadCertification(Proto.CertifyTrainerRequest request, string country, Training? training, CancellationToken cancel)
    {
        if (training is not null && (request.Evidence.Length > 0 || request.CurriculumIds.Count > 0))
            throw Refuse.NotNow(Problems.TrainerByTrainingOrEvidence());
        return new()
        {
            Level = Read.Value<Proto.TrainerLevel, TrainerLevel>(request.Level, "level"),
            Languages = Languages.ReadAll(request.Languages, "languages"),
            ValidFrom = Read.Day(request.ValidFrom, "valid_from"),
            ValidUntil = Read.Day(request.ValidUntil, "valid_until"),
            TrainingSessionId = training?.Session.Id,
            Evidence = training is null ? Read.Text(request.Evidence, "evidence") : null,
            Modules = [.. (training is null ? await ModulesBehindEvidence(request, country, cancel) : await ModulesTaught(training, cancel)).Select(m => new CertifiedModule { Module = m })],
        };
    }

    /// <summary>What a root may teach: the modules of the curricula named, else whatever the country has published by now.</summary>
    async Task<List<Module>> ModulesBehindEvidence(Proto.CertifyTrainerRequest request, string country, CancellationToken cancel)
    {
        Guid[] curricula = [.. request.CurriculumIds.Take(Read.Entries(request.CurriculumIds.Count, "curriculum_ids", 0, 60)).Select((id, i) => Read.Id(id, $"curriculum_ids[{i}]")).Distinct()];
        if (await db.Curricula.CountAsync(c => curricula.Contains(c.Id), cancel) < curricula.Length)
            throw Refuse.NotFound(Problems.CurriculumNotFound());
        return curricula.Length == 0
            ? await db.Modules.Where(m => m.Country == country).ToListAsync(cancel)
            : await db.Curricula.Where(c => curricula.Contains(c.Id)).SelectMany(c => c.Modules).Select(m => m.Module).Distinct().ToListAsync(cancel);
    }

    async Task<List<Module>> ModulesTaught(Training training, CancellationToken cancel) =>
        await db.Curricula.Where(c => c.Id == training.Session.CurriculumId).SelectMany(c => c.Modules).Select(m => m.Module).ToListAsync(cancel);

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
