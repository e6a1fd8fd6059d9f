using System.Globalization;
using Gms.DepartureOrientation.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>What is on record of a programme, as its stated figures are held against it.</summary>
/// <param name="Trainings">Its closed trainings of trainers, in the order of time.</param>
/// <param name="Attended">Who attended which training, and where that person works; only those who reached the curriculum's share.</param>
/// <param name="OnRecord">How many institutions of each kind the country has on record.</param>
/// <param name="Modules">How many modules its curriculum has; null without one.</param>
/// <param name="RollOutSessions">Closed sessions of workers led under a certification of its trainings.</param>
/// <param name="CountriesWithPlan">Countries that have an action plan.</param>
sealed record ProgrammeRecords(
    IReadOnlyList<Training> Trainings, IReadOnlyList<Attended> Attended, IReadOnlyDictionary<InstitutionKind, int> OnRecord, int? Modules, int RollOutSessions, int CountriesWithPlan)
{
    public static async Task<ProgrammeRecords> Read(DepartureOrientationDb db, string country, StatedProgramme programme, CancellationToken cancel)
    {
        var code = programme.Curriculum ?? "";
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.Country == country && s.Curriculum.Code == code && s.Curriculum.Stage == Curricula.Stage.TrainingOfTrainers && s.State == Sessions.SessionState.Closed)
            .OrderBy(s => s.StartsAt).ToListAsync(cancel);
        var attended = await db.Database.SqlQuery<Attended>(
            $"""
            SELECT t.session_id AS "Session", i.id AS "Institution", i.kind AS "Kind", i.province AS "Province"
              FROM trainees t JOIN sessions s ON s.id = t.session_id JOIN curricula c ON c.id = s.curriculum_id LEFT JOIN institutions i ON i.id = t.institution_id
             WHERE s.country = {country} AND c.code = {code} AND s.state = 'Closed' AND t.minutes * 100 >= c.total_minutes * c.minimum_share
            """).ToListAsync(cancel);
        var rolledOut = await db.Database.SqlQuery<int>(
            $"""
            SELECT count(DISTINCT l.session_id)::int AS "Value" FROM session_certifications l JOIN certifications k ON k.id = l.certification_id JOIN sessions t ON t.id = k.training_session_id
              JOIN curricula c ON c.id = t.curriculum_id JOIN sessions s ON s.id = l.session_id JOIN curricula u ON u.id = s.curriculum_id
             WHERE t.country = {country} AND c.code = {code} AND s.state = 'Closed' AND u.stage <> 'TrainingOfTrainers'
            """).SingleAsync(cancel);
        return new(
            [.. sessions.Select(s => new Training(s.Id, s.FirstDay, s.LastDay))],
            attended,
            await db.Institutions.Where(i => i.Country == country).GroupBy(i => i.Kind).Select(g => new { Kind = g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.N, cancel),
            await db.Curricula.Where(c => c.Country == country && c.Code == code).OrderByDescending(c => c.Edition).Select(c => (int?)c.Modules.Count).FirstOrDefaultAsync(cancel),
            rolledOut,
            await db.ActionPlans.Select(p => p.Country).Distinct().CountAsync(cancel));
    }

    /// <summary>The figure, written as texts write it; null where nothing of the kind is on record. Pure.</summary>
    public string? Compute(StatedFigure figure)
    {
        var training = figure.Training is { } number ? Trainings.ElementAtOrDefault(number - 1) : null;
        return figure.Computes switch
        {
            Computation.None => null,
            Computation.Modules => Text(Modules),
            Computation.CountriesWithPlan => Text(CountriesWithPlan),
            Computation.RollOutSessions => Text(RollOutSessions),
            Computation.InstitutionsReached => Reached(figure.Kind),
            Computation.TrainingYear => Text(training?.FirstDay.Year),
            Computation.TrainingDays => Text(training?.Days),
            Computation.TrainingParticipants => training is null ? null : Text(Attended.Count(a => a.Session == training.Id)),
            Computation.TrainingInstitutions => training is null ? null : Text(At(training).Where(a => figure.Kind is null || a.Kind == figure.Kind.ToString()).Select(a => a.Institution).Distinct().Count()),
            // Where one institution's province is not on record, neither is how many there are.
            Computation.TrainingProvinces => training is null || At(training).Any(a => a.Province is null) ? null : Text(At(training).Select(a => a.Province).Distinct().Count()),
        };
    }

    /// <summary>Of the institutions of a kind on record, at how many somebody works who attended a training: "34 of 34".</summary>
    string Reached(InstitutionKind? kind) => string.Create(CultureInfo.InvariantCulture,
        $"{Attended.Where(a => a.Institution is not null && (kind is null || a.Kind == kind.ToString())).Select(a => a.Institution).Distinct().Count()} of {OnRecord.Where(o => kind is null || o.Key == kind).Sum(o => o.Value)}");

    IEnumerable<Attended> At(Training training) => Attended.Where(a => a.Session == training.Id && a.Institution is not null);

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

sealed record Training(Guid Id, DateOnly FirstDay, DateOnly LastDay)
{
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;
}

/// <summary>Somebody who attended a training; the institution is null where it is not said where that person works.</summary>
sealed record Attended(Guid Session, Guid? Institution, string? Kind, string? Province);
