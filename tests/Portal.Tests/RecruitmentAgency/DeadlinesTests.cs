using Gms.Portal.Languages;
using Gms.Portal.RecruitmentAgency;
using Gms.Recruitment.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.RecruitmentAgency;

public sealed class DeadlinesTests
{
    static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void What_must_be_answered_first_stands_first_and_what_is_answered_last() =>
        Assert.Equal(["soon", "later", "answered"], Deadlines.InOrder([Of("answered", ComplaintState.Mediation, 1), Of("later", ComplaintState.AnswerDue, 29), Of("soon", ComplaintState.AnswerDue, 27)]).Select(c => c.ComplaintId));

    [Theory]
    [InlineData(25, "over since 1 day: answer all the same")]
    [InlineData(26, "that is today")]
    [InlineData(27, "1 day is left")]
    [InlineData(28, "2 days are left")]
    public void The_time_that_is_left_is_told(int day, string told) =>
        Assert.Equal(told, Deadlines.Left(Texts.In(Language.English), new() { Year = 2026, Month = 11, Day = day }, Today));

    static AgencyComplaint Of(string id, ComplaintState state, int day) => new() { ComplaintId = id, State = state, AnswerDueOn = new Date { Year = 2026, Month = 11, Day = day } };
}
