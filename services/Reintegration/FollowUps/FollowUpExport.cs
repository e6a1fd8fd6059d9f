using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.FollowUps;

/// <summary>How it went months after the return as they are taken out.</summary>
static class FollowUpExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<FollowUp>>
    {
        Name = "follow-ups",
        Holds = "How it went months after the return.",
        Permission = "follow-ups.read",
        Table = "follow_ups",
        Rows = db => db.FollowUps.Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<FollowUp> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<FollowUp>(),
        OfOrganisation = ExportOfCase.Own,
        Changed = (rows, since) => rows.Where(r => r.Row.Id >= since.FirstId),
        Columns =
        [
            .. ExportOfCase.Columns<FollowUp>(x => x.Id),
            new("month", "Months after the return.", r => r.Row.Month),
            new("asked_on", "The day.", r => r.Row.AskedOn),
            new("assessment_id", "The answers behind it.", r => r.Row.AssessmentId),
            new("economic", "0 to 100.", r => r.Row.Economic),
            new("social", "0 to 100.", r => r.Row.Social),
            new("psychosocial", "0 to 100.", r => r.Row.Psychosocial),
            new("total", "0 to 100.", r => r.Row.Total),
            new("intention", "Whether the worker wants to leave again.", r => r.Row.Intention, CodeList.Of<Intention>()),
            new("recorded_by", "The account.", r => r.Row.RecordedBy),
        ],
    };
}
