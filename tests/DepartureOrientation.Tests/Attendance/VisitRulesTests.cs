using Gms.DepartureOrientation.Attendance;
using Gms.DepartureOrientation.Sessions;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Attendance;

public sealed class VisitRulesTests
{
    static readonly AttendanceTerms Terms = AttendanceTerms.Load();
    static readonly SentCodes Good = new(CodeFit.Good, false, 1, false);

    [Fact]
    public void With_both_codes_an_enrolled_worker_comes_in() => Assert.Empty(Coming(Good));

    [Fact]
    public void Every_wrong_or_used_code_is_told_at_once()
    {
        Assert.Equal(["ATTENDANCE_CODE_WRONG session_code", "ATTENDANCE_CODE_WRONG worker_code"], Coming(new(CodeFit.Wrong, false, null, false)));
        Assert.Equal(["ATTENDANCE_CODE_EXPIRED session_code", "ATTENDANCE_CODE_USED worker_code"], Coming(new(CodeFit.Expired, false, 1, true)));
        Assert.Equal(["ATTENDANCE_CODE_USED session_code"], Coming(new(CodeFit.Good, true, 1, false)));
    }

    [Fact]
    public void Nobody_is_in_two_places()
    {
        Assert.Equal(["ATTENDANCE_ELSEWHERE worker_number"], Coming(Good, Stay.Elsewhere));
        Assert.Equal(["ATTENDANCE_INSIDE worker_number"], Coming(Good, Stay.Here));
    }

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(419, true)]
    [InlineData(420, false)]
    public void The_doors_open_half_an_hour_before(int minutes, bool open) =>
        Assert.Equal(open ? [] : (string[])["ATTENDANCE_NOT_OPEN session_id"], Coming(Good, at: A.Nine.AddMinutes(minutes)));

    [Fact]
    public void A_day_that_the_trainer_told_is_not_proven_by_codes_too() =>
        Assert.Equal(["ATTENDANCE_RECORDED day"], VisitRules.ToCheckIn(A.Session(), A.Enrolment(60), Good, Stay.Nowhere, Terms, A.Nine).Select(p => $"{p.Code} {p.Field}"));

    [Fact]
    public void Without_a_place_no_code_helps() =>
        Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], VisitRules.ToCheckIn(A.Session(), null, new(CodeFit.Good, false, null, false), Stay.Nowhere, Terms, A.Nine).Select(p => p.Code));

    [Theory]
    [InlineData(-20, 100, 100)]
    [InlineData(0, 420, 420)]
    [InlineData(10, 440, 410)]
    [InlineData(430, 440, 0)]
    public void Minutes_within_the_session_s_time_count(int from, int to, int counted) =>
        Assert.Equal(counted, VisitRules.Counted(A.Session(), 0, A.Nine.AddMinutes(from), A.Nine.AddMinutes(to)));

    // Vientiane is seven hours ahead of UTC: the session begins at 09:00, and midnight is fifteen hours later.
    [Theory]
    [InlineData(31, 899, false)]
    [InlineData(31, 900, true)]
    [InlineData(31, 1890, true)]
    [InlineData(12, 749, false)]
    [InlineData(12, 750, true)]
    public void A_stay_ends_with_its_day_or_with_the_session(int hours, int after, bool stale) =>
        Assert.Equal(stale, VisitRules.IsStale(A.Session(ends: A.Nine.AddHours(hours)), A.Nine, Terms, A.Nine.AddMinutes(after)));

    [Fact]
    public void A_session_of_one_sitting_may_pass_midnight() =>
        Assert.False(VisitRules.IsStale(A.Session(starts: A.Nine.AddHours(12), ends: A.Nine.AddHours(18)), A.Nine.AddHours(12), Terms, A.Nine.AddHours(17)));

    [Fact]
    public void No_more_counts_than_the_session_has() => Assert.Equal(20, VisitRules.Counted(A.Session(), 400, A.Nine, A.Nine.AddHours(7)));

    [Theory]
    [InlineData("LA", "LA-VT", 59, "OTHER_PROVINCE_MINUTES")]
    [InlineData("LA", "LA-VT", 60, null)]
    [InlineData("LA", "LA-SV", 1, null)]
    [InlineData("LA", null, 1, null)]
    [InlineData("TH", null, 119, "OTHER_COUNTRY_MINUTES")]
    [InlineData("TH", "TH-50", 120, null)]
    public void Too_far_in_too_little_time_is_doubted(string country, string? province, int minutes, string? figure) =>
        Assert.Equal(figure, VisitRules.TooFarTooSoon(new(country, province), A.Nine, new("LA", "LA-SV"), A.Nine.AddMinutes(minutes), Terms)?.Code);

    [Fact]
    public void A_module_is_finished_when_the_share_of_its_minutes_has_passed()
    {
        var session = A.Session(mode: SessionMode.Online, ends: A.Nine.AddDays(30));
        var module = session.Curriculum.Modules[0].Module;
        var begun = new ModuleVisit { EnrolmentId = Guid.Empty, ModuleId = module.Id, WorkerNumber = A.Worker, StartedAt = A.Nine, RecordedBy = "worker" };

        Assert.Equal(["MODULE_TOO_SOON"], VisitRules.ToFinish(session, A.Enrolment(), module, begun, A.Nine.AddMinutes(143)).Select(p => p.Code));
        Assert.Empty(VisitRules.ToFinish(session, A.Enrolment(), module, begun, A.Nine.AddMinutes(144)));
        Assert.Equal(["MODULE_NOT_BEGUN"], VisitRules.ToFinish(session, A.Enrolment(), module, null, A.Nine).Select(p => p.Code));
        Assert.Equal(["ATTENDANCE_NOT_ONLINE"], VisitRules.ToStart(A.Session(), A.Enrolment(), module, busy: false, A.Nine).Select(p => p.Code));
    }

    static IEnumerable<string> Coming(SentCodes sent, Stay stay = Stay.Nowhere, DateTimeOffset? at = null) =>
        VisitRules.ToCheckIn(A.Session(), A.Enrolment(), sent, stay, Terms, at ?? A.Nine).Select(p => $"{p.Code} {p.Field}");
}
