using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Gms.Platform;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Notes, indicators and readings as they are taken out.</summary>
static class ReadingExports
{
    public static ExportTable<DepartureOrientationDb> Notes { get; } = new ExportTable<DepartureOrientationDb, Of<CoachingNote>>
    {
        Name = "coaching-notes",
        Holds = "What coaches said about measures.",
        Permission = "action-plans.read",
        Table = "coaching_notes",
        Rows = db => from n in db.CoachingNotes join m in db.Measures on n.MeasureId equals m.Id select new Of<CoachingNote> { It = n, Country = m.Country },
        Key = new(r => r.It.Id),
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Columns =
        [
            new("id", "The note's id.", r => r.It.Id),
            new("measure_id", "The measure.", r => r.It.MeasureId),
            new("text", "The advice.", r => r.It.Text),
            new("at", "When.", r => r.It.At),
            new("account", "The account that wrote it.", r => r.It.Account),
            new("organisation", "That account's organisation.", r => r.It.Organisation),
        ],
    };

    public static ExportTable<DepartureOrientationDb> Indicators { get; } = new ExportTable<DepartureOrientationDb, Of<Indicator>>
    {
        Name = "indicators",
        Holds = "Figures of the registry that measures want to move.",
        Permission = "action-plans.read",
        Table = "indicators",
        Rows = db => from i in db.Indicators join m in db.Measures on i.MeasureId equals m.Id select new Of<Indicator> { It = i, Country = m.Country },
        Key = new(r => r.It.Id),
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Columns =
        [
            new("id", "The indicator's id.", r => r.It.Id),
            new("measure_id", "The measure.", r => r.It.MeasureId),
            new("code", "Which figure; what it counts is told by ListIndicators.", r => r.It.Code),
            new("year", "The year counted; empty for that of each reading.", r => r.It.Year),
            new("partner", "The other country of the corridor; empty for all.", r => r.It.Partner, CodeList.Countries),
            new("institution_kind", "Only institutions of this kind; empty for all.", r => r.It.InstitutionKind, CodeList.Of<InstitutionKind>()),
            new("province", "Only institutions of this province; empty for all.", r => r.It.Province, CodeList.Provinces),
            new("stage", "Only what is taught at this stage; empty for all.", r => r.It.Stage, CodeList.Of<Stage>()),
            new("target", "What the measure wants to reach.", r => r.It.Target),
        ],
    };

    public static ExportTable<DepartureOrientationDb> Readings { get; } = new ExportTable<DepartureOrientationDb, Of<Reading>>
    {
        Name = "indicator-readings",
        Holds = "Figures as they were computed on a day, or why they could not be.",
        Permission = "action-plans.read",
        Table = "indicator_readings",
        Rows = db => from r in db.Readings join i in db.Indicators on r.IndicatorId equals i.Id join m in db.Measures on i.MeasureId equals m.Id select new Of<Reading> { It = r, Country = m.Country },
        Key = new(r => r.It.Id),
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Columns =
        [
            new("id", "The reading's id.", r => r.It.Id),
            new("indicator_id", "The indicator.", r => r.It.IndicatorId),
            new("day", "As of which day.", r => r.It.Day),
            new("value", "The figure; empty when it is unknown.", r => r.It.Value),
            new("counted", "Of a share: how many of all.", r => r.It.Counted),
            new("of_all", "Of a share: how many there are.", r => r.It.Of),
            new("unknown_because", "Why it is unknown.", r => r.It.UnknownBecause),
            new("source", "Who was asked for what.", r => r.It.Source),
            new("taken_at", "When it was computed.", r => r.It.TakenAt),
            new("taken_by", "The account that asked for it.", r => r.It.TakenBy),
        ],
    };

    /// <summary>A row and whose measure it belongs to.</summary>
    internal sealed class Of<T>
    {
        public required T It { get; init; }

        public required string Country { get; init; }
    }
}
