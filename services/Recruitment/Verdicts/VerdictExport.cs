using Gms.Platform;

namespace Gms.Recruitment.Verdicts;

/// <summary>Kept verdicts as they are taken out: by whoever keeps them, and by the worker whose recruitment one is about.</summary>
static class VerdictExport
{
    public static ExportTable<RecruitmentDb> Verdicts { get; } = new ExportTable<RecruitmentDb, KeptVerdict>
    {
        Name = "verdicts",
        Holds = "Signed verdicts that agencies and offices keep as evidence of having looked.",
        Permission = "verdicts.read",
        Table = "verdicts",
        Rows = db => db.Verdicts,
        Key = new(v => v.Id),
        Worker = v => v.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(v => v.KeeperCountry == country),
        OfAgency = (_, rows, agency) => rows.Where(v => v.AgencyId == agency),
        Changed = (rows, since) => rows.Where(v => since.Subjects.Contains(v.Id.ToString())),
        LeavesOut = new Dictionary<string, string> { ["signed"] = "Bytes, which are checked whole: Verdicts.GetVerdict answers them." },
        Columns =
        [
            new("id", "The verdict's id.", v => v.Id),
            new("kind", "On whom it is.", v => v.Kind, CodeList.Of<VerdictKind>()),
            new("subject_id", "The contract, agency or employer.", v => v.SubjectId),
            new("worker_number", "Of a recruitment, whose; empty for the others.", v => v.WorkerNumber),
            new("country", "The country that signed it.", v => v.Country, CodeList.Countries),
            new("as_of", "The day it is about.", v => v.AsOf),
            new("pass", "How many checks passed.", v => v.Pass),
            new("fail", "How many failed.", v => v.Fail),
            new("unknown", "Of how many facts are missing.", v => v.Unknown),
            new("not_applicable", "How many do not apply.", v => v.NotApplicable),
            new("kept_for", "For what it is kept.", v => v.KeptFor),
            new("agency_id", "The agency that keeps it; empty when an office does.", v => v.AgencyId),
            new("organisation", "The organisation that keeps it.", v => v.Organisation),
            new("keeper_country", "The keeper's country.", v => v.KeeperCountry, CodeList.Countries),
            new("kept_at", "When.", v => v.KeptAt),
        ],
    };
}
