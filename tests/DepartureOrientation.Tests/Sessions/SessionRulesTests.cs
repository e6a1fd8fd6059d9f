using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class SessionRulesTests
{
    [Fact]
    public void A_session_of_a_certified_trainer_at_an_accredited_institution_is_planned() => Assert.Empty(Planning(A.Session()));

    [Fact]
    public void A_session_may_start_today_and_not_yesterday()
    {
        Assert.Empty(Planning(A.Session()));
        Assert.Equal(["SESSION_IN_PAST"], Planning(A.Session(), A.Today.AddDays(1)));
    }

    [Fact]
    public void The_day_is_that_of_the_institution_s_zone() =>
        // 23:30 UTC on the 21st is 06:30 on the 22nd in Vientiane.
        Assert.Equal(A.Today, A.Session(starts: new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero)).FirstDay);

    [Fact]
    public void A_session_lasts_at_least_as_long_as_its_curriculum()
    {
        Assert.Empty(Planning(A.Session(ends: A.Nine.AddMinutes(360))));
        Assert.Equal(["SESSION_TOO_SHORT"], Planning(A.Session(ends: A.Nine.AddMinutes(359))));
    }

    [Fact]
    public void A_session_lasts_at_most_thirty_one_days()
    {
        Assert.Empty(Planning(A.Session(ends: A.Nine.AddDays(30))));
        Assert.Equal(["SESSION_TOO_LONG"], Planning(A.Session(ends: A.Nine.AddDays(31))));
    }

    [Fact]
    public void A_session_that_ends_when_it_starts_is_refused() => Assert.Equal(["SESSION_ENDS_BEFORE_START"], Planning(A.Session(ends: A.Nine)));

    [Fact]
    public void The_institution_is_accredited_on_the_last_day_too()
    {
        Assert.Empty(Planning(A.Session(institution: A.Institution(until: A.Today.AddDays(1)), ends: A.Nine.AddDays(1))));
        Assert.Equal(["SESSION_INSTITUTION_NOT_ACCREDITED"], Planning(A.Session(institution: A.Institution(until: A.Today), ends: A.Nine.AddDays(1))));
    }

    [Fact]
    public void An_expired_trainer_leads_no_session() =>
        Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED"], Planning(A.Session(trainer: A.TrainerOf(from: A.Today.AddYears(-1), until: A.Today.AddDays(-1)))));

    [Fact]
    public void Only_a_master_trainer_teaches_trainers()
    {
        var forTrainers = A.Curriculum(Stage.TrainingOfTrainers, programme: null);

        Assert.Equal(["SESSION_TRAINER_LEVEL"], Planning(A.Session(forTrainers)));
        Assert.Empty(Planning(A.Session(forTrainers, trainer: A.TrainerOf(level: TrainerLevel.MasterTrainer))));
    }

    [Fact]
    public void The_language_is_one_of_the_curriculum_s_and_of_the_trainer_s() =>
        Assert.Equal(["SESSION_LANGUAGE_NOT_OFFERED", "SESSION_TRAINER_LANGUAGE"], Planning(A.Session(language: "km")));

    [Fact]
    public void Another_country_s_curriculum_is_refused() =>
        Assert.Equal(["SESSION_CURRICULUM_OTHER_COUNTRY"], Planning(A.Session(A.Curriculum(country: "KH"))));

    [Fact]
    public void A_session_moves_only_forward()
    {
        Assert.True(SessionState.Planned.CanBecome(SessionState.Closed));
        Assert.False(SessionState.Planned.CanBecome(SessionState.Planned));
        Assert.False(SessionState.Closed.CanBecome(SessionState.Planned));
        Assert.False(SessionState.Closed.CanBecome(SessionState.Closed));
        Assert.True(SessionState.Planned.CanBecome(SessionState.Cancelled));
        Assert.False(SessionState.Cancelled.CanBecome(SessionState.Planned));
        Assert.False(SessionState.Closed.CanBecome(SessionState.Cancelled));
    }

    [Fact]
    public void A_closed_session_takes_nobody() => Assert.Equal(["SESSION_CLOSED"], PlaceRules.ToEnrol(A.Session(closed: true), null, [], waits: false).Select(p => p.Code));

    [Fact]
    public void Where_every_place_is_taken_one_waits_or_is_refused()
    {
        var full = A.Session(places: 0);

        Assert.Equal(["SESSION_FULL"], PlaceRules.ToEnrol(full, null, [], waits: false).Select(p => p.Code));
        Assert.Empty(PlaceRules.ToEnrol(full, null, [], waits: true));
    }

    [Fact]
    public void An_online_session_is_open_for_a_year_and_is_followed_beside_another()
    {
        var online = A.Session(mode: SessionMode.Online, ends: A.Nine.AddDays(300), institution: A.Institution(A.Today, A.Today.AddYears(2)), trainer: A.TrainerOf(until: A.Today.AddYears(2)));

        Assert.Empty(Planning(online));
        Assert.Equal(360, online.Minutes);
        Assert.Empty(PlaceRules.ToEnrol(online, null, [A.Enrolment()], waits: false));
        Assert.Equal(["SESSION_WORKER_ELSEWHERE"], PlaceRules.ToEnrol(A.Session(), null, [A.Enrolment()], waits: false).Select(p => p.Code));
        Assert.Equal(["SESSION_TOO_LONG"], Planning(A.Session(ends: A.Nine.AddDays(300), institution: A.Institution(A.Today, A.Today.AddYears(2)), trainer: A.TrainerOf(until: A.Today.AddYears(2)))));
    }

    [Fact]
    public void A_session_is_changed_before_its_first_day_only()
    {
        Assert.Empty(SessionRules.ToChange(A.Session(), attended: false, A.Today.AddDays(-1)));
        Assert.Equal(["SESSION_BEGUN"], SessionRules.ToChange(A.Session(), attended: false, A.Today).Select(p => p.Code));
    }

    [Fact]
    public void A_place_on_which_the_worker_attended_is_not_given_up()
    {
        Assert.Empty(PlaceRules.ToGiveUp(A.Session(), A.Enrolment(), attended: false));
        Assert.Equal(["PLACE_ATTENDED"], PlaceRules.ToGiveUp(A.Session(), A.Enrolment(), attended: true).Select(p => p.Code));
        Assert.Equal(["PLACE_NOT_HELD"], PlaceRules.ToGiveUp(A.Session(), null, attended: false).Select(p => p.Code));
    }

    [Fact]
    public void A_session_is_closed_on_its_last_day_and_not_before()
    {
        Assert.Empty(SessionRules.ToClose(A.Session(), A.Today));
        Assert.Equal(["SESSION_NOT_HELD_YET"], SessionRules.ToClose(A.Session(), A.Today.AddDays(-1)).Select(p => p.Code));
        Assert.Equal(["SESSION_CLOSED"], SessionRules.ToClose(A.Session(closed: true), A.Today).Select(p => p.Code));
    }

    [Fact]
    public void Attendance_of_an_enrolled_worker_on_the_day_is_recorded() => Assert.Empty(Recording(A.Session(), A.Enrolment()));

    [Fact]
    public void Attendance_without_enrolment_is_refused() => Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], Recording(A.Session(), null));

    [Fact]
    public void Attendance_is_of_a_day_of_the_session()
    {
        Assert.Equal(["ATTENDANCE_OTHER_DAY"], Recording(A.Session(), A.Enrolment(), A.Today.AddDays(-1)));
        Assert.Equal(["ATTENDANCE_OTHER_DAY"], Recording(A.Session(), A.Enrolment(), A.Today.AddDays(1)));
    }

    [Fact]
    public void Attendance_of_tomorrow_is_not_recorded_today() =>
        Assert.Equal(["ATTENDANCE_NOT_YET"], Recording(A.Session(ends: A.Nine.AddDays(2)), A.Enrolment(), A.Today.AddDays(1)));

    [Fact]
    public void Attendance_of_a_day_is_recorded_once() => Assert.Equal(["ATTENDANCE_RECORDED"], Recording(A.Session(), A.Enrolment(60)));

    [Fact]
    public void Nobody_attends_longer_than_the_session_lasts()
    {
        Assert.Empty(Recording(A.Session(), A.Enrolment(), minutes: 420));
        Assert.Equal(["ATTENDANCE_TOO_LONG"], Recording(A.Session(), A.Enrolment(), minutes: 421));
    }

    [Fact]
    public void What_a_withdrawn_trainer_held_is_no_orientation()
    {
        var trainer = A.TrainerOf();
        var session = A.Session(trainer: trainer);
        trainer.Withdraw(A.Today, WithdrawalReason.FalseRecords);

        Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED"], Recording(session, A.Enrolment()));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["SESSION_CLOSED", "ATTENDANCE_OTHER_DAY", "ATTENDANCE_NOT_ENROLLED"], Recording(A.Session(closed: true), null, A.Today.AddDays(5)));

    static IEnumerable<string> Planning(Session session, DateOnly? today = null) => SessionRules.ToPlan(session, today ?? A.Today).Select(p => p.Code);

    static IEnumerable<string> Recording(Session session, Enrolment? enrolment, DateOnly? day = null, int minutes = 360) =>
        SessionRules.ToRecord(session, enrolment, day ?? A.Today, minutes, A.Today).Select(p => p.Code);
}
