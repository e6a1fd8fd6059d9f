using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.FollowUps;

public sealed class FollowUpCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    static DateTimeOffset In(int months) => DateTimeOffset.UtcNow.AddMonths(months);

    Proto.FollowUps.FollowUpsClient At(DateTimeOffset time, Who? who = null) => new(host.As(who ?? A.Counsellor, "reintegration", time));

    [Fact]
    public async Task A_closed_case_is_followed_to_its_12_month_score_by_the_clock()
    {
        var (held, _, worker) = await host.Planned();
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Reintegrated });
        foreach (var (month, scale) in new[] { (3, "2"), (6, "3"), (12, "5") })
        {
            Assert.DoesNotContain(held, await Due(month, In(month - 2)));
            Assert.Contains(held, await Due(month, In(month)));
            await Record(held, month, await Answered(held, In(month), scale), In(month));
            Assert.DoesNotContain(held, await Due(month, In(month)));
        }

        var scores = (await At(DateTimeOffset.UtcNow).ListFollowUpsAsync(new() { CaseId = held })).FollowUps;
        Assert.Equal([3, 6, 12], scores.Select(f => f.Month));
        Assert.True(scores[0].Total < scores[1].Total || scores[1].Total < scores[2].Total);
        Assert.All(scores, f => Assert.Equal(Proto.Intention.Stay, f.Intention));
        var told = await host.Db(db => db.Outbox.Where(e => e.Name == "gms.reintegration.follow-up-recorded:1" && e.Body.Contains(worker)).Select(e => e.Body).ToListAsync());
        Assert.Equal(3, told.Count);
        Assert.All(told, body => Assert.DoesNotContain("Stay", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_recorded_once_never_too_early_and_only_with_answers()
    {
        var (held, _, _) = await host.Planned();
        var answers = await Answered(held, In(3));
        Assert.Equal(["FOLLOW_UP_TOO_EARLY", "FOLLOW_UP_WITHOUT_ANSWERS"], await Refused.Codes(StatusCode.FailedPrecondition, () => RecordCall(held, 3, Given.New(), DateTimeOffset.UtcNow)));
        Assert.Equal(["FOLLOW_UP_MONTH_UNKNOWN"], await Refused.Codes(StatusCode.InvalidArgument, () => RecordCall(held, 4, answers, In(4))));
        await Record(held, 3, answers, In(3));
        Assert.Equal(["FOLLOW_UP_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => RecordCall(held, 3, answers, In(3))));
        Assert.Single((await At(DateTimeOffset.UtcNow).ListFollowUpsAsync(new() { CaseId = held })).FollowUps);
    }

    [Fact]
    public async Task A_follow_up_before_the_return_writes_nothing()
    {
        var request = Given.WalkIn();
        request.ReturnedOn = Given.Today.AddDays(20).ToProto();
        request.Consent = Given.Consent;
        var held = (await new Proto.Cases.CasesClient(host.As(A.Counsellor)).OpenCaseAsync(request)).CaseId;

        Assert.Equal(["FOLLOW_UP_BEFORE_RETURN"], await Refused.Codes(StatusCode.FailedPrecondition, () => RecordCall(held, 3, Given.New(), DateTimeOffset.UtcNow)));
        Assert.Equal(["FOLLOW_UP_BEFORE_RETURN"], await Refused.Codes(StatusCode.FailedPrecondition,
            () => new Proto.Assessments.AssessmentsClient(host.As(A.Counsellor, "reintegration")).SaveAnswersAsync(Given.Answers(held, Proto.AssessmentKind.Sustainability, DateTimeOffset.UtcNow))));
        Assert.Empty((await At(DateTimeOffset.UtcNow).ListFollowUpsAsync(new() { CaseId = held })).FollowUps);
    }

    [Theory]
    [InlineData(Proto.OutcomeGrouping.Corridor)]
    [InlineData(Proto.OutcomeGrouping.Sex)]
    [InlineData(Proto.OutcomeGrouping.Service)]
    [InlineData(Proto.OutcomeGrouping.Partner)]
    public async Task Outcomes_are_counted_for_statisticians_and_few_are_not_told(Proto.OutcomeGrouping by)
    {
        await host.Planned();
        var (held, _, _) = await host.Planned();
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Reintegrated });

        var year = Given.Today.Year;
        Task<Proto.CountOutcomesResponse> Counted(DateTimeOffset at) => new Proto.FollowUps.FollowUpsClient(host.As(Who.Is(Role.Statistician, "LA"), "statistics", at)).CountOutcomesAsync(new() { Country = "LA", Year = year, By = by }).ResponseAsync;
        Assert.Empty((await Counted(DateTimeOffset.UtcNow)).Rows);    // the month is not over

        var counted = await Counted(In(1));

        Assert.NotEmpty(counted.Rows);
        Assert.All(counted.Rows, row => Assert.Equal((row.Cases == 0, false), (row.NotTold, row.HasMeanScore)));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied,
            () => new Proto.FollowUps.FollowUpsClient(host.As(Who.Is(Role.Statistician, "KH"), "statistics")).CountOutcomesAsync(new() { Country = "LA", Year = 2026, By = by })));
    }

    async Task<string> Answered(string held, DateTimeOffset at, string scale = "4")
    {
        var request = Given.Answers(held, Proto.AssessmentKind.Sustainability, at, scale);
        Assert.True((await new Proto.Assessments.AssessmentsClient(host.As(A.Counsellor, "reintegration", at)).SaveAnswersAsync(request)).Complete);
        return request.AssessmentId;
    }

    async Task<IEnumerable<string>> Due(int month, DateTimeOffset at)
    {
        var found = new List<string>();
        for (var token = ""; ;)
        {
            var page = await At(at).ListDueFollowUpsAsync(new() { Country = "LA", Month = month, PageSize = 200, PageToken = token });
            found.AddRange(page.Due.Select(d => d.CaseId));
            if ((token = page.NextPageToken).Length == 0)
                return found;
        }
    }

    AsyncUnaryCall<Proto.RecordFollowUpResponse> RecordCall(string held, int month, string answers, DateTimeOffset at) =>
        At(at).RecordFollowUpAsync(new() { RequestId = Given.New(), CaseId = held, Month = month, AssessmentId = answers, Intention = Proto.Intention.Stay });

    async Task Record(string held, int month, string answers, DateTimeOffset at) => await RecordCall(held, month, answers, at);
}
