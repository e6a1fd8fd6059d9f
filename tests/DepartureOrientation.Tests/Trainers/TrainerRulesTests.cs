using Gms.DepartureOrientation.Trainers;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Trainers;

public sealed class TrainerRulesTests
{
    static readonly DateOnly LastDay = A.Today.AddYears(1);

    [Fact]
    public void A_certification_holds_from_its_first_to_its_last_day()
    {
        var trainer = A.TrainerOf();

        Assert.Null(trainer.CertifiedFor(A.Today.AddDays(-1), A.Today));
        Assert.NotNull(trainer.CertifiedFor(A.Today, LastDay));
        Assert.Null(trainer.CertifiedFor(LastDay, LastDay.AddDays(1)));
    }

    [Fact]
    public void A_withdrawal_leaves_the_days_before_it()
    {
        var trainer = A.TrainerOf();

        trainer.Withdraw(A.Today.AddDays(10), WithdrawalReason.Quality);

        Assert.NotNull(trainer.CertifiedFor(A.Today, A.Today.AddDays(9)));
        Assert.Null(trainer.CertifiedFor(A.Today.AddDays(10), A.Today.AddDays(10)));
    }

    [Fact]
    public void A_withdrawal_before_the_first_day_leaves_nothing()
    {
        var trainer = A.TrainerOf();

        trainer.Withdraw(A.Today.AddDays(-10), WithdrawalReason.FalseRecords);

        Assert.Null(trainer.CertifiedFor(A.Today, A.Today));
        Assert.Equal(["TRAINER_NOTHING_TO_WITHDRAW"], TrainerRules.ToWithdraw(trainer, A.Today).Select(p => p.Code));
    }

    [Fact]
    public void A_withdrawal_on_the_last_day_ends_one_day_and_the_day_after_it_nothing()
    {
        Assert.Empty(TrainerRules.ToWithdraw(A.TrainerOf(), LastDay));
        Assert.NotEmpty(TrainerRules.ToWithdraw(A.TrainerOf(), LastDay.AddDays(1)));
    }

    [Fact]
    public void Nobody_certifies_the_own_account() => Assert.Equal(["TRAINER_CERTIFIES_SELF"], Broken(LastDay.AddDays(1), LastDay.AddDays(2), caller: "trainer-1"));

    [Fact]
    public void A_renewal_starts_the_day_after_the_last()
    {
        Assert.Equal(["TRAINER_ALREADY_CERTIFIED"], Broken(LastDay, LastDay.AddYears(1)));
        Assert.Empty(Broken(LastDay.AddDays(1), LastDay.AddYears(1)));
    }

    [Fact]
    public void After_a_withdrawal_the_trainer_can_be_certified_again()
    {
        var trainer = A.TrainerOf();
        trainer.Withdraw(A.Today.AddDays(10), WithdrawalReason.OwnWish);

        Assert.Empty(TrainerRules.ToCertify(trainer, "officer", A.Certification(A.Today.AddDays(10), LastDay)));
        Assert.NotEmpty(TrainerRules.ToCertify(trainer, "officer", A.Certification(A.Today.AddDays(9), LastDay)));
    }

    [Fact]
    public void A_certification_that_ends_before_it_starts_is_refused() =>
        Assert.Equal(["TRAINER_ENDS_BEFORE_START"], Broken(LastDay.AddDays(2), LastDay.AddDays(1)));

    static IEnumerable<string> Broken(DateOnly from, DateOnly until, string caller = "officer") => TrainerRules.ToCertify(A.TrainerOf(), caller, A.Certification(from, until)).Select(p => p.Code);
}
