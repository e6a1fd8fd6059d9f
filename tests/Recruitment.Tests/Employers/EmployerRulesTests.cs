using Gms.Recruitment.Employers;
using Gms.Type.V1;
using Xunit;

namespace Gms.Recruitment.Tests.Employers;

public sealed class EmployerRulesTests
{
    static StandingChange Said(EmployerStanding standing, DateOnly from, DateOnly? last = null, int number = 1) => new()
    {
        EmployerId = A.EmployerId, Number = number, Standing = standing, From = from, LastDay = last, RecordedAt = DateTimeOffset.UnixEpoch,
    };

    static Employer With(params StandingChange[] said)
    {
        var employer = A.Employer(accredited: false);
        foreach (var change in said)
            employer.Say(change);
        return employer;
    }

    static IEnumerable<string> Broken(Employer employer, StandingChange change) => EmployerRules.ToChange(employer, change, A.Today).Select(p => p.Code);

    [Fact]
    public void What_may_follow_what_and_nothing_else()
    {
        var all = Enum.GetValues<EmployerStanding>().Select(s => (EmployerStanding?)s).Prepend(null);
        var possible = from before in all from after in Enum.GetValues<EmployerStanding>() where before.CanBecome(after) select $"{before}>{after}";

        Assert.Equal([">Accredited", "Accredited>Suspended", "Accredited>Withdrawn", "Expired>Accredited", "Suspended>Accredited", "Suspended>Withdrawn", "Withdrawn>Accredited"], possible.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, EmployerStanding.Accredited)]
    [InlineData(9, EmployerStanding.Accredited)]
    [InlineData(10, EmployerStanding.Suspended)]
    [InlineData(19, EmployerStanding.Suspended)]
    [InlineData(20, EmployerStanding.Accredited)]
    [InlineData(29, EmployerStanding.Accredited)]
    [InlineData(30, EmployerStanding.Expired)]
    public void What_an_employer_is_is_asked_for_a_day(int day, EmployerStanding? standing)
    {
        var employer = With(Said(EmployerStanding.Accredited, A.Today), Said(EmployerStanding.Suspended, A.Today.AddDays(10), number: 2), Said(EmployerStanding.Accredited, A.Today.AddDays(20), A.Today.AddDays(29), 3));

        Assert.Equal(standing, employer.StandingOn(A.Today.AddDays(day)));
        Assert.Equal(standing == EmployerStanding.Suspended, employer.IsStoppedOn(A.Today.AddDays(day)));
    }

    [Fact]
    public void A_first_accreditation_may_be_entered_late_and_nothing_else()
    {
        Assert.Empty(Broken(With(), Said(EmployerStanding.Accredited, A.Today.AddDays(-400))));
        var accredited = With(Said(EmployerStanding.Accredited, A.Today.AddDays(-400)));
        Assert.Equal(["EMPLOYER_STANDING_IN_PAST"], Broken(accredited, Said(EmployerStanding.Suspended, A.Today.AddDays(-1), number: 2)));
        Assert.Empty(Broken(accredited, Said(EmployerStanding.Suspended, A.Today, number: 2)));
    }

    [Fact]
    public void Days_are_in_order()
    {
        Assert.Equal(["EMPLOYER_STANDING_ENDS_BEFORE_START"], Broken(With(), Said(EmployerStanding.Accredited, A.Today, A.Today.AddDays(-1))));
        Assert.Empty(Broken(With(), Said(EmployerStanding.Accredited, A.Today, A.Today)));
        Assert.Equal(["EMPLOYER_STANDING_BEFORE_LAST"], Broken(With(Said(EmployerStanding.Accredited, A.Today.AddDays(9))), Said(EmployerStanding.Accredited, A.Today.AddDays(8), number: 2)));
        Assert.Equal(["EMPLOYER_NOT_ACCREDITED"], Broken(With(Said(EmployerStanding.Accredited, A.Today.AddDays(9))), Said(EmployerStanding.Suspended, A.Today.AddDays(8), number: 2)));
    }

    [Theory]
    [InlineData(EmployerStanding.Accredited, EmployerStanding.Suspended, true)]
    [InlineData(EmployerStanding.Accredited, EmployerStanding.Withdrawn, true)]
    [InlineData(EmployerStanding.Suspended, EmployerStanding.Suspended, true)]
    [InlineData(EmployerStanding.Suspended, EmployerStanding.Withdrawn, true)]
    [InlineData(EmployerStanding.Withdrawn, EmployerStanding.Withdrawn, true)]
    [InlineData(EmployerStanding.Withdrawn, EmployerStanding.Suspended, false)]    // would take the withdrawal back
    public void An_employer_is_stopped_today_whatever_was_said_of_a_later_day(EmployerStanding ofLaterDay, EmployerStanding today, bool possible)
    {
        var employer = With(Said(EmployerStanding.Accredited, A.Today.AddDays(-9), A.Today.AddDays(29)), Said(ofLaterDay, A.Today.AddDays(30), number: 2));
        var stop = Said(today, A.Today, number: 3);

        Assert.Equal(possible ? [] : ["EMPLOYER_STANDING_BEFORE_LAST"], Broken(employer, stop));
        employer.Say(stop);
        Assert.Equal([today, today], [employer.StandingOn(A.Today), employer.StandingOn(A.Today.AddDays(30))]);
    }

    [Fact]
    public void An_accreditation_that_nobody_recorded_is_unknown_and_one_that_ended_fails()
    {
        Assert.Equal(Outcome.Unknown, EmployerRules.Accreditation(With(), A.Today)!.Outcome);
        Assert.Equal(Outcome.Fail, EmployerRules.Accreditation(With(Said(EmployerStanding.Accredited, A.Today.AddDays(-9), A.Today.AddDays(-1))), A.Today)!.Outcome);
        Assert.Null(EmployerRules.Accreditation(With(Said(EmployerStanding.Accredited, A.Today.AddDays(-9), A.Today)), A.Today));
    }
}
