using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Portability;
using Microsoft.EntityFrameworkCore;

namespace Gms.SocialSecurity;

/// <summary>Memberships and contributions of the schemes held here.</summary>
public sealed class SocialSecurityDb(DbContextOptions<SocialSecurityDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    internal DbSet<Membership> Memberships => Set<Membership>();

    internal DbSet<Contribution> Contributions => Set<Contribution>();

    internal DbSet<ArrearsComplaint> ArrearsComplaints => Set<ArrearsComplaint>();

    internal DbSet<CoverageCertificate> CoverageCertificates => Set<CoverageCertificate>();

    internal DbSet<PaymentRequest> PaymentRequests => Set<PaymentRequest>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "memberships_no_overlap" => Problems.Overlaps(),
        "memberships_one_at_a_time" => Problems.OneAtATime(),
        "memberships_apart" => Problems.SchemesApart(),
        "contributions_one_a_month" => Problems.AlreadyPosted(),
        "contributions_within_membership" => Problems.MembershipClosed(),
        "contributions_correct_in_turn" => Problems.FilingNothingToCorrect("correction"),
        "payment_requests_amount" => Problems.PaymentAmountMissing(),
        "arrears_complaints_once" or "arrears_complaints_pkey" => Problems.ArrearsComplained(),
        "payment_requests_one_at_a_time" => Problems.PaymentAskedAlready(),
        _ => null,
    };
}
