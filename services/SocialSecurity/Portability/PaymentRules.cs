using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Portability;

/// <summary>What must hold for a payment abroad to be asked for, and the whole life of a request. Pure.</summary>
static class PaymentRules
{
    /// <param name="scheme">The scheme that is to pay.</param>
    /// <param name="payIn">Where.</param>
    /// <param name="benefit">What is claimed.</param>
    /// <param name="memberships">The worker's memberships in the scheme.</param>
    /// <param name="standing">The worker's earlier requests of the scheme.</param>
    public static IEnumerable<Problem> ToRequest(Scheme scheme, string payIn, ExitBenefit benefit, IReadOnlyList<Membership> memberships, IReadOnlyList<PaymentRequest> standing)
    {
        if (payIn == scheme.Country)
            yield return Problems.PaymentWithinCountry();
        if (!memberships.Any(m => m.EndReason != MembershipEnd.RecordedInError))
            yield return Problems.PaymentNotAMember();
        if (standing.Any(p => p.Benefit == benefit && !IsFinal(p.State)))
            yield return Problems.PaymentAskedAlready();
    }

    public static IEnumerable<Problem> ToAnswer(PaymentRequest payment, PaymentState to, string reply, Money? amount)
    {
        if (!payment.State.CanBecome(to) || to is PaymentState.Withdrawn)
            yield return Problems.PaymentStep(payment.State, to);
        if (reply.Length == 0 && to is PaymentState.MoreNeeded or PaymentState.PaymentFailed or PaymentState.Refused)
            yield return Problems.PaymentReasonMissing();
        // What was approved before stands where it is approved again without an amount; an amount of nothing approves nothing.
        if (to is PaymentState.Approved && (amount is null ? payment.Amount is null : amount.Minor <= 0))
            yield return Problems.PaymentAmountMissing();
        if (to is not PaymentState.Approved && amount is not null)
            yield return Problems.PaymentAmountNotNow(to);
        if (amount is not null && amount.Currency != payment.Currency)
            yield return Problems.PaymentCurrency(payment.Currency);
    }

    public static IEnumerable<Problem> ToReply(PaymentRequest payment, bool withdraw)
    {
        var to = withdraw ? PaymentState.Withdrawn : PaymentState.InReview;
        // Who asked may say that something was sent only where something was asked for.
        if (!payment.State.CanBecome(to) || (!withdraw && payment.State is PaymentState.Requested))
            yield return Problems.PaymentStep(payment.State, to);
    }

    /// <summary>Whether two requests, made under two numbers of one person, ask for the same and neither is decided against.</summary>
    public static bool AskTheSame(PaymentRequest one, PaymentRequest other) =>
        one.Scheme == other.Scheme && one.Benefit == other.Benefit && one.State is not (PaymentState.Refused or PaymentState.Withdrawn) && other.State is not (PaymentState.Refused or PaymentState.Withdrawn);

    public static bool IsFinal(PaymentState state) => !Enum.GetValues<PaymentState>().Any(next => state.CanBecome(next));

    /// <summary>The whole life of a request; a step that is not here is refused.</summary>
    public static bool CanBecome(this PaymentState from, PaymentState to) => (from, to) switch
    {
        (PaymentState.Requested, PaymentState.InReview or PaymentState.MoreNeeded or PaymentState.Approved or PaymentState.Refused or PaymentState.Withdrawn) => true,
        (PaymentState.InReview, PaymentState.MoreNeeded or PaymentState.Approved or PaymentState.Refused or PaymentState.Withdrawn) => true,
        (PaymentState.MoreNeeded, PaymentState.InReview or PaymentState.Refused or PaymentState.Withdrawn) => true,
        (PaymentState.Approved, PaymentState.Paid or PaymentState.PaymentFailed) => true,
        (PaymentState.PaymentFailed, PaymentState.InReview or PaymentState.Approved or PaymentState.Withdrawn) => true,
        _ => false,
    };
}
