using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Memberships;

partial class MembershipsService
{
    const int MostMonths = 120;

    public override async Task<Proto.ExplainMonthsResponse> ExplainMonths(Proto.ExplainMonthsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var scheme = book.Find(Read.Text(request.SchemeId, "scheme_id", 40)) ?? throw Refuse.NotFound(Problems.SchemeNotFound());
        call.MustReach(new Reach { Countries = [scheme.Country], Worker = number }, "scheme_id");
        var (first, last) = (ReadMonth(request.FirstMonth, "first_month"), ReadMonth(request.LastMonth, "last_month"));
        if (last < first || last - first >= MostMonths)
            throw Refuse.Invalid(Problems.MonthsInOrder());

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var spells = await db.Memberships.AsNoTracking()
            .Where(m => numbers.Contains(m.WorkerNumber) && m.Scheme == scheme.Id && m.EndReason != MembershipEnd.RecordedInError)
            .OrderBy(m => m.Id).ToListAsync(context.CancellationToken);
        var posted = await Posted(spells, first, last, context.CancellationToken);

        call.DiscloseUnderEach(number, spells.Select(s => s.WorkerNumber), "months");
        return new()
        {
            Months = { MonthRules.Explain(first, last, spells, posted, clock.TodayIn(scheme.Country)).Select(m => m.ToProto(scheme)) },
            Rule = scheme.Spells.Month?.Text ?? "",
            Source = scheme.Spells.Month?.Evidence.ToProto(),
        };
    }

    async Task<List<(Guid, DateOnly, ContributionState, bool)>> Posted(List<Membership> spells, int first, int last, CancellationToken cancel)
    {
        var (ids, from, to) = (spells.Select(s => s.Id).ToList(), Months.FirstDay(first), Months.FirstDay(last));
        var rows = await db.Contributions.AsNoTracking().Where(c => ids.Contains(c.MembershipId) && c.Month >= from && c.Month <= to).ToListAsync(cancel);
        return [.. rows.Standing().Values.Select(c => (c.MembershipId, c.Month, c.State, c.Counts))];
    }

    static int ReadMonth(TypeProto.Date? month, string field) =>
        Months.Index(Read.Day(month is null ? null : new() { Year = month.Year, Month = month.Month, Day = 1 }, field, Months.LastYear));
}
