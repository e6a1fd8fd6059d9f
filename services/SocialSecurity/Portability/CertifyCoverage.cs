using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.CertifyCoverageResponse> CertifyCoverage(Proto.CertifyCoverageRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.MembershipId, "membership_id");
        var host = Read.Country(request.Host, "host");
        var (from, to) = (Read.Day(request.FromDay, "from_day", Months.LastYear), Read.Day(request.ToDay, "to_day"));
        var membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.MembershipNotFound());
        call.MustReach(Reach.Country(membership.Country), Problems.MembershipNotFound());

        Refuse.IfAny(ToCertify(membership, host, from, to, terms.CertificateMonths));

        var certificate = new CoverageCertificate
        {
            Id = Guid.CreateVersion7(),
            MembershipId = id,
            Host = host,
            FromDay = from,
            ToDay = to,
            Agreement = TotalisationRules.Between(membership.Country, host, from, book.Agreements)?.Id,
            CertifiedAt = clock.GetUtcNow(),
        };
        db.CoverageCertificates.Add(certificate);
        call.Disclose(membership.WorkerNumber, "insurance_periods");
        return await db.Commit(new Proto.CertifyCoverageResponse { CertificateId = certificate.Id.ToString(), AgreementId = certificate.Agreement ?? "" }, context.CancellationToken);
    }

    internal static IEnumerable<Problem> ToCertify(Membership membership, string host, DateOnly from, DateOnly to, int mostMonths)
    {
        if (host == membership.Country)
            yield return Problems.CertificateAtHome();
        if (to < from)
            yield return Problems.CertificateDays();
        else if (membership.EndReason == MembershipEnd.RecordedInError || from < membership.FromDay || to > (membership.ToDay ?? to))
            yield return Problems.CertificateNotInsured(membership.FromDay, membership.ToDay);
        // Nobody knows today that a membership without an end goes on for years.
        if (from.AddMonths(mostMonths).AddDays(-1) is var last && to > last)
            yield return Problems.CertificateTooLong(mostMonths, last);
    }
}
