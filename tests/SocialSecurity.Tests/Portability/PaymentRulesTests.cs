using Gms.Platform;
using Gms.SocialSecurity.Portability;
using Xunit;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class PaymentRulesTests
{
    [Theory]
    [InlineData(nameof(PaymentState.Requested), "InReview, MoreNeeded, Approved, Refused, Withdrawn")]
    [InlineData(nameof(PaymentState.InReview), "MoreNeeded, Approved, Refused, Withdrawn")]
    [InlineData(nameof(PaymentState.MoreNeeded), "InReview, Refused, Withdrawn")]
    [InlineData(nameof(PaymentState.Approved), "Paid, PaymentFailed")]
    [InlineData(nameof(PaymentState.Paid), "")]
    [InlineData(nameof(PaymentState.PaymentFailed), "InReview, Approved, Withdrawn")]
    [InlineData(nameof(PaymentState.Refused), "")]
    [InlineData(nameof(PaymentState.Withdrawn), "")]
    public void A_request_moves_so_and_not_otherwise(string from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<PaymentState>().Where(next => Enum.Parse<PaymentState>(from).CanBecome(next))));

    [Fact]
    public void Every_state_can_be_reached_and_has_a_way_to_an_end()
    {
        var states = Enum.GetValues<PaymentState>();
        Assert.All(states.Where(s => s != PaymentState.Requested), s => Assert.Contains(states, from => from.CanBecome(s)));
        Assert.All(states, s => Assert.True(Ends(s, [])));

        bool Ends(PaymentState state, HashSet<PaymentState> seen) => PaymentRules.IsFinal(state) || (seen.Add(state) && states.Any(next => state.CanBecome(next) && Ends(next, seen)));
    }

    [Fact]
    public void The_office_never_takes_a_request_back_for_the_worker() =>
        Assert.Contains("PAYMENT_STEP", Codes(PaymentRules.ToAnswer(Payment(), PaymentState.Withdrawn, "", null)));

    [Fact]
    public void Nothing_is_refused_without_a_word_and_nothing_approved_without_an_amount()
    {
        Assert.Equal(["PAYMENT_REASON_MISSING"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.Refused, "", null)));
        Assert.Equal(["PAYMENT_REASON_MISSING"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.MoreNeeded, "", null)));
        Assert.Equal(["PAYMENT_AMOUNT_MISSING"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.Approved, "", null)));
        Assert.Equal(["PAYMENT_AMOUNT_MISSING"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.Approved, "", new(0, "THB"))));
        Assert.Equal(["PAYMENT_CURRENCY"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.Approved, "", new(100, "LAK"))));
        Assert.Empty(PaymentRules.ToAnswer(Payment(), PaymentState.Approved, "", new(100, "THB")));
        Assert.Equal(["PAYMENT_AMOUNT_NOT_NOW"], Codes(PaymentRules.ToAnswer(Payment(), PaymentState.InReview, "", new(100, "THB"))));
    }

    [Fact]
    public void The_worker_cannot_say_that_something_was_sent_before_anything_was_asked_for()
    {
        Assert.Equal(["PAYMENT_STEP"], Codes(PaymentRules.ToReply(Payment(), withdraw: false)));
        Assert.Empty(PaymentRules.ToReply(Payment(), withdraw: true));
        Assert.Empty(PaymentRules.ToReply(Payment(PaymentState.MoreNeeded), withdraw: false));
    }

    [Theory]
    [InlineData(nameof(PaymentState.Requested), 30)]
    [InlineData(nameof(PaymentState.InReview), 30)]
    [InlineData(nameof(PaymentState.Approved), 60)]
    [InlineData(nameof(PaymentState.MoreNeeded), null)]
    [InlineData(nameof(PaymentState.Paid), null)]
    public void The_office_has_so_many_days_when_it_is_its_turn(string state, int? days) =>
        Assert.Equal(days, PortabilityTerms.Load().AnswerBy(Enum.Parse<PaymentState>(state), A.Day("2026-01-01"))?.DayNumber - A.Day("2026-01-01").DayNumber);

    static IEnumerable<string> Codes(IEnumerable<Problem> problems) => problems.Select(p => p.Code);

    static PaymentRequest Payment(PaymentState state = PaymentState.Requested)
    {
        var payment = new PaymentRequest { Id = Guid.Empty, WorkerNumber = "LA-0000-0000-0", Country = "TH", Scheme = "TH-SSF-33", Benefit = ExitBenefit.Refund, PayIn = "LA", Currency = "THB" };
        payment.Step(state, "", null, null, Given.Now);
        return payment;
    }
}
