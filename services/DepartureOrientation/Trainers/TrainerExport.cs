using Gms.Platform;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>Trainers as they are taken out. An institution has those who teach its sessions.</summary>
static class TrainerExport
{
    public static ExportTable<DepartureOrientationDb> Trainers { get; } = new ExportTable<DepartureOrientationDb, Trainer>
    {
        Name = "trainers",
        Holds = "Who may teach orientation.",
        Permission = "trainers.read",
        Table = "trainers",
        Rows = db => db.Trainers,
        Key = new(t => t.Id),
        OfCountry = (_, rows, country) => rows.Where(t => t.Country == country),
        OfOrganisation = (db, rows, caller) => rows.Where(t => db.Sessions.Any(s => s.TrainerId == t.Id && s.Institution.Organisation == caller.Organisation)),
        Changed = (rows, since) => rows.Where(t => since.Subjects.Contains(t.Id.ToString())),
        Columns =
        [
            new("id", "The trainer's id.", t => t.Id),
            new("country", "The country that holds the record.", t => t.Country, CodeList.Countries),
            new("account", "The trainer's account.", t => t.Account),
            new("display_name", "The name shown.", t => t.DisplayName),
            new("institution_id", "Where the trainer works.", t => t.InstitutionId),
            new("version", "Counts certifications and withdrawals.", t => t.Version),
        ],
    };
}
