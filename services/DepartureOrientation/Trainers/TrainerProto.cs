using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>How trainers are shown.</summary>
static class TrainerProto
{
    public static Proto.Trainer ToProto(this Trainer trainer, DateOnly today) => new()
    {
        TrainerId = trainer.Id.ToString(),
        Country = trainer.Country,
        Account = trainer.Account,
        DisplayName = trainer.DisplayName,
        Certifications = { trainer.Certifications.OrderBy(c => c.ValidFrom).Select(ToProto) },
        CertifiedToday = trainer.CertifiedFor(today, today) is not null,
        InstitutionId = trainer.InstitutionId?.ToString() ?? "",
    };

    static Proto.Certification ToProto(Certification certification) => new()
    {
        CertificationId = certification.Id.ToString(),
        Level = certification.Level.ToProto(),
        Languages = { certification.Languages },
        ValidFrom = certification.ValidFrom.ToProto(),
        ValidUntil = certification.ValidUntil.ToProto(),
        WithdrawnFrom = certification.WithdrawnFrom?.ToProto(),
        WithdrawalReason = certification.WithdrawalReason?.ToProto() ?? Proto.WithdrawalReason.Unspecified,
        TrainingSessionId = certification.TrainingSessionId?.ToString() ?? "",
        Evidence = certification.Evidence ?? "",
        Modules =
        {
            certification.Modules.OrderBy(m => m.Module.Code, StringComparer.Ordinal).ThenBy(m => m.Module.Version)
                .Select(m => new Proto.CertifiedModule { Code = m.Module.Code, Version = m.Module.Version, Stage = m.Module.Stage.ToProto() }),
        },
    };

    public static Proto.TrainerLevel ToProto(this TrainerLevel level) => level switch
    {
        TrainerLevel.Trainer => Proto.TrainerLevel.Trainer,
        TrainerLevel.MasterTrainer => Proto.TrainerLevel.MasterTrainer,
    };

    public static Proto.WithdrawalReason ToProto(this WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.OwnWish => Proto.WithdrawalReason.OwnWish,
        WithdrawalReason.Quality => Proto.WithdrawalReason.Quality,
        WithdrawalReason.FalseRecords => Proto.WithdrawalReason.FalseRecords,
        WithdrawalReason.Misconduct => Proto.WithdrawalReason.Misconduct,
        WithdrawalReason.TrainingFell => Proto.WithdrawalReason.TrainingFell,
    };
}
