using System.Globalization;
using Gms.DepartureOrientation.Outreach;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Figures from this service's own tables.</summary>
sealed class OwnFigures(DepartureOrientationDb db, SmallCells cells)
{
    public async Task<Figure> InstitutionsWithTrainer(string country, Indicator narrowed, DateOnly day, CancellationToken cancel)
    {
        var all = db.Institutions.AsNoTracking().Where(i => i.Country == country && (narrowed.InstitutionKind == null || i.Kind == narrowed.InstitutionKind) && (narrowed.Province == null || i.Province == narrowed.Province));
        var with = await db.WithCertifiedTrainer(all, day).CountAsync(cancel);
        return Figure.Share(with, await all.CountAsync(cancel), $"DepartureOrientation: institutions on record and certifications that hold on {Text(day)}.");
    }

    public async Task<Figure> CertifiedTrainers(string country, DateOnly day, CancellationToken cancel) =>
        Figure.Number(await db.CertifiedOn(country, day).CountAsync(cancel), $"DepartureOrientation: certifications that hold on {Text(day)}.");

    public async Task<Figure> SessionsHeld(string country, Indicator narrowed, int year, CancellationToken cancel)
    {
        var (from, before) = (new DateOnly(year, 1, 1).StartIn(country).ToUniversalTime(), new DateOnly(year + 1, 1, 1).StartIn(country).ToUniversalTime());
        var held = await db.Sessions.CountAsync(s => s.Country == country && s.State == SessionState.Closed && s.EndsAt >= from && s.EndsAt < before && (narrowed.Stage == null || s.Curriculum.Stage == narrowed.Stage), cancel);
        return Figure.Number(held, $"DepartureOrientation: sessions closed that ended in {Text(year)}.");
    }

    /// <summary>People, not papers: somebody with two certificates, or under two numbers, counts once.</summary>
    public async Task<Figure> WorkersCertified(string country, Indicator narrowed, int year, CancellationToken cancel)
    {
        var (from, before) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var (stage, partner) = (narrowed.Stage!.Value.ToString(), narrowed.Partner);
        var people = await db.Database.SqlQuery<long>(
            $"""
            SELECT count(DISTINCT worker_survivor(worker_number)) AS "Value" FROM certificates
             WHERE country = {country} AND stage = {stage} AND state = 'Issued' AND issued_on >= {from} AND issued_on < {before}
               AND ({partner}::text IS NULL OR {partner} IN (origin, destination))
            """).SingleAsync(cancel);
        return Figure.People(people, cells.Threshold, $"DepartureOrientation: workers with a certificate issued in {Text(year)} and not revoked.");
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
