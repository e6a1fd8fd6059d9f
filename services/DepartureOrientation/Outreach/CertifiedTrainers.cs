using Gms.DepartureOrientation.Institutions;
using Gms.DepartureOrientation.Trainers;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>Who is certified on a day, and where.</summary>
static class CertifiedTrainers
{
    /// <summary>The trainers of a country with a certification that holds on the day.</summary>
    public static IQueryable<Trainer> CertifiedOn(this DepartureOrientationDb db, string country, DateOnly day) =>
        db.Trainers.AsNoTracking().Where(t => t.Country == country && t.Certifications.Any(c => c.ValidFrom <= day && day <= c.ValidUntil && (c.WithdrawnFrom == null || day < c.WithdrawnFrom)));

    /// <summary>Of these institutions, those at which a trainer works who is certified on the day.</summary>
    public static IQueryable<Institution> WithCertifiedTrainer(this DepartureOrientationDb db, IQueryable<Institution> institutions, DateOnly day) =>
        institutions.Where(i => db.Trainers.Any(t => t.InstitutionId == i.Id && t.Certifications.Any(c => c.ValidFrom <= day && day <= c.ValidUntil && (c.WithdrawnFrom == null || day < c.WithdrawnFrom))));
}
