using Gms.Credentials;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Portability;

partial class PortabilityService
{
    public override async Task<Proto.GetStatementResponse> GetStatement(Proto.GetStatementRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = Read.Country(request.Country, "country");
        var certificateId = Read.OptionalId(request.CertificateId, "certificate_id");
        call.MustReach(new Reach { Countries = [country], Worker = number }, "worker_number");

        var numbers = await db.NumbersOf(number, cancel);
        var memberships = await db.Memberships.AsNoTracking().Where(m => numbers.Contains(m.WorkerNumber) && m.Country == country && m.EndReason != MembershipEnd.RecordedInError).OrderBy(m => m.FromDay).ToListAsync(cancel);
        var certificate = certificateId is { } id ? await Certificate(id, [.. memberships.Select(m => m.Id)], cancel) : null;
        var posted = certificate is null ? null : Posted(certificate, memberships.Single(m => m.Id == certificate.MembershipId));
        List<StatedPeriod> periods = [.. certificate is null ? Periods(memberships) : Periods(memberships.Where(m => m.Id == certificate.MembershipId))];
        if (periods.Count == 0 && certificate is null)
            throw Refuse.NotNow(Problems.StatementNothingToState());

        var key = await keys.Current(country, cancel);
        var born = memberships.LastOrDefault(m => m.Born.Length > 0)?.Born;
        var statement = new InsuranceStatement
        {
            StatementId = certificate?.Id ?? Guid.CreateVersion7(),
            Country = country,
            WorkerNumber = number,
            BirthYear = born is null ? null : PartialDate.Parse(born).Year,
            IssuedAt = clock.GetUtcNow(),    // not when it was certified: the key of that day may be retired
            Periods = periods,
            Posting = posted,
        };
        var text = StatementText.Sign(statement, key.Key);
        if (text.Length > PassText.MostCharacters)
            throw Refuse.NotNow(Problems.StatementTooLong());

        call.DiscloseUnderEach(number, memberships.Select(m => m.WorkerNumber), "insurance_periods");
        return new() { StatementId = statement.StatementId.ToString(), Text = text };
    }

    async Task<CoverageCertificate> Certificate(Guid id, Guid[] memberships, CancellationToken cancel) =>
        await db.CoverageCertificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && memberships.Contains(c.MembershipId), cancel) ?? throw Refuse.NotFound(Problems.CertificateNotFound());

    /// <summary>Whoever is not insured any more is not signed as insured: a membership that ended meanwhile cuts the days, or leaves none.</summary>
    static StatedPosting Posted(CoverageCertificate certificate, Membership membership)
    {
        if (membership.ToDay < certificate.FromDay)
            throw Refuse.NotNow(Problems.CertificateNotInsured(membership.FromDay, membership.ToDay));
        return new(certificate.Host, certificate.FromDay, membership.ToDay is { } ended && ended < certificate.ToDay ? ended : certificate.ToDay, certificate.Agreement);
    }

    /// <summary>Runs of months by scheme; months of several memberships of one scheme join.</summary>
    static IEnumerable<StatedPeriod> Periods(IEnumerable<Membership> memberships) =>
        from scheme in memberships.GroupBy(m => m.Scheme).OrderBy(g => g.Key, StringComparer.Ordinal)
        from run in Months.Of(scheme.SelectMany(m => m.PaidMonths)).Runs
        select new StatedPeriod(scheme.Key, run.First, run.Last);
}
