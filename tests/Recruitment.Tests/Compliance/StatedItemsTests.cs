using Gms.Recruitment.Compliance;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Declarations;
using Xunit;
using Outcome = Gms.Type.V1.Outcome;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class StatedItemsTests
{
    [Theory]
    [InlineData("PAID_FEE", StatementAnswer.Yes, "FR04", Outcome.Fail)]
    [InlineData("PAID_FEE", StatementAnswer.No, "FR04", Outcome.Pass)]
    [InlineData("PAID_FEE", StatementAnswer.Declined, "FR04", Outcome.Pass)]
    [InlineData("UNDERSTOOD_CONTRACT", StatementAnswer.No, "FR11", Outcome.Fail)]
    [InlineData("DECEIVED", StatementAnswer.Yes, "FR22", Outcome.Fail)]
    [InlineData("DECEIVED", StatementAnswer.No, "FR22", Outcome.Unknown)]
    [InlineData("WAGE_WITHHELD", StatementAnswer.Yes, "FR35", Outcome.Fail)]
    public void A_bad_answer_fails_what_its_item_names_and_a_good_one_proves_nothing(string item, StatementAnswer answer, string indicator, Outcome outcome) =>
        Assert.Equal(outcome, Of(Stated(item, answer), indicator));

    [Fact]
    public void An_answer_about_violence_is_a_sign_although_no_indicator_of_recruitment_speaks_of_it()
    {
        var facts = Stated("HURT", StatementAnswer.Yes);

        Assert.Equal(["FL05 HURT"], ForcedLabourSigns.Of(facts, Verdict.Of(facts)).Select(s => $"{s.Indicator.Id} {string.Join(' ', s.Because)}"));
    }

    [Fact]
    public void A_later_version_that_is_worse_for_the_worker_is_a_substitution_and_one_that_is_better_is_none()
    {
        Assert.Equal(Outcome.Fail, Of(Amended(1_200_000), "FR13"));
        Assert.Equal(Outcome.Pass, Of(Amended(1_400_000), "FR13"));
        Assert.Equal(Outcome.Pass, Of(Amended(1_300_000), "FR13"));
    }

    static RecruitmentFacts Amended(long wage)
    {
        var (first, second) = (A.Contract(), A.Contract(A.Text(A.Terms(wage))));
        var version = new ContractVersion { ContractId = Guid.Empty, Number = 2, SignedOn = second.Versions[0].SignedOn, Languages = second.Versions[0].Languages, Text = second.Versions[0].Text, Hash = second.Versions[0].Hash, RegisteredAt = DateTimeOffset.UnixEpoch };
        first.Versions.Add(version);
        return A.Facts(first);
    }

    static RecruitmentFacts Stated(string item, StatementAnswer answer) => A.FactsWith(A.Contract(), [Said((item, answer)), A.Declaration()], []);

    [Fact]
    public void A_later_statement_that_asks_less_takes_nothing_back()
    {
        var bad = Said(("HOLDS_OWN_PAPERS", StatementAnswer.No), ("OWES_RECRUITER", StatementAnswer.Yes), ("FREE_TO_LEAVE", StatementAnswer.No), ("COSTS_COMPLETE", StatementAnswer.Yes), ("THREATENED", StatementAnswer.Yes));
        var oneAnswer = Said(("HAS_COPY", StatementAnswer.Yes));
        var facts = A.FactsWith(A.Contract(), [oneAnswer, Said(("HOLDS_OWN_PAPERS", StatementAnswer.Declined)), bad], []);

        foreach (var code in new[] { "FR17", "FR09", "FR18", "FR30" })
            Assert.Equal(Outcome.Fail, Of(facts, code));
        Assert.Equal(Outcome.Pass, Of(facts, "FR15"));
        Assert.True(facts.CostsConfirmed);
        // What the worker says anew counts.
        Assert.Equal(Outcome.Pass, Of(A.FactsWith(A.Contract(), [Said(("HOLDS_OWN_PAPERS", StatementAnswer.Yes)), bad], []), "FR17"));
    }

    static Declaration Said(params (string Item, StatementAnswer Answer)[] answers) => A.Stated(answers.ToDictionary(a => a.Item, a => a.Answer));

    static Outcome Of(RecruitmentFacts facts, string code) => Verdict.Of(facts).Single(c => c.Code == code).Outcome;
}
