using Gms.Registry.Corrections;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Corrections;

public sealed class CorrectionRulesTests
{
    static readonly FactValue Old = new FactValue.BirthDate("1999-07"), New = new FactValue.BirthDate("1998-07-03");

    [Fact]
    public void A_correction_that_changes_something_from_a_past_day_on_is_proposed() => Assert.Empty(CorrectionRules.ToPropose(Correction(), Old, New, A.Today));

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["CORRECTION_CHANGES_NOTHING", "CORRECTION_EFFECTIVE_IN_FUTURE", "CORRECTION_NEEDS_EXPLANATION"],
            CorrectionRules.ToPropose(Correction(effectiveOn: A.Today.AddDays(1), reason: CorrectionReason.Other), Old, Old, A.Today).Select(p => p.Code));

    [Fact]
    public void What_is_effective_today_is_not_in_the_future() => Assert.Empty(CorrectionRules.ToPropose(Correction(effectiveOn: A.Today), Old, New, A.Today));

    [Theory]
    [InlineData(CorrectedFact.Names, true)]
    [InlineData(CorrectedFact.BirthDate, true)]
    [InlineData(CorrectedFact.Sex, true)]
    [InlineData(CorrectedFact.Nationality, false)]
    public void Name_birth_and_sex_take_two_officers(CorrectedFact fact, bool two) => Assert.Equal(two, CorrectionRules.TakesTwo(fact));

    [Fact]
    public void Nobody_approves_the_own_proposal_or_what_the_record_no_longer_says()
    {
        Assert.Empty(CorrectionRules.ToApprove(Correction(), Old, Old, "second"));
        Assert.Equal(["CORRECTION_SAME_OFFICER"], CorrectionRules.ToApprove(Correction(), Old, Old, "first").Select(p => p.Code));
        Assert.Equal(["CORRECTION_OVERTAKEN"], CorrectionRules.ToApprove(Correction(), New, Old, "second").Select(p => p.Code));
        var applied = Correction();
        applied.Apply("second", DateTimeOffset.UnixEpoch);
        Assert.Equal(["CORRECTION_DECIDED_ALREADY"], CorrectionRules.ToApprove(applied, New, Old, "third").Select(p => p.Code));
    }

    [Fact]
    public void A_record_is_not_corrected_into_one_that_could_not_be_enrolled()
    {
        var worker = A.Worker();

        Assert.Equal(["WORKER_TOO_YOUNG"], CorrectionRules.AsCorrected(worker, new FactValue.BirthDate("2020"), A.Today).Select(p => p.Code));
        Assert.Equal(["WORKER_NEEDS_NAME"], CorrectionRules.AsCorrected(worker, new FactValue.Names([]), A.Today).Select(p => p.Code));
        Assert.Equal(["WORKER_STATELESS_WITH_NATIONALITY"], CorrectionRules.AsCorrected(worker, new FactValue.Nationality("LA", true), A.Today).Select(p => p.Code));
        Assert.Equal(("1999-07", "Example Person"), (worker.BirthDate.ToString(), Assert.Single(worker.Names).Full));    // weighing changes nothing
    }

    [Fact]
    public void A_value_is_the_same_after_it_was_stored()
    {
        FactValue[] values =
        [
            Old, new FactValue.Sex(Sex.Other), new FactValue.Nationality(null, true),
            new FactValue.Names([new("Example Person", "Person", null, "Latn"), new("ຕົວຢ່າງ", null, null, "Laoo")]),
        ];

        Assert.All(values, value => Assert.Equal(value, FactValue.FromJson(value.ToJson(), value.Fact)));
    }

    static Correction Correction(DateOnly? effectiveOn = null, CorrectionReason reason = CorrectionReason.DocumentSaysOtherwise) => new()
    {
        WorkerId = Guid.Empty,
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        Fact = CorrectedFact.BirthDate,
        Reason = reason,
        Evidence = Evidence.OriginalSeen,
        EffectiveOn = effectiveOn,
        ProposedBy = "first",
        ProposedAt = DateTimeOffset.UnixEpoch,
    };
}
