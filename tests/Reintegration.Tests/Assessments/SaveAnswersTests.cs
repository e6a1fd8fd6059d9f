using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Assessments;

public sealed class SaveAnswersTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Assessments.AssessmentsClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task Answers_come_in_pieces_and_twice_and_the_assessment_is_complete_when_the_last_required_one_is_there()
    {
        var (held, _) = await host.Assigned();
        var all = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        var first = all.Clone();
        first.Answers.Clear();
        first.Answers.AddRange(all.Answers.Take(3));

        var begun = await _counsellor.SaveAnswersAsync(first);
        Assert.Equal((false, all.Answers.Count - 3), (begun.Complete, begun.Missing.Count));
        all.RequestId = Given.New();
        var done = await _counsellor.SaveAnswersAsync(all);

        Assert.True(done.Complete);
        var shown = Assert.Single((await _counsellor.ListAssessmentsAsync(new() { CaseId = held })).Assessments);
        Assert.Equal(all.Answers.Count, shown.Answers.Count);
        Assert.Equal(Given.Today.ToProto(), shown.CompletedOn);
        Assert.DoesNotContain("Assess", (await new Proto.Cases.CasesClient(host.As(A.Counsellor, "reintegration")).GetCaseAsync(new() { CaseId = held })).Steps.Select(s => s.Step));

        all.RequestId = Given.New();
        Assert.True((await _counsellor.SaveAnswersAsync(all)).Complete);    // a device that did not hear the answer
        all.RequestId = Given.New();
        all.Answers[0].AnswerId = Given.New();
        Assert.Equal(["ASSESSMENT_COMPLETE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SaveAnswersAsync(all)));
    }

    [Fact]
    public async Task Of_two_answers_to_one_question_the_later_given_holds_whatever_the_order_in_which_they_come()
    {
        var (held, _) = await host.Assigned();
        var id = Guid.NewGuid();
        foreach (var (value, minutesAgo) in new[] { ("NO", 1), ("YES", 10) })
            await _counsellor.SaveAnswersAsync(new()
            {
                RequestId = Given.New(),
                AssessmentId = id.ToString(),
                CaseId = held,
                Kind = Proto.AssessmentKind.Needs,
                Language = "lo",
                Answers = { new Proto.Answer { AnswerId = Given.New(), Question = "TALK", Value = value, AnsweredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(-minutesAgo)) } },
            });

        var kept = await host.Db(db => db.Assessments.AsNoTracking().Include(a => a.Answers).SingleAsync(a => a.Id == id));
        Assert.Equal((2, "NO"), (kept.Answers.Count, kept.Held["TALK"]));
    }

    [Fact]
    public async Task A_changed_answer_under_the_same_id_and_one_from_the_future_write_nothing()
    {
        var (held, _) = await host.Assigned();
        var request = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        while (request.Answers.Count > 2)
            request.Answers.RemoveAt(2);
        await _counsellor.SaveAnswersAsync(request);

        var again = request.Clone();
        again.RequestId = Given.New();
        again.Answers[0].Value = "NO";
        again.Answers[1].AnswerId = Given.New();
        again.Answers[1].AnsweredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(2));

        Assert.Equal(["ASSESSMENT_ANSWER_CHANGED", "ASSESSMENT_ANSWER_IN_FUTURE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SaveAnswersAsync(again)));
        Assert.Equal(2, Assert.Single((await _counsellor.ListAssessmentsAsync(new() { CaseId = held })).Assessments).Answers.Count);
    }

    [Fact]
    public async Task What_may_be_answered_comes_after_what_must_be_until_a_follow_up_rests_on_it()
    {
        var (held, _) = await host.Assigned();
        var all = Questionnaires.Load();
        var optional = all.All.Single(q => q.Kind == AssessmentKind.Needs).Questions.First(q => !q.Required);
        var first = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        Assert.True((await _counsellor.SaveAnswersAsync(first)).Complete);
        Proto.SaveAnswersRequest Later(string question, string value) => new()
        {
            RequestId = Given.New(), AssessmentId = first.AssessmentId, CaseId = held, Kind = first.Kind, Version = 1, Language = "lo",
            Answers = { new Proto.Answer { AnswerId = Given.New(), Question = question, Value = value, AnsweredAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow) } },
        };

        await _counsellor.SaveAnswersAsync(Later(optional.Code, all.Options[optional.Options][0].Code));

        Assert.Equal(first.Answers.Count + 1, Assert.Single((await _counsellor.ListAssessmentsAsync(new() { CaseId = held })).Assessments).Answers.Count);
        Assert.Equal(["ASSESSMENT_COMPLETE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SaveAnswersAsync(Later(optional.Code, all.Options[optional.Options][0].Code))));
        Assert.Equal(["ASSESSMENT_COMPLETE"], AssessmentRules.ToSave(A.Case(), Complete(), [Another(optional.Code)], true, DateTimeOffset.UtcNow).Select(p => p.Code));
        Assert.Empty(AssessmentRules.ToSave(A.Case(), Complete(), [Another(optional.Code)], false, DateTimeOffset.UtcNow));
    }

    static Assessment Complete() => new() { Id = Guid.NewGuid(), CaseId = Guid.Empty, Kind = AssessmentKind.Needs, Version = 1, Language = "lo", StartedOn = A.Today, StartedBy = "counsellor-1", CompletedOn = A.Today };

    static AssessmentAnswer Another(string question) => new() { Id = Guid.NewGuid(), Question = question, Value = "YES", AnsweredAt = DateTimeOffset.UtcNow };

    [Fact]
    public async Task Two_answers_under_one_id_in_one_piece_are_refused_and_not_one_of_them_dropped()
    {
        var (held, _) = await host.Assigned();
        var request = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        var (one, two) = (request.Answers.First(a => a.Value == "YES"), request.Answers.First(a => a.Value == "YES").Clone());
        two.Value = "NO";
        request.Answers.Clear();
        request.Answers.Add([one, two]);

        Assert.Equal(["ASSESSMENT_ANSWER_CHANGED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SaveAnswersAsync(request)));
        Assert.Empty((await _counsellor.ListAssessmentsAsync(new() { CaseId = held })).Assessments);
    }

    [Theory]
    [InlineData("answers[0].question")]
    [InlineData("answers[0].value")]
    [InlineData("answers[0].answered_at")]
    [InlineData("answers[0].answer_id")]
    [InlineData("version")]
    [InlineData("kind")]
    public async Task A_field_at_fault_is_named_and_nothing_is_kept(string field)
    {
        var (held, _) = await host.Assigned();
        var request = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        var answer = request.Answers[0];
        switch (field)
        {
            case "answers[0].question":
                answer.Question = "WEATHER";
                break;
            case "answers[0].value":
                answer.Value = "PERHAPS";
                break;
            case "answers[0].answered_at":
                answer.AnsweredAt = new() { Seconds = long.MaxValue };
                break;
            case "answers[0].answer_id":
                answer.AnswerId = "7";
                break;
            case "version":
                request.Version = 99;
                break;
            default:
                request.Kind = Proto.AssessmentKind.Unspecified;
                break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _counsellor.SaveAnswersAsync(request)));
        Assert.Empty((await _counsellor.ListAssessmentsAsync(new() { CaseId = held })).Assessments);
    }

    [Fact]
    public async Task A_worker_answers_for_the_own_case_and_for_no_other()
    {
        var (held, worker) = await host.Assigned();
        var own = new Proto.Assessments.AssessmentsClient(host.As(Who.TheWorker(worker), "own-record"));
        var other = new Proto.Assessments.AssessmentsClient(host.As(Who.TheWorker(WorkerNumber.New("LA")), "own-record"));

        Assert.True((await own.SaveAnswersAsync(Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow))).Complete);
        Assert.Equal(["CASE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.SaveAnswersAsync(Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow))));
    }

    [Theory]
    [InlineData("lo-LA", "lo")]
    [InlineData("km", "km")]
    [InlineData("fr", "en")]
    public async Task Questions_are_put_in_the_worker_s_language(string asked, string answered)
    {
        var shown = await _counsellor.GetQuestionnaireAsync(new() { Kind = Proto.AssessmentKind.Sustainability, Country = "LA", Language = asked });

        Assert.Equal(answered, shown.Language);
        Assert.All(shown.Questions, q => Assert.True(q.Text.Length > 0 && q.Options.All(o => o.Label.Length > 0)));
        Assert.Equal(answered == "en", shown.Questions[0].Text.All(char.IsAscii));
    }

    [Fact]
    public void Every_question_and_option_is_there_in_every_language_and_every_score_is_of_an_option()
    {
        var all = Questionnaires.Load();

        Assert.All(all.All.SelectMany(q => q.Questions), q =>
        {
            Assert.Equal(Labels.Languages.Order(StringComparer.Ordinal), q.Texts.Keys.Order(StringComparer.Ordinal));
            Assert.Empty((q.Scores?.Keys ?? []).Except(all.ValuesOf(q)));
            Assert.All(q.Scores?.Values ?? [], score => Assert.InRange(score, 0, 100));
        });
        Assert.All(all.Options.Values.SelectMany(o => o), o => Assert.Equal(7, o.Labels.Count));
    }
}
