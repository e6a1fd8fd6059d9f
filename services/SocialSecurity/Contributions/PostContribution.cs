using Gms.Events.SocialSecurity;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    public override async Task<Proto.PostContributionResponse> PostContribution(Proto.PostContributionRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.MembershipId, "membership_id");
        var month = new DateOnly(Read.Number(request.Year, "year", 1950, 9998), Read.Number(request.Month, "month", 1, 12), 1);
        var wage = Read.OptionalMoney(request.Wage, "wage");
        var employeePaid = Read.OptionalMoney(request.EmployeePaid, "employee_paid");
        var employerPaid = Read.OptionalMoney(request.EmployerPaid, "employer_paid");

        var membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.MembershipNotFound());
        call.MustReach(Reach.Country(membership.Country), Problems.MembershipNotFound());
        var scheme = book.Find(membership.Scheme)!;

        var due = Due.For(scheme, month, wage?.Minor);
        Refuse.IfAny(ContributionRules.ToPost(membership, scheme, due, month, wage, employeePaid, employerPaid, clock.TodayIn(membership.Country)));
        if (await IsFiledOnAnother(membership, month, context.CancellationToken))
            throw Refuse.NotNow(Problems.AlreadyPosted());

        var contribution = Contribution.Of(membership, scheme.Currency, month, wage?.Minor, due, employeePaid?.Minor ?? 0, employerPaid?.Minor ?? 0);
        db.Contributions.Add(contribution);
        call.Disclose(membership.WorkerNumber, "contribution");
        db.Publish(Posted(membership, contribution));
        return await db.Commit(new Proto.PostContributionResponse
        {
            ContributionId = contribution.Id.ToString(),
            State = (Proto.ContributionState)contribution.State,
            Counts = contribution.Counts,
        }, context.CancellationToken);
    }

    /// <summary>An employer pays a month once, on one of the worker's spells with it, under whichever number.</summary>
    async Task<bool> IsFiledOnAnother(Membership membership, DateOnly month, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(membership.WorkerNumber, cancel);
        var others = db.Memberships.Where(m =>
            numbers.Contains(m.WorkerNumber) && m.Scheme == membership.Scheme && m.Employer == membership.Employer && m.Id != membership.Id && m.EndReason != MembershipEnd.RecordedInError);
        return await db.Contributions.AnyAsync(c => c.Month == month && others.Any(m => m.Id == c.MembershipId), cancel);
    }

    ContributionPosted Posted(Membership membership, Contribution contribution) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = contribution.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = membership.WorkerNumber,
        Country = membership.Country,
        MembershipId = membership.Id,
        Scheme = membership.Scheme,
        Month = contribution.Month,
        State = contribution.State.ToString(),
        Counts = contribution.Counts,
    };
}
