using Gms.DepartureOrientation.Tests.ActionPlans;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.GoodPractices;

public sealed class GoodPracticeCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    static readonly Who Vietnamese = Who.Is(Role.MinistryOfficer, "VN");

    [Fact]
    public async Task One_country_shares_and_another_takes_it_up()
    {
        var practice = (await Practices(Vietnamese).SharePracticeAsync(Practice("VN"))).PracticeId;
        var measure = await host.Measure();
        measure.PracticeId = practice;
        await host.Plans(A.Officer).AddMeasureAsync(measure);

        var read = await Practices(A.Officer).GetPracticeAsync(new() { PracticeId = practice });

        Assert.Equal(("VN", Proto.PracticeState.Shared, Vietnamese.Organisation), (read.Practice.Country, read.Practice.State, read.Practice.Organisation));
        Assert.Equal(1, Assert.Single(read.Measures, m => m.Key == "LA").Value);
    }

    [Fact]
    public async Task Only_the_own_country_writes()
    {
        var practice = (await Practices(Vietnamese).SharePracticeAsync(Practice("VN"))).PracticeId;

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Practices(A.Officer).SharePracticeAsync(Practice("VN"))));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Withdraw(A.Officer, practice)));
    }

    [Fact]
    public async Task What_was_taken_back_stays_readable_with_its_reason_and_is_not_taken_up()
    {
        var shared = Practice("VN");
        var practice = (await Practices(Vietnamese).SharePracticeAsync(shared)).PracticeId;
        await Withdraw(Vietnamese, practice);

        var read = (await Practices(A.Officer).GetPracticeAsync(new() { PracticeId = practice })).Practice;
        Assert.Equal((Proto.PracticeState.Withdrawn, "It did not last."), (read.State, read.WithdrawalReason));
        Assert.Equal(["GOOD_PRACTICE_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Withdraw(Vietnamese, practice)));
        var measure = await host.Measure();
        measure.PracticeId = practice;
        Assert.Equal(["GOOD_PRACTICE_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Plans(A.Officer).AddMeasureAsync(measure)));

        // The title is free again.
        shared.RequestId = Given.New();
        await Practices(Vietnamese).SharePracticeAsync(shared);
        shared.RequestId = Given.New();
        Assert.Equal(["GOOD_PRACTICE_TITLE_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Practices(Vietnamese).SharePracticeAsync(shared)));
    }

    [Fact]
    public async Task They_are_listed_by_country_topic_and_state()
    {
        var khmer = Who.Is(Role.MinistryOfficer, "KH");
        var kept = (await Practices(khmer).SharePracticeAsync(Practice("KH"))).PracticeId;
        var taken = (await Practices(khmer).SharePracticeAsync(Practice("KH"))).PracticeId;
        await Withdraw(khmer, taken);

        async Task<IReadOnlyList<string>> List(Proto.ListPracticesRequest request) => [.. (await Practices(A.Officer).ListPracticesAsync(request)).Practices.Select(p => p.PracticeId)];

        Assert.Equal([kept, taken], await List(new() { Country = "KH" }));
        Assert.Equal([kept], await List(new() { Country = "KH", State = Proto.PracticeState.Shared }));
        Assert.Equal([], await List(new() { Country = "KH", Topic = Proto.Topic.SocialSecurity }));
        Assert.Equal([kept], await List(new() { Country = "KH", PageSize = 1 }));
    }

    Proto.GoodPractices.GoodPracticesClient Practices(Who who) => new(host.As(who));

    AsyncUnaryCall<Proto.WithdrawPracticeResponse> Withdraw(Who who, string practice) => Practices(who).WithdrawPracticeAsync(new() { RequestId = Given.New(), PracticeId = practice, Reason = "It did not last." });

    static Proto.SharePracticeRequest Practice(string country) => new()
    {
        RequestId = Given.New(),
        Country = country,
        Title = Given.New(),
        Text = "Returned workers speak at the sessions.",
        Topic = Proto.Topic.Orientation,
    };
}
