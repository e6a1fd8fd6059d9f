using FsCheck;
using FsCheck.Fluent;
using Gms.Events;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Journeys;
using Gms.Registry.Tests.Departures;
using Gms.Registry.Tests.Journeys;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Merges;

public sealed class UnmergeWorkersTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    const int People = 4;

    readonly Proto.Merges.MergesClient _officer = host.Merges();

    static readonly Arbitrary<(int Survivor, int Absorbed, bool Undo)[]> Steps = Gen.ArrayOf(
        from survivor in Gen.Choose(0, People - 1) from absorbed in Gen.Choose(0, People - 1) from undo in Gen.Elements(false, false, true) select (survivor, absorbed, undo), 8).ToArbitrary();

    [Fact]
    public void Whatever_was_merged_and_undone_undoing_the_rest_in_any_order_leaves_everything_as_it_was() =>
        Prop.ForAll(Steps, Gen.Choose(0, int.MaxValue).ToArbitrary(), (steps, seed) => Restored(steps, new Random(seed)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    async Task<bool> Restored((int Survivor, int Absorbed, bool Undo)[] steps, Random random)
    {
        var numbers = new string[People];
        for (var i = 0; i < People; i++)
            numbers[i] = await host.Enrolled();
        var before = await State(numbers);
        var inEffect = new List<string>();
        foreach (var (survivor, absorbed, undo) in steps)
        {
            if (undo && inEffect.Count > 0)
                await Undo(inEffect, random);
            else if (await Merge(numbers[survivor], numbers[absorbed]) is { } merge)
                inEffect.Add(merge);
            if (!await IsConsistent(numbers))
                return false;
        }
        while (inEffect.Count > 0)
            await Undo(inEffect, random);
        return before.SequenceEqual(await State(numbers));
    }

    async Task<string?> Merge(string survivor, string absorbed)
    {
        try
        {
            return (await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed))).MergeId;
        }
        catch (RpcException refused) when (refused.Problems()[0].Code is "MERGE_OF_ONE_WORKER" or "MERGE_ABSORBED_ALREADY")
        {
            return null;
        }
    }

    async Task Undo(List<string> inEffect, Random random)
    {
        var merge = inEffect[random.Next(inEffect.Count)];
        inEffect.Remove(merge);
        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merge));
    }

    /// <summary>What an officer sees of each.</summary>
    async Task<List<Proto.GetWorkerResponse>> State(string[] numbers)
    {
        var shown = new List<Proto.GetWorkerResponse>();
        foreach (var number in numbers)
            shown.Add(await host.Workers().GetWorkerAsync(new() { WorkerNumber = number }));
        return shown;
    }

    /// <summary>Every number leads to one survivor, which is its own; and the numbers of one person are the same from each of them.</summary>
    async Task<bool> IsConsistent(string[] numbers)
    {
        foreach (var number in numbers)
        {
            var survivor = await host.Host.Db(db => db.SurvivorOf(number, default));
            if (await host.Host.Db(db => db.SurvivorOf(survivor, default)) != survivor
                || !(await host.Host.Db(db => db.NumbersOf(survivor, default))).SequenceEqual(await host.Host.Db(db => db.NumbersOf(number, default))))
                return false;
        }
        return true;
    }

    [Fact]
    public async Task What_was_recorded_while_they_were_one_keeps_its_number_and_an_officer_is_asked_whose_it_is()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var departures = host.Departures(DeparturesHost.Officer("LA"));
        var before = (await departures.RegisterDepartureAsync(Given.Application(absorbed))).Departure;
        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        var meanwhile = (await departures.RegisterDepartureAsync(Given.Application(absorbed))).Departure;

        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));

        var item = Assert.Single(await host.Found("MADE_WHILE_MERGED", survivor));
        Assert.Equal(("departures", meanwhile.DepartureId), Assert.Single(item.Facts) is var f ? (f.Name, f.Value) : default);
        Assert.Equal([absorbed, absorbed], await host.Host.Db(db => db.Departures.Where(d => d.Id == Guid.Parse(before.DepartureId) || d.Id == Guid.Parse(meanwhile.DepartureId)).Select(d => d.WorkerNumber).ToListAsync()));
    }

    [Fact]
    public async Task Consents_and_documents_of_the_time_in_which_they_were_one_are_asked_about_too()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        var consent = (await new Proto.Consents.ConsentsClient(host.Host.As(Who.TheWorker(survivor), "own-record")).RecordConsentAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(), WorkerNumber = survivor, Purpose = Gms.Type.V1.Purpose.Recruitment, GivenTo = "agency-one", TextVersion = 1, Language = "lo", Manner = Proto.ConsentManner.SignedIn,
        })).ConsentId;
        var document = (await new Proto.Documents.DocumentsClient(host.Host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment")).AddDocumentAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(), WorkerNumber = survivor,
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = $"PA{Guid.NewGuid():N}"[..12], ValidUntil = new() { Year = 2033, Month = 5, Day = 1 }, Evidence = Proto.Evidence.OriginalSeen, EvidenceReference = "scan 12" },
        })).DocumentId;

        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));

        Assert.Equal([("consents", consent), ("documents", document)], Assert.Single(await host.Found("MADE_WHILE_MERGED", survivor)).Facts.Select(f => (f.Name, f.Value)).Order());
    }

    [Fact]
    public async Task A_merge_is_undone_once_and_may_be_made_again()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));

        Assert.Equal(["MERGE_NOT_EFFECTIVE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId))));
        await _officer.MergeWorkersAsync(MergesHost.Merge(absorbed, survivor));
        Assert.Equal(absorbed, (await host.Workers().GetWorkerAsync(new() { WorkerNumber = survivor })).WorkerNumber);
    }

    [Fact]
    public async Task Both_histories_stay_readable_with_who_did_what_and_why()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));

        foreach (var number in new[] { survivor, absorbed })
        {
            var listed = Assert.Single((await _officer.ListMergesAsync(new() { WorkerNumber = number })).Merges);
            Assert.Equal((Proto.MergeState.Undone, "both passports seen"), (listed.State, listed.Evidence));
            Assert.Equal([(Proto.MergeStepKind.Merged, "enrolled again with a new passport"), (Proto.MergeStepKind.Undone, "two sisters")], listed.History.Select(s => (s.What, s.Reason)));
        }
    }

    [Fact]
    public async Task The_timeline_is_whole_under_either_number_while_merged_and_each_one_s_own_afterwards()
    {
        var (survivor, absorbed) = (await host.Enrolled(), await host.Enrolled());
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(Happened.Enrolled(survivor, 0), Happened.Enrolled(absorbed, 1));
        var journeys = new Proto.Journeys.JourneysClient(host.Host.As(DeparturesHost.Officer("LA"), "departure-clearance"));
        async Task<int> Length(string number) => (await journeys.GetJourneyAsync(new() { WorkerNumber = number })).Entries.Count;
        Assert.Equal((1, 1), (await Length(survivor), await Length(absorbed)));

        var merged = await _officer.MergeWorkersAsync(MergesHost.Merge(survivor, absorbed));
        Assert.Equal((2, 2), (await Length(survivor), await Length(absorbed)));
        Assert.Equal(survivor, (await journeys.GetJourneyAsync(new() { WorkerNumber = absorbed })).WorkerNumber);

        // What comes afterwards under the absorbed number is there too.
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(Happened.Enrolled(absorbed, 2));
        Assert.Equal((3, 3), (await Length(survivor), await Length(absorbed)));

        await _officer.UnmergeWorkersAsync(MergesHost.Unmerge(merged.MergeId));
        Assert.Equal((1, 2), (await Length(survivor), await Length(absorbed)));
    }
}
