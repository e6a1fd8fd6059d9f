using Gms.Platform;
using Gms.Registry.Duplicates;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Duplicates;

public sealed class DuplicatesCallsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _workers = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Duplicates.DuplicatesClient _duplicates = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));

    [Fact]
    public async Task Before_saving_an_officer_sees_who_it_may_be_and_why()
    {
        var number = await Enrolled("Souliya Vongphachanh", 1991);

        var found = Assert.Single((await _duplicates.FindDuplicatesAsync(Ask("Souliya Wongpachan", 1991))).Candidates);

        Assert.Equal((number, "LA", Proto.DuplicateVerdict.Probable), (found.WorkerNumber, found.Country, found.Verdict));
        Assert.Contains(Proto.DuplicateReasonCode.NameClose, found.Reasons.Select(r => r.Code));
        Assert.Equal(found.Score, found.Reasons.Sum(r => r.Weight), 1);
    }

    [Fact]
    public async Task Nobody_alike_is_an_empty_answer() => Assert.Empty((await _duplicates.FindDuplicatesAsync(Ask("Xaysongkham Bounyavong", 1962))).Candidates);

    [Fact]
    public async Task A_name_is_needed()
    {
        var request = Ask("", 1991);
        request.Names.Clear();

        Assert.Equal(["names"], await Refused.Fields(StatusCode.InvalidArgument, () => _duplicates.FindDuplicatesAsync(request)));
    }

    [Fact]
    public async Task A_pair_that_was_decided_to_be_two_people_is_not_found_again()
    {
        var first = await Enrolled("Nalinh Soukaseum", 1975);
        var second = await Enrolled("Nalinh Soukaseum", 1975, "", day: 0);
        Assert.Contains(first, await FoundFor(second));

        Assert.False((await _duplicates.DecideDuplicateAsync(Decide(first, second, Proto.DuplicateDecisionCode.Different))).ToBeMerged);

        Assert.DoesNotContain(first, await FoundFor(second));
        Assert.Equal(WorkItemState.Closed, (await host.Db(db => db.WorkItems.SingleAsync(i => i.Key == DuplicateDecision.PairKey(first, second)))).State);
    }

    [Fact]
    public async Task One_person_is_merged_next_and_the_newest_decision_holds()
    {
        var first = await Enrolled("Oudone Phoumy", 1974);
        var second = await Enrolled("Oudone Phoumy", 1974, "", day: 0);
        await _duplicates.DecideDuplicateAsync(Decide(second, first, Proto.DuplicateDecisionCode.Different));

        Assert.True((await _duplicates.DecideDuplicateAsync(Decide(first, second, Proto.DuplicateDecisionCode.Same))).ToBeMerged);

        Assert.Contains(first, await FoundFor(second));
    }

    [Fact]
    public async Task A_worker_is_no_duplicate_of_oneself()
    {
        var number = await Enrolled("Vatsana Kounlavong", 1973);

        Assert.Equal(["DUPLICATE_OF_ITSELF"], await Refused.Codes(StatusCode.FailedPrecondition, () => _duplicates.DecideDuplicateAsync(Decide(number, number, Proto.DuplicateDecisionCode.Same))));
    }

    [Fact]
    public async Task Records_that_the_officer_does_not_reach_are_not_decided()
    {
        var khmer = new Proto.Duplicates.DuplicatesClient(host.As(Who.Is(Role.MinistryOfficer, "KH"), "enrolment"));
        var number = await Enrolled("Amphone Xayasane", 1972);

        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.DecideDuplicateAsync(Decide(number, WorkerNumber.New("KH"), Proto.DuplicateDecisionCode.Same))));
    }

    [Fact]
    public async Task People_of_one_batch_are_found_among_each_other()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<DuplicateSearch>();

        var found = await search.Find([.. new[] { Engine.Person(name: "Sengaloun Panyasack"), Engine.Person(name: "Bounmy Keovilay", born: new(1966, 5, 4)), Engine.Person(name: "Panyasack Sengaloun") }.Select(Engine.Matcher.Seek)], default);

        Assert.Equal(2, Assert.Single(found[0]).BatchIndex);
        Assert.Empty(found[1]);
        Assert.Equal(0, Assert.Single(found[2]).BatchIndex);
    }

    async Task<IReadOnlyList<string?>> FoundFor(string number)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var worker = await db.Workers.AsNoTracking().SingleAsync(w => w.WorkerNumber == number);
        var facts = new PersonFacts { Country = worker.Country, WorkerNumber = number, Names = [.. worker.Names.Select(n => n.Full)], BirthDate = worker.BirthDate, Sex = worker.Sex, Nationality = worker.Nationality, Province = worker.Province };
        return [.. (await scope.ServiceProvider.GetRequiredService<DuplicateSearch>().Find([Engine.Matcher.Seek(facts)], default))[0].Select(c => c.WorkerNumber)];
    }

    async Task<string> Enrolled(string name, int year, string province = "LA-SV", int day = 17)
    {
        var request = A.Enrolment();
        request.Names.Clear();
        request.Names.Add(new PersonName { Full = name });
        request.BirthDate = Born(year, day);
        request.Province = province;
        return (await _workers.EnrolWorkerAsync(request)).WorkerNumber;
    }

    static Proto.FindDuplicatesRequest Ask(string name, int year) => new()
    {
        Country = "LA",
        Names = { new PersonName { Full = name } },
        BirthDate = Born(year, 17),
        Sex = Proto.Sex.Female,
        Nationality = "LA",
        Province = "LA-SV",
    };

    static Date Born(int year, int day) => day == 0 ? new() { Year = year } : new() { Year = year, Month = 3, Day = day };

    static Proto.DecideDuplicateRequest Decide(string one, string other, Proto.DuplicateDecisionCode decision) =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = one, OtherWorkerNumber = other, Decision = decision, Reason = "Both were seen." };
}
