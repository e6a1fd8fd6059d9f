using Gms.DepartureOrientation.Institutions;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

partial class OutreachService
{
    public override async Task<Proto.CountInstitutionsResponse> CountInstitutions(Proto.CountInstitutionsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var day = Read.OptionalDay(request.Day, "day") ?? clock.TodayIn(country);
        var counted = await db.Database.SqlQuery<InstitutionCount>(
            $"""
            SELECT i.kind AS "Kind", coalesce(i.province, 'ZZ') AS "Province", count(*)::int AS "Institutions", (count(*) FILTER (WHERE t.n > 0))::int AS "WithTrainer", sum(t.n)::int AS "Trainers"
              FROM institutions i CROSS JOIN LATERAL (
                   SELECT count(*) AS n FROM trainers t WHERE t.institution_id = i.id AND EXISTS (
                          SELECT FROM certifications c WHERE c.trainer_id = t.id AND c.valid_from <= {day} AND {day} <= c.valid_until AND (c.withdrawn_from IS NULL OR {day} < c.withdrawn_from))) t
             WHERE i.country = {country} GROUP BY 1, 2 ORDER BY 1, 2
            """).ToListAsync(context.CancellationToken);
        return new() { Day = day.ToProto(), Rows = { InstitutionCount.WithTotals(counted).Select(ToProto) } };
    }

    static Proto.InstitutionCount ToProto(InstitutionCount row) => new()
    {
        Kind = row.Kind.Length == 0 ? Proto.InstitutionKind.Unspecified : Enum.Parse<InstitutionKind>(row.Kind).ToProto(),
        Province = row.Province,
        Institutions = row.Institutions,
        WithCertifiedTrainer = row.WithTrainer,
        CertifiedTrainers = row.Trainers,
    };
}

/// <summary>Institutions of a kind in a province; empty for all kinds, for all provinces.</summary>
sealed record InstitutionCount(string Kind, string Province, int Institutions, int WithTrainer, int Trainers)
{
    /// <summary>Every row, after the rows of a kind their sum, at the end the sum of all. Pure.</summary>
    public static IEnumerable<InstitutionCount> WithTotals(IReadOnlyCollection<InstitutionCount> rows)
    {
        foreach (var kind in rows.GroupBy(r => r.Kind))
        {
            foreach (var row in kind)
                yield return row;
            yield return Sum(kind.Key, kind);
        }
        yield return Sum("", rows);
    }

    static InstitutionCount Sum(string kind, IEnumerable<InstitutionCount> rows) => rows.Aggregate(
        new InstitutionCount(kind, "", 0, 0, 0), (sum, row) => sum with { Institutions = sum.Institutions + row.Institutions, WithTrainer = sum.WithTrainer + row.WithTrainer, Trainers = sum.Trainers + row.Trainers });
}
