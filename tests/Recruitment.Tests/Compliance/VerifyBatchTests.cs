using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Compliance;

public sealed class VerifyBatchTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    Proto.Compliance.ComplianceClient Registry => host.Compliance(Who.ServiceItself("registry"), "departure-clearance");

    static Proto.VerifyBatchItem Item(string worker, string contract = "", string asker = "the-one-who-applied") => new()
    {
        Recruitment = new() { WorkerNumber = worker, ContractId = contract, AsOf = Ask.Day(2026, 12, 5) },
        Asker = new() { Account = asker, Organisation = "office-1" },
    };

    [Fact]
    public async Task Each_is_answered_as_alone_in_order_and_one_that_cannot_be_answered_leaves_the_others_as_they_are()
    {
        var (_, first, contract) = await host.Contract();
        var (_, second, _) = await host.Contract();
        var nobody = WorkerNumber.New("LA");

        var answers = (await Registry.VerifyBatchAsync(new() { Items = { Item(first, contract), Item("nonsense"), Item(nobody, contract), Item(second), Item(nobody) } })).Answers;

        foreach (var (at, worker) in new[] { (0, first), (3, second), (4, nobody) })
        {
            var alone = await Registry.VerifyRecruitmentAsync(Item(worker).Recruitment);
            alone.VerifiedAt = answers[at].Verdict.VerifiedAt;
            Assert.Equal(alone, answers[at].Verdict);
        }
        Assert.Equal("worker_number", Assert.Single(answers[1].Refusal.Problems_).Field);
        Assert.Equal("CONTRACT_NOT_FOUND", Assert.Single(answers[2].Refusal.Problems_).Code);
    }

    [Fact]
    public async Task Each_is_disclosed_in_the_name_of_who_asked_the_service()
    {
        var (_, first, _) = await host.Contract();
        var (_, second, _) = await host.Contract();

        await Registry.VerifyBatchAsync(new() { Items = { Item(first, asker: "one"), Item(second, asker: "two") } });

        foreach (var (worker, asker) in new[] { (first, "one"), (second, "two") })
        {
            var told = await host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Event == "recruitments-verified"));
            Assert.Equal((asker, "office-1", "registry", "departure-clearance", "recruitment_verdict", "read"), (told.Account, told.Organisation, told.Actor, told.Purpose, told.Fields, told.Kind));
        }
    }

    [Fact]
    public async Task Who_is_no_service_asks_in_the_own_name_only_and_within_the_own_reach()
    {
        var (agency, worker, _) = await host.Contract();
        var (_, foreign, _) = await host.Contract();
        var officer = host.Compliance(Who.AgencyOfficer(agency, "LA"));

        Assert.Equal(["ASKER_NOT_ALLOWED"], await Refused.Codes(StatusCode.InvalidArgument, () => officer.VerifyBatchAsync(new() { Items = { Item(worker) } })));
        var answers = (await officer.VerifyBatchAsync(new() { Items = { Own(worker), Own(foreign) } })).Answers;
        Assert.NotEmpty(answers[0].Verdict.Checks);
        Assert.Equal("CONTRACT_NOT_FOUND", Assert.Single(answers[1].Refusal.Problems_).Code);

        Proto.VerifyBatchItem Own(string number) => new() { Recruitment = Item(number).Recruitment };
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task None_and_too_many_are_refused(int count)
    {
        Proto.VerifyBatchRequest request = new();
        request.Items.AddRange(Enumerable.Range(0, count).Select(_ => Item(WorkerNumber.New("LA"))));

        Assert.Equal(["BATCH_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => Registry.VerifyBatchAsync(request)));
    }
}
