using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Skills;

/// <summary>What workers learned abroad as they are taken out.</summary>
static class SkillExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<Skill>>
    {
        Name = "skills",
        Holds = "What workers learned abroad.",
        Permission = "skills.read",
        Table = "skills",
        Rows = db => db.Skills.Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<Skill> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<Skill>(),
        OfOrganisation = ExportOfCase.Own,
        Changed = (rows, since) => rows.Where(r => r.Row.Id >= since.FirstId),
        LeavesOut = new Dictionary<string, string> { ["certificates_encrypted"] = "Given readable as certificates." },
        Columns =
        [
            .. ExportOfCase.Columns<Skill>(x => x.Id),
            new("occupation", "ISCO-08 unit group.", r => r.Row.Occupation),
            new("months", "How long it was practised.", r => r.Row.Months),
            new("learned_in", "The country.", r => r.Row.LearnedIn, CodeList.Countries),
            new("certificates", "As they are called on paper.", (r, services) => services.WordsOf(r.Case).ReadAll(r.Row.CertificatesEncrypted, r.Row.Id)),
            new("recorded_on", "The day.", r => r.Row.RecordedOn),
            new("recorded_by", "The account.", r => r.Row.RecordedBy),
        ],
    };
}
