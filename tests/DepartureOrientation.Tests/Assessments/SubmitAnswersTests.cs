using Gms.DepartureOrientation.Assessments;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Assessments;

public sealed class SubmitAnswersTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Assessments.AssessmentsClient _manager = new(host.As(A.Manager));
    readonly Proto.Sessions.SessionsClient _sessions = new(host.As(A.Manager));
    readonly Proto.Certificates.CertificatesClient _certificates = new(host.As(A.Manager, "orientation"));

    [Fact]
    public async Task No_certificate_without_a_pass_where_the_edition_asks_for_one()
    {
        var (session, worker) = await Attended();

        Assert.Equal(["CERTIFICATE_ASSESSMENT_NOT_PASSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Issue(session, worker)));
        var failed = await Own(worker).SubmitAnswersAsync(Answers(session, worker, wrong: 2));
        Assert.Equal((60, false, 2), (failed.Percent, failed.Passed, failed.AttemptsLeft));
        Assert.Equal(["CERTIFICATE_ASSESSMENT_NOT_PASSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Issue(session, worker)));
        Assert.False(await host.Db(db => db.Certificates.AnyAsync(c => c.WorkerNumber == worker)));

        Assert.Equal(["ASSESSMENT_WAIT"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).SubmitAnswersAsync(Answers(session, worker))));
        var passed = await Own(worker, Now.AddHours(25)).SubmitAnswersAsync(Answers(session, worker, wrong: 1));

        Assert.Equal((80, true), (passed.Percent, passed.Passed));
        Assert.NotEmpty((await Issue(session, worker)).CertificateId);
        Assert.Equal(["ASSESSMENT_PASSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, Now.AddHours(50)).SubmitAnswersAsync(Answers(session, worker))));
        Assert.Equal([(1, 60, false, false), (2, 80, true, false)], (await Own(worker).ListResultsAsync(new() { SessionId = session, WorkerNumber = worker })).Results.Select(r => (r.Attempt, r.Percent, r.Passed, r.Assisted)));
        var best = await _manager.ListSessionResultsAsync(new() { SessionId = session });
        Assert.Equal(("SAFE-BASICS", 80), (best.Assessment, best.PassPercent));
        Assert.Equal([(worker, 2, 80, true)], best.Results.Select(r => (r.WorkerNumber, r.Attempts, r.Percent, r.Passed)));
    }

    [Fact]
    public async Task Where_the_edition_asks_for_no_assessment_a_session_has_no_results()
    {
        var (session, _) = await host.AttendedSession();

        var none = await _manager.ListSessionResultsAsync(new() { SessionId = session });

        Assert.Equal(("", 0), (none.Assessment, none.Results.Count));
    }

    [Fact]
    public async Task After_three_failures_another_session_is_needed()
    {
        var (session, worker) = await Attended();
        for (var i = 0; i < 3; i++)
            await Own(worker, Now.AddHours(25 * i)).SubmitAnswersAsync(Answers(session, worker, wrong: 5));

        Assert.Equal(["ASSESSMENT_NO_ATTEMPT_LEFT"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, Now.AddDays(10)).SubmitAnswersAsync(Answers(session, worker))));
        Assert.Equal(["ASSESSMENT_OVER", "ASSESSMENT_NO_ATTEMPT_LEFT"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker, Now.AddDays(62)).SubmitAnswersAsync(Answers(session, worker))));
    }

    [Fact]
    public async Task Who_has_not_attended_the_share_is_not_asked_and_whoever_has_no_place_neither()
    {
        var (session, worker) = await Attended(minutes: 287);

        Assert.Equal(["ASSESSMENT_NOT_YET"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).SubmitAnswersAsync(Answers(session, worker))));
        var stranger = WorkerNumber.New("LA");
        Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(stranger).SubmitAnswersAsync(Answers(session, stranger))));
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Own(stranger).SubmitAnswersAsync(Answers(session, worker))));
    }

    [Fact]
    public async Task Answers_sent_twice_at_once_are_one_attempt()
    {
        var (session, worker) = await Attended();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                return (await Own(worker).SubmitAnswersAsync(Answers(session, worker))).Passed ? "passed" : "";
            }
            catch (RpcException refusal)
            {
                return refusal.Problems()[0].Code;
            }
        }));

        Assert.Single(answers, "passed");
        Assert.All(answers, a => Assert.Contains(a, (string[])["passed", "ASSESSMENT_PASSED", "ASSESSMENT_TAKEN_MEANWHILE"]));
        Assert.Equal(1, await host.Db(db => db.AssessmentResults.CountAsync(r => r.WorkerNumber == worker)));
    }

    [Fact]
    public async Task Questions_come_in_the_worker_s_language_without_their_answers_and_are_marked_as_own()
    {
        var (session, worker) = await Attended();

        var lao = await Own(worker).GetQuestionsAsync(new() { SessionId = session, WorkerNumber = worker, Language = "lo" });

        Assert.Equal((5, true, 80), (lao.Questions.Count, lao.OwnQuestions, lao.PassPercent));
        Assert.All(lao.Questions, q => Assert.Contains(q.Text, c => c is >= '\u0E80' and <= '\u0EFF'));
        Assert.Equal(["ASSESSMENT_LANGUAGE"], await Refused.Codes(StatusCode.InvalidArgument, () => Own(worker).GetQuestionsAsync(new() { SessionId = session, WorkerNumber = worker, Language = "fr" })));
        var (plain, other) = await host.AttendedSession();
        Assert.Equal(["ASSESSMENT_NOT_REQUIRED"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(other).GetQuestionsAsync(new() { SessionId = plain, WorkerNumber = other, Language = "lo" })));
    }

    [Fact]
    public async Task A_question_or_option_that_does_not_exist_or_comes_twice_is_refused()
    {
        var (session, worker) = await Attended();
        var answers = Answers(session, worker);
        answers.Answers[1].Option = "Z";
        answers.Answers[2].Question = "Q1";

        Assert.Equal(["answers[1].question", "answers[2].question"], await Refused.Fields(StatusCode.InvalidArgument, () => Own(worker).SubmitAnswersAsync(answers)));
        Assert.False(await host.Db(db => db.AssessmentResults.AnyAsync(r => r.WorkerNumber == worker)));
    }

    [Fact]
    public async Task An_edition_asks_for_one_assessment_before_its_first_session_is_planned()
    {
        var plan = await host.Session();
        Proto.RequireAssessmentRequest Require(string assessment = "SAFE-BASICS") => new() { RequestId = Given.New(), CurriculumId = plan.CurriculumId, Assessment = assessment, Version = 1 };

        Assert.Equal(["ASSESSMENT_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RequireAssessmentAsync(Require("NONE"))));
        await _manager.RequireAssessmentAsync(Require());
        Assert.Equal(["ASSESSMENT_REQUIRED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RequireAssessmentAsync(Require())));
        plan.CurriculumId = await host.PublishedCurriculum();
        await _sessions.PlanSessionAsync(plan);
        Assert.Equal(["ASSESSMENT_EDITION_IN_USE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.RequireAssessmentAsync(Require())));
    }

    [Fact]
    public void Every_question_is_in_every_language_and_has_its_right_answer_among_the_options() => Assert.All(AssessmentBook.Load().All, paper =>
    {
        Assert.Equal(["en", "km", "lo", "my", "th", "vi", "zh-Hans"], paper.Languages);
        Assert.All(paper.Questions, q => Assert.Contains(q.Options, o => o.Code == q.Right));
    });

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    Proto.Assessments.AssessmentsClient Own(string worker, DateTimeOffset? at = null) => new(host.As(Who.TheWorker(worker), clock: at));

    AsyncUnaryCall<Proto.IssueCertificateResponse> Issue(string session, string worker) => _certificates.IssueCertificateAsync(new() { RequestId = Given.New(), SessionId = session, WorkerNumber = worker });

    static Proto.SubmitAnswersRequest Answers(string session, string worker, int wrong = 0) => new()
    {
        RequestId = Given.New(),
        SessionId = session,
        WorkerNumber = worker,
        Language = "lo",
        Answers = { AssessmentBook.Load().Find("SAFE-BASICS", 1)!.Questions.Select((q, i) => new Proto.AssessmentAnswer { Question = q.Code, Option = i < wrong ? q.Options.First(o => o.Code != q.Right).Code : q.Right }) },
    };

    /// <summary>A worker who attended a session of an edition that asks for an assessment.</summary>
    async Task<(string Session, string Worker)> Attended(int minutes = 360)
    {
        var plan = await host.Session();
        await _manager.RequireAssessmentAsync(new() { RequestId = Given.New(), CurriculumId = plan.CurriculumId, Assessment = "SAFE-BASICS", Version = 1 });
        var session = (await _sessions.PlanSessionAsync(plan)).SessionId;
        var (_, worker) = await host.EnrolledWorker(session);
        await _sessions.RecordAttendanceAsync(Given.Attendance(session, worker, minutes));
        await _sessions.CloseSessionAsync(new() { RequestId = Given.New(), SessionId = session });
        return (session, worker);
    }
}
