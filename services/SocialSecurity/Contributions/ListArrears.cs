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

        foreach (var told in memberships.Select(m => m.WorkerNumber).Append(number).Distinct())
            call.Disclose(told, "arrears");
        return new()
        {
            Months = { months.TakeLast(MostMonths).Select(m => m.ToProto()) },
            Complaints = { complaints.Select(c => c.ToProto()) },
            EarlierLeftOut = months.Count > MostMonths,
        };
    }

    async Task<IEnumerable<OwedMonth>> Owed(IReadOnlyList<Membership> memberships, CancellationToken cancel)
    {
        Guid[] ids = [.. memberships.Select(m => m.Id)];
        var filed = (await db.Contributions.AsNoTracking().Where(c => ids.Contains(c.MembershipId)).ToListAsync(cancel)).Standing().Values.ToLookup(c => c.MembershipId);
        return memberships.SelectMany(m => ArrearsRules.Of(m, book.Find(m.Scheme)!, filed[m.Id].ToDictionary(c => c.Month), days, clock.TodayIn(m.Country)));
    }
}
