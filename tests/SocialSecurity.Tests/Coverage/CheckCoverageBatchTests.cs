using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

public sealed class CheckCoverageBatchTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    Proto.Coverage.CoverageClient Registry => new(host.As(Who.ServiceItself("registry"), "departure-clearance", Given.Now));

    static Proto.CheckCoverageBatchItem Item(string worker, string asker = "the-one-who-applied") => new()
    {
        Coverage = Given.Coverage(worker, "2026-07-20"),
        Asker = new() { Account = asker, Organisation = "office-1" },
    };

    async Task<string> Member()
    {
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker));
        return worker;
    }

    [Fact]
    public async Task Each_is_answered_as_alone_in_order_and_one_that_cannot_be_answered_leaves_the_others_as_they_are()
    {
        var (member, stranger) = (await Member(), host.Worker());
        var wrong = Item(member);
        wrong.Coverage.EmploymentType = "NONSENSE";

        var answers = (await Registry.CheckCoverageBatchAsync(new() { Items = { Item(member), wrong, Item(stranger), Item(member) } })).Answers;

        foreach (var (at, worker) in new[] { (0, member), (2, stranger), (3, member) })
            Assert.Equal(await Registry.CheckCoverageAsync(Item(worker).Coverage), answers[at].Coverage);
        Assert.NotEqual(answers[0].Coverage, answers[2].Coverage);
        Assert.Equal("employment_type", Assert.Single(answers[1].Refusal.Problems_).Field);
    }

    [Fact]
    public async Task Only_the_checks_are_the_same_checks()
    {
        var member = await Member();

        var answer = (await Registry.CheckCoverageBatchAsync(new() { Items = { Item(member) }, ChecksOnly = true })).Answers.Single().Coverage;

        Assert.Equal((await Registry.CheckCoverageAsync(Item(member).Coverage)).Checks, answer.Checks);
        Assert.Empty(answer.Branches);
        Assert.Empty(answer.Obligations);
    }

    [Fact]
    public async Task Each_is_disclosed_in_the_name_of_who_asked_the_service()
    {
        var (first, second) = (host.Worker(), host.Worker());

        await Registry.CheckCoverageBatchAsync(new() { Items = { Item(first, "one"), Item(second, "two") }, ChecksOnly = true });

        foreach (var (worker, asker) in new[] { (first, "one"), (second, "two") })
        {
            var told = await host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Event == "coverages-checked"));
            Assert.Equal((asker, "office-1", "registry", "departure-clearance", "coverage"), (told.Account, told.Organisation, told.Actor, told.Purpose, told.Fields));
        }
    }

    [Fact]
    public async Task Who_is_no_service_asks_in_the_own_name_only_and_within_the_own_reach()
    {
        var officer = new Proto.Coverage.CoverageClient(host.As(Who.Is(Role.SocialSecurityOfficer, "KH"), "social-security"));
        var own = new Proto.CheckCoverageBatchItem { Coverage = Given.Coverage(host.Worker(), "2026-07-20") };

        Assert.Equal(["ASKER_NOT_ALLOWED"], await Refused.Codes(StatusCode.InvalidArgument, () => officer.CheckCoverageBatchAsync(new() { Items = { Item(host.Worker()) } })));
        Assert.Equal("OUTSIDE_SCOPE", Assert.Single(Assert.Single((await officer.CheckCoverageBatchAsync(new() { Items = { own } })).Answers).Refusal.Problems_).Code);
    }

    [Fact]
    public async Task None_at_all_is_refused() =>
        Assert.Equal(["BATCH_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => Registry.CheckCoverageBatchAsync(new())));
}
