using System.Security.Cryptography;
using System.Text;
using Gms.Platform;
using Gms.Recruitment.Concerns;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Concerns;

public sealed class ConcernsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    const string Secret = "kept-by-whoever-told-it", Words = "At the factory near the bridge the foreman keeps all passports.";

    Proto.Concerns.ConcernsClient Anybody => new(host.WithToken(null, clock: RecruitmentHost.Now));

    Proto.Concerns.ConcernsClient As(string role, string country = "LA") => new(host.As(Who.Is(role, country), "complaint", RecruitmentHost.Now));

    static Proto.RaiseConcernRequest Told(string licence = "") => new()
    {
        RequestId = Ask.NewId(),
        Country = "LA",
        Category = Proto.ComplaintCategory.PapersHeld,
        Words = Words,
        LicenceNumber = licence,
        SecretSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret))),
    };

    async Task<Proto.Concern> Seen(string reference) =>
        (await As(Role.Inspector).ListConcernsAsync(new() { Country = "LA", Answered = true, PageSize = 200 })).Concerns.Single(c => c.Reference == reference);

    [Fact]
    public async Task Whoever_told_it_reads_the_answer_by_reference_and_secret_and_never_the_words()
    {
        var (agency, _) = await host.LicensedAgency();
        var number = await host.Db(db => db.Agencies.Where(a => a.Id == agency).SelectMany(a => a.Licences).Select(l => l.Number).SingleAsync());
        var raised = await Anybody.RaiseConcernAsync(Told(number));
        Assert.Matches("^C-LA-[2-9A-HJ-NP-Z]{8}$", raised.Reference);
        Assert.Equal(Ask.Day(2026, 11, 25), raised.DueOn);

        var before = await Anybody.FollowConcernAsync(new() { Reference = raised.Reference.ToLowerInvariant(), Secret = Secret });
        Assert.Equal((Proto.ConcernState.Raised, "", Ask.Day(2026, 11, 22)), (before.State, before.Answer, before.RaisedOn));

        var seen = await Seen(raised.Reference);
        Assert.Equal((Words, agency.ToString(), Proto.ComplaintUrgency.Urgent), (seen.Words, seen.AgencyId, seen.Urgency));
        await As(Role.MinistryOfficer).AnswerConcernAsync(new() { RequestId = Ask.NewId(), ConcernId = seen.ConcernId, Outcome = Proto.ConcernOutcome.PassedOn, Answer = "An inspector goes there." });

        var after = await Anybody.FollowConcernAsync(new() { Reference = raised.Reference, Secret = Secret });
        Assert.Equal((Proto.ConcernState.Answered, Proto.ConcernOutcome.PassedOn, "An inspector goes there."), (after.State, after.Outcome, after.Answer));
        Assert.DoesNotContain("passports", after.ToString(), StringComparison.Ordinal);
        Assert.Equal(WorkItemState.Closed, await host.Db(db => db.WorkItems.Where(w => w.Kind == "CONCERN_RAISED" && w.Key == $"concern:{Guid.Parse(seen.ConcernId):N}").Select(w => w.State).SingleAsync()));
    }

    [Fact]
    public async Task A_wrong_secret_is_answered_as_an_unknown_reference_is()
    {
        var raised = await Anybody.RaiseConcernAsync(Told());

        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await Anybody.FollowConcernAsync(new() { Reference = raised.Reference, Secret = "guess" }));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await Anybody.FollowConcernAsync(new() { Reference = "C-LA-22222222", Secret = Secret }));

        Assert.Equal(StatusCode.NotFound, wrong.StatusCode);
        Assert.Equal((unknown.StatusCode, unknown.Problems()[0].Message), (wrong.StatusCode, wrong.Problems()[0].Message));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_concern_and_neither_words_nor_secret_are_on_record_as_they_are()
    {
        var request = Told();

        var first = await Anybody.RaiseConcernAsync(request);
        Assert.Equal(first, await Anybody.RaiseConcernAsync(request));

        var kept = await host.Db(db => db.Concerns.AsNoTracking().SingleAsync(c => c.Reference == first.Reference));
        Assert.DoesNotContain("passports", Encoding.UTF8.GetString(kept.Words!), StringComparison.Ordinal);
        Assert.DoesNotContain(await host.Db(db => db.WorkItems.AsNoTracking().Where(w => w.Kind == "CONCERN_RAISED").ToListAsync()), w => w.Facts.Values.Any(v => v.Contains("passports", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_could_never_be_right_is_refused_and_nothing_written()
    {
        await Is("secret_sha256 CONCERN_SECRET_HASH_MALFORMED", r => r.SecretSha256 = "x");
        await Is("secret_sha256 TEXT_TOO_LONG", r => r.SecretSha256 = new('a', 65));
        await Is("words FIELD_REQUIRED", r => r.Words = " ");
        await Is("words TEXT_TOO_LONG", r => r.Words = new('x', 2001));
        await Is("country COUNTRY_UNKNOWN", r => r.Country = "FR");
        await Is("category FIELD_REQUIRED", r => r.Category = Proto.ComplaintCategory.Unspecified);
        Assert.False(await host.Db(db => db.Concerns.AnyAsync(c => c.Country == "FR")));

        async Task Is(string told, Action<Proto.RaiseConcernRequest> change)
        {
            var request = Told();
            change(request);
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await Anybody.RaiseConcernAsync(request));
            Assert.Equal((StatusCode.InvalidArgument, told), (refused.StatusCode, $"{refused.Problems()[0].Field} {refused.Problems()[0].Code}"));
        }
    }

    [Fact]
    public async Task Officers_of_another_country_and_agencies_see_and_answer_nothing()
    {
        var concern = await Seen((await Anybody.RaiseConcernAsync(Told())).Reference);
        Proto.AnswerConcernRequest Answer() => new() { RequestId = Ask.NewId(), ConcernId = concern.ConcernId, Outcome = Proto.ConcernOutcome.Unfounded, Answer = "Nothing was found." };

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => As(Role.Inspector, "TH").ListConcernsAsync(new() { Country = "LA" }).ResponseAsync));
        Assert.Equal(["CONCERN_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => As(Role.Inspector, "TH").AnswerConcernAsync(Answer()).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => As(Role.AgencyOfficer).ListConcernsAsync(new() { Country = "LA" }).ResponseAsync));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => As(Role.CivilSocietyOfficer).AnswerConcernAsync(Answer()).ResponseAsync));
    }

    [Fact]
    public async Task It_is_answered_once_and_a_complaint_is_named_exactly_where_one_was_opened()
    {
        var (agency, _) = await host.LicensedAgency();
        var concern = await Seen((await Anybody.RaiseConcernAsync(Told())).Reference);
        Task Answer(Proto.ConcernOutcome outcome, string complaint = "") => As(Role.MinistryOfficer).AnswerConcernAsync(new() { RequestId = Ask.NewId(), ConcernId = concern.ConcernId, Outcome = outcome, Answer = "See there.", ComplaintId = complaint }).ResponseAsync;
        var complaint = await host.Complaint(agency, new(2026, 11, 22));

        Assert.Equal(["CONCERN_COMPLAINT_MISSING"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Answer(Proto.ConcernOutcome.ComplaintOpened)));
        Assert.Equal(["CONCERN_COMPLAINT_NOT_OPENED"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Answer(Proto.ConcernOutcome.Unfounded, complaint)));
        Assert.Equal(["COMPLAINT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => Answer(Proto.ConcernOutcome.ComplaintOpened, Ask.NewId())));
        await Answer(Proto.ConcernOutcome.ComplaintOpened, complaint);
        Assert.Equal(["CONCERN_ANSWERED_ALREADY"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => Answer(Proto.ConcernOutcome.Unfounded)));

        Assert.Equal((complaint, Proto.ConcernState.Answered), await Seen(concern.Reference) is var seen ? (seen.ComplaintId, seen.State) : default);
        Assert.DoesNotContain((await As(Role.Inspector).ListConcernsAsync(new() { Country = "LA", PageSize = 200 })).Concerns, c => c.ConcernId == concern.ConcernId);
    }

    [Fact]
    public async Task A_year_after_the_answer_the_words_are_forgotten_and_the_answer_stays()
    {
        var concern = await Seen((await Anybody.RaiseConcernAsync(Told())).Reference);
        await As(Role.MinistryOfficer).AnswerConcernAsync(new() { RequestId = Ask.NewId(), ConcernId = concern.ConcernId, Outcome = Proto.ConcernOutcome.TooLittleKnown, Answer = "We could not find the place." });
        var round = host.Services.GetRequiredService<ForgottenWords>();

        await round.Round(RecruitmentHost.Now.AddDays(ForgottenWords.KeptDays), TestContext.Current.CancellationToken);
        Assert.Equal(Words, (await Seen(concern.Reference)).Words);
        await round.Round(RecruitmentHost.Now.AddDays(ForgottenWords.KeptDays + 1), TestContext.Current.CancellationToken);

        Assert.Equal(("", "We could not find the place."), await Seen(concern.Reference) is var seen ? (seen.Words, seen.Answer) : default);
    }
}
