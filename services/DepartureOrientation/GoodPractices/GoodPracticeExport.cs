using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;

namespace Gms.DepartureOrientation.GoodPractices;

/// <summary>Good practices as they are taken out: a ministry has its own country's. All six are read by ListPractices.</summary>
static class GoodPracticeExport
{
    public static ExportTable<DepartureOrientationDb> Practices { get; } = new ExportTable<DepartureOrientationDb, GoodPractice>
    {
        Name = "good-practices",
        Holds = "What a country did that others may take up.",
        Permission = "good-practices.read",
        Table = "good_practices",
        Rows = db => db.GoodPractices,
        Key = new(p => p.Id),
        OfCountry = (_, rows, country) => rows.Where(p => p.Country == country),
        Columns =
        [
            new("id", "The practice's id.", p => p.Id),
            new("country", "Whose it is.", p => p.Country, CodeList.Countries),
            new("title", "What it is.", p => p.Title),
            new("text", "What was done, for whom, and what came of it.", p => p.Text),
            new("topic", "What it is about.", p => p.Topic, CodeList.Of<Topic>()),
            new("evidence", "What shows that it works; empty when nothing does yet.", p => p.Evidence),
            new("organisation", "Who shared it.", p => p.Organisation),
            new("shared_on", "The day on which it was shared.", p => p.SharedOn),
            new("state", "Where it stands.", p => p.State, CodeList.Of<PracticeState>()),
            new("withdrawn_on", "The day on which it was taken back.", p => p.WithdrawnOn),
            new("withdrawal_reason", "Why it was taken back.", p => p.WithdrawalReason),
        ],
    };
}
