using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    /// <summary>Fifty years of two memberships.</summary>
    const int MostMonths = 1200;

    public override async Task<Proto.ListArrearsResponse> ListArrears(Proto.ListArrearsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        call.MustReach(new Reach { Countries = country is null ? [] : [country], Worker = number }, country is null ? "country" : "worker_number");

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var memberships = await db.Memberships.AsNoTracking().Where(m => numbers.Contains(m.WorkerNumber) && (country == null || m.Country == country)).OrderBy(m => m.FromDay).ThenBy(m => m.Id).ToListAsync(context.CancellationToken);
        Guid[] ids = [.. memberships.Select(m => m.Id)];
        List<OwedMonth> months = [.. (await Owed(memberships, context.CancellationToken)).Where(m => request.WithPaid || m.State != ArrearsState.Paid)];
        var complaints = await db.ArrearsComplaints.AsNoTracking().Where(c => ids.Contains(c.MembershipId)).OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.ComplaintId).ToListAsync(context.CancellationToken);

        call.DiscloseUnderEach(number, memberships.Select(m => m.WorkerNumber), "arrears");
        return new()
        {
            Months = { Latest(months).Select(m => m.ToProto()) },
            Complaints = { complaints.Select(c => c.ToProto()) },
            EarlierLeftOut = months.Count > MostMonths,
        };
    }

    /// <summary>Of too many the latest by the calendar, in the order in which they came.</summary>
    static IEnumerable<OwedMonth> Latest(List<OwedMonth> months) =>
        months.Count <= MostMonths ? months : months.Index().OrderByDescending(m => m.Item.Month).ThenBy(m => m.Index).Take(MostMonths).OrderBy(m => m.Index).Select(m => m.Item);

    /// <summary>By scheme and employer, then by month.</summary>
    async Task<IEnumerable<OwedMonth>> Owed(IReadOnlyList<Membership> memberships, CancellationToken cancel)
    {
        Guid[] ids = [.. memberships.Select(m => m.Id)];
        var filed = (await db.Contributions.AsNoTracking().Where(c => ids.Contains(c.MembershipId)).ToListAsync(cancel)).Standing().Values.ToLookup(c => c.MembershipId);
        return from spells in memberships.GroupBy(m => (m.Scheme, m.Employer))
               let scheme = book.Find(spells.Key.Scheme)!
               from owed in ArrearsRules.Of([.. spells], scheme, spells.SelectMany(m => filed[m.Id]), days, clock.TodayIn(scheme.Country))
               select owed;
    }
}
