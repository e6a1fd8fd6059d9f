using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Grants;
using Gms.Reintegration.Referrals;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.FollowUps;

partial class FollowUpsService
{
    const string Unknown = "UNKNOWN";

    public override async Task<Proto.CountOutcomesResponse> CountOutcomes(Proto.CountOutcomesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var year = Read.Number(request.Year, "year", 2000, 2100);
        var by = Read.Value<Proto.OutcomeGrouping, OutcomeGrouping>(request.By, "by");
        var today = clock.TodayIn(country);
        // Of whole months only: figures of two days that follow one another would differ by one case.
        var (from, month) = (new DateOnly(year, 1, 1), new DateOnly(today.Year, today.Month, 1));
        var end = from.AddYears(1) < month ? from.AddYears(1) : month;
        var closed = db.Cases.AsNoTracking().Where(c => c.Country == country && c.State == CaseState.Closed && c.ClosedOn >= from && c.ClosedOn < end && c.Outcome != CaseOutcome.OpenedInError);
        var cases = await closed.Select(c => new { c.Id, c.From, Outcome = c.Outcome!.Value }).ToListAsync(cancel);
        var groups = by == OutcomeGrouping.Corridor ? cases.ToLookup(c => c.Id, c => $"{c.From}-{country}") : await Groups(closed, by, cancel);
        var spent = (await db.Grants.Where(g => closed.Any(c => c.Id == g.CaseId) && (g.State == GrantState.Paid || g.State == GrantState.Returned))
            .GroupBy(g => new { g.CaseId, g.Currency }).Select(g => new { g.Key.CaseId, g.Key.Currency, Minor = g.Sum(x => x.AmountMinor - x.ReturnedMinor) }).ToListAsync(cancel)).ToLookup(g => g.CaseId, g => new Money(g.Minor, g.Currency));
        var scores = await db.FollowUps.Where(f => f.Month == 12 && closed.Any(c => c.Id == f.CaseId)).ToDictionaryAsync(f => f.CaseId, f => f.Total, cancel);

        var rows = OutcomeRules.Count(
            cases.Select(c => new CountedCase(c.Outcome, groups[c.Id].DefaultIfEmpty(Unknown).Distinct().ToList(), [.. spent[c.Id]], scores.TryGetValue(c.Id, out var score) ? score : null)),
            rules.SmallCells.Threshold);
        return new() { Rows = { rows.Select(ToProto) }, Threshold = rules.SmallCells.Threshold };
    }

    async Task<ILookup<Guid, string>> Groups(IQueryable<Case> closed, OutcomeGrouping by, CancellationToken cancel) => by switch
    {
        OutcomeGrouping.Service => (await (from c in closed join p in db.Plans on c.PlanId equals p.Id from i in p.Items select new { c.Id, i.Service }).ToListAsync(cancel)).ToLookup(x => x.Id, x => x.Service),
        OutcomeGrouping.Partner => (await (from c in closed join r in db.Referrals on c.Id equals r.CaseId join p in db.Partners on r.PartnerId equals p.Id where r.State == ReferralState.Done select new { c.Id, p.Name }).ToListAsync(cancel)).ToLookup(x => x.Id, x => x.Name),
        _ => (await (from c in closed join a in db.Assessments on c.Id equals a.CaseId where a.Kind == AssessmentKind.Needs from answer in a.Answers where answer.Question == "SEX" select new { c.Id, answer.Value, answer.AnsweredAt }).ToListAsync(cancel))
            .GroupBy(x => x.Id).ToLookup(g => g.Key, g => g.MaxBy(x => x.AnsweredAt)!.Value),
    };

    static Proto.OutcomeRow ToProto(OutcomeRow row)
    {
        var shown = new Proto.OutcomeRow
        {
            Group = row.Group,
            Outcome = row.Outcome.ToProto(),
            Cases = row.Cases ?? 0,
            NotTold = row.Cases is null,
            Spent = { row.Spent.Select(m => m.ToProto()) },
            SpentPerCase = { row.Spent.Select(m => new Money(m.Minor / row.Cases!.Value, m.Currency).ToProto()) },
        };
        if (row.MeanScore is { } score)
            shown.MeanScore = score;
        return shown;
    }
}

/// <summary>By what outcomes are counted.</summary>
public enum OutcomeGrouping
{
    Corridor,
    Sex,
    Service,
    Partner,
}
