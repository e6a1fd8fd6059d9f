using Gms.Platform;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>Trainers' certifications as they are taken out.</summary>
static class CertificationExport
{
    public static ExportTable<DepartureOrientationDb> Certifications { get; } = new ExportTable<DepartureOrientationDb, CertificationOfTrainer>
    {
        Name = "trainer-certifications",
        Holds = "For which days, at which level and in which languages a trainer may teach.",
        Permission = "trainers.read",
        Table = "certifications",
        Within = ["certification_modules"],
        Rows = db => db.Trainers.SelectMany(t => t.Certifications, (t, c) => new CertificationOfTrainer
        {
            Certification = c,
            TrainerId = t.Id,
            Country = t.Country,
            Modules = c.Modules.OrderBy(m => m.Module.Code).ThenBy(m => m.Module.Version).Select(m => m.Module.Code + " " + m.Module.Version).ToList(),
        }),
        Key = new(r => r.Certification.Id),
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        OfOrganisation = (db, rows, caller) => rows.Where(r => db.Sessions.Any(s => s.TrainerId == r.TrainerId && s.Institution.Organisation == caller.Organisation)),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.TrainerId.ToString())),
        Columns =
        [
            new("id", "The certification's id.", r => r.Certification.Id),
            new("trainer_id", "The trainer.", r => r.TrainerId),
            new("level", "What the trainer may teach.", r => r.Certification.Level, CodeList.Of<TrainerLevel>()),
            new("languages", "In which languages, BCP 47.", r => r.Certification.Languages),
            new("valid_from", "The first day.", r => r.Certification.ValidFrom),
            new("valid_until", "The last day, unless withdrawn.", r => r.Certification.ValidUntil),
            new("training_session_id", "The training of trainers by which it was earned; empty at the root of a cascade.", r => r.Certification.TrainingSessionId),
            new("evidence", "At the root of a cascade: the paper behind it.", r => r.Certification.Evidence),
            new("modules", "The module versions it covers.", r => r.Modules),
            new("withdrawn_from", "The first day on which it no longer holds.", r => r.Certification.WithdrawnFrom),
            new("withdrawal_reason", "Why it was withdrawn.", r => r.Certification.WithdrawalReason, CodeList.Of<WithdrawalReason>()),
        ],
    };

    /// <summary>A certification and whose it is.</summary>
    internal sealed class CertificationOfTrainer
    {
        public required Certification Certification { get; init; }

        public required Guid TrainerId { get; init; }

        public required string Country { get; init; }

        public required List<string> Modules { get; init; }
    }
}
