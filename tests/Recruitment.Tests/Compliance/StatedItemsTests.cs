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

    static RecruitmentFacts Stated(string item, StatementAnswer answer) => A.Facts(declaration: new()
    {
        Id = Guid.Empty,
        ContractId = Guid.Empty,
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        DeclaredOn = new(2026, 11, 21),
        Languages = ["lo"],
        HoldsOwnPapers = true,
        OwesRecruiter = false,
        BorrowedToPay = false,
        FreeToLeave = true,
        HasCopy = true,
        KnowsComplaintChannel = true,
        CostsComplete = true,
        Questionnaire = "2026-1",
        Answers = new Dictionary<string, StatementAnswer> { [item] = answer },
        RecordedAt = DateTimeOffset.UnixEpoch,
    });

    static Outcome Of(RecruitmentFacts facts, string code) => Verdict.Of(facts).Single(c => c.Code == code).Outcome;
}
