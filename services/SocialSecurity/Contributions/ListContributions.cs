using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    public override async Task<Proto.ListContributionsResponse> ListContributions(Proto.ListContributionsRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.MembershipId, "membership_id");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var membership = await db.Memberships.AsNoTracking().Where(m => m.Id == id).Select(m => new { m.WorkerNumber, m.Country }).SingleOrDefaultAsync(context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.MembershipNotFound());
        call.MustReach(new Reach { Countries = [membership.Country], Worker = membership.WorkerNumber }, Problems.MembershipNotFound());

        var months = db.Contributions.AsNoTracking().Where(c => c.MembershipId == id);
        var last = after is null ? null : await months.Where(c => c.Id == after).Select(c => new { c.Month, c.Correction }).SingleOrDefaultAsync(context.CancellationToken) ?? throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
        if (last is not null)
            months = months.Where(c => c.Month < last.Month || (c.Month == last.Month && c.Correction < last.Correction));
        var page = await months.OrderByDescending(c => c.Month).ThenByDescending(c => c.Correction).Take(size + 1).ToListAsync(context.CancellationToken);

        call.Disclose(membership.WorkerNumber, "contributions");
        return new()
        {
            Contributions = { page.Take(size).Select(c => c.ToProto()) },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }
}
