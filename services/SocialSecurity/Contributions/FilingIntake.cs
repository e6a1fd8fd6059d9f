using Gms.Events.SocialSecurity;
using Gms.Imports.V1;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

/// <summary>What becomes of a row of a filing: the rules of a single month, a piece at a time.</summary>
sealed class FilingIntake(SocialSecurityDb db, SchemeBook book, TimeProvider clock, string country) : IRowIntake<Proto.FilingRow, Filed>
{
    public Filed Read(Proto.FilingRow row)
    {
        var number = Platform.Read.WorkerNumber(row.WorkerNumber, "worker_number");
        var scheme = book.Find(Platform.Read.Text(row.SchemeId, "scheme_id", 40)) ?? throw Refuse.Invalid(Problems.SchemeNotFound());
        if (scheme.Country != country)
            throw Refuse.Invalid(Problems.FilingSchemeAbroad(country));
        return new(number, scheme, MembershipsService.Spelt(Platform.Read.OptionalText(row.Employer, "employer", 60)),
            new(Platform.Read.Number(row.Year, "year", 1950, 9998), Platform.Read.Number(row.Month, "month", 1, 12), 1),
            Platform.Read.OptionalMoney(row.Wage, "wage"), Platform.Read.OptionalMoney(row.EmployeePaid, "employee_paid"), Platform.Read.OptionalMoney(row.EmployerPaid, "employer_paid"), row.Correction);
    }

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<Filed> rows, ImportPiece piece, CancellationToken cancel)
    {
        var known = await OnRecord(rows, cancel);
        var today = clock.TodayIn(country);
        var results = new List<RowResult>(rows.Count);
        var added = new List<(Membership Membership, Contribution Month)>();
        foreach (var filed in rows)
            results.Add(Take(filed, known, added, piece.ImportId, today));
        if (added.Count > 0)
        {
            await BulkCopy.Write(db, added.Select(a => a.Month), cancel);
            db.Publish(Happened(added, piece));
        }
        return results;
    }

    static RowResult Take(Filed filed, Known known, List<(Membership, Contribution)> added, Guid filing, DateOnly today)
    {
        var (membership, why) = FilingRules.MembershipOf(filed, known.Of(filed), m => known.Standing.ContainsKey((m.Id, filed.Month)));
        if (membership is null)
            return RowResult.Refused(why!);
        var standing = known.Standing.GetValueOrDefault((membership.Id, filed.Month));
        if (standing is not null && filed.Says(standing))
            return Result(RowOutcome.Matched, membership, standing);

        var due = Due.For(filed.Scheme, filed.Month, filed.Wage?.Minor);
        List<Problem> broken = [.. FilingRules.ToFile(filed, standing), .. ContributionRules.ToPost(membership, filed.Scheme, due, filed.Month, filed.Wage, filed.EmployeePaid, filed.EmployerPaid, today)];
        if (broken.Count > 0)
            return RowResult.Refused(broken);

        var month = Contribution.Of(membership, filed.Scheme.Currency, filed.Month, filed.Wage?.Minor, due, filed.EmployeePaid?.Minor ?? 0, filed.EmployerPaid?.Minor ?? 0, (standing?.Correction + 1) ?? 0, filing);
        known.Standing[(membership.Id, filed.Month)] = month;
        added.Add((membership, month));
        return Result(RowOutcome.Accepted, membership, month);
    }

    static RowResult Result(RowOutcome outcome, Membership membership, Contribution month) => new(outcome, month.Id.ToString()) { Disclosures = [new(membership.WorkerNumber, ["contribution"])] };

    async Task<Known> OnRecord(IReadOnlyList<Filed> rows, CancellationToken cancel)
    {
        var numbers = await db.NumbersOfEach([.. rows.Select(r => r.WorkerNumber)], cancel);
        string[] all = [.. numbers.Values.SelectMany(n => n).Distinct()], schemes = [.. rows.Select(r => r.Scheme.Id).Distinct()];
        DateOnly[] months = [.. rows.Select(r => r.Month).Distinct()];
        var memberships = await db.Memberships.AsNoTracking().Where(m => all.Contains(m.WorkerNumber) && schemes.Contains(m.Scheme)).ToListAsync(cancel);
        Guid[] ids = [.. memberships.Select(m => m.Id)];
        var contributions = await db.Contributions.AsNoTracking().Where(c => ids.Contains(c.MembershipId) && months.Contains(c.Month)).ToListAsync(cancel);
        return new(numbers, memberships.ToLookup(m => (m.WorkerNumber, m.Scheme)), contributions.Standing());
    }

    ContributionsFiled Happened(List<(Membership Membership, Contribution Month)> added, ImportPiece piece) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = piece.ImportId.ToString(),
        SubjectVersion = piece.Version,
        WorkerNumbers = [.. added.Select(a => a.Membership.WorkerNumber).Distinct()],
        Country = country,
        Contributions = [.. added.Select(a => new FiledContribution
        {
            ContributionId = a.Month.Id,
            WorkerNumber = a.Membership.WorkerNumber,
            MembershipId = a.Membership.Id,
            Scheme = a.Membership.Scheme,
            Month = a.Month.Month,
            State = a.Month.State.ToString(),
            Counts = a.Month.Counts,
            Correction = a.Month.Correction,
        })],
    };

    /// <summary>What is on record about the workers of a piece; months grow as rows of the piece are taken.</summary>
    sealed record Known(Dictionary<string, IReadOnlyList<string>> Numbers, ILookup<(string Worker, string Scheme), Membership> Memberships, Dictionary<(Guid Membership, DateOnly Month), Contribution> Standing)
    {
        public IEnumerable<Membership> Of(Filed filed) => Numbers[filed.WorkerNumber].SelectMany(n => Memberships[(n, filed.Scheme.Id)]);
    }
}
