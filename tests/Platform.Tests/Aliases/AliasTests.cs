using FsCheck;
using FsCheck.Fluent;
using Gms.Events.Registry;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.Aliases;

/// <summary>What a service makes of merges that it is told, in whatever order.</summary>
public sealed class AliasTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    const int People = 5;

    /// <summary>Each step merges the one into the other, or parts what the one was absorbed by; then in which order the events come.</summary>
    static readonly Arbitrary<(int One, int Other, bool Part)[]> Steps = (
        from steps in Gen.ArrayOf(from one in Gen.Choose(0, People - 1) from other in Gen.Choose(0, People - 1) from part in Gen.Elements(false, false, true) select (one, other, part), 10)
        select steps).ToArbitrary();

    [Fact]
    public void In_whatever_order_and_however_often_events_come_the_numbers_of_a_person_are_the_same() =>
        Prop.ForAll(Steps, Gen.Choose(0, int.MaxValue).ToArbitrary(), (steps, seed) =>
        {
            var forest = new Forest();
            var told = steps.SelectMany(s => forest.Do(s.One, s.Other, s.Part)).ToArray();
            var random = new Random(seed);
            random.Shuffle(told);
            var repeated = told.Concat(told.Where(_ => random.Next(3) == 0)).ToArray();

            return Agrees(forest, repeated).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void While_events_are_missing_a_number_still_resolves() =>
        Prop.ForAll(Steps, Gen.Choose(0, int.MaxValue).ToArbitrary(), (steps, seed) =>
        {
            var forest = new Forest();
            var random = new Random(seed);
            var told = steps.SelectMany(s => forest.Do(s.One, s.Other, s.Part)).Where(_ => random.Next(2) == 0).ToArray();
            random.Shuffle(told);

            return Resolves(forest, told).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task A_number_that_nobody_merged_is_its_own_person()
    {
        var number = WorkerNumber.New("LA");

        Assert.Equal([number], await host.Db(db => db.NumbersOf(number, default)));
        Assert.Equal(number, await host.Db(db => db.SurvivorOf(number, default)));
    }

    [Fact]
    public async Task A_merge_tells_both_sides_whole_and_only_the_first_time()
    {
        var forest = new Forest();
        var first = (WorkersMerged)forest.Do(1, 0, false).Single();
        var second = (WorkersMerged)forest.Do(3, 2, false).Single();
        var both = (WorkersMerged)forest.Do(2, 0, false).Single();
        foreach (var merge in new[] { first, second })
            await host.Db(db => db.Learn(merge, default));

        var sides = await host.Db(db => db.Learn(both, default));

        Assert.Equal(Ordered(forest.Numbers[2], forest.Numbers[3]), sides!.Absorbed.Order(StringComparer.Ordinal));
        Assert.Equal(Ordered(forest.Numbers[0], forest.Numbers[1]), sides.Others.Order(StringComparer.Ordinal));
        Assert.Null(await host.Db(db => db.Learn(both, default)));
    }

    [Fact]
    public async Task A_merge_that_comes_after_it_was_undone_tells_nothing()
    {
        var forest = new Forest();
        var merged = (WorkersMerged)forest.Do(1, 0, false).Single();
        var unmerged = (WorkersUnmerged)forest.Do(1, 0, true).Single();

        Assert.Null(await host.Db(db => db.Learn(unmerged, default)));
        Assert.Null(await host.Db(db => db.Learn(merged, default)));
        Assert.Equal([forest.Numbers[0]], await host.Db(db => db.NumbersOf(forest.Numbers[0], default)));
    }

    [Fact]
    public async Task An_undone_merge_closes_what_it_had_revealed_and_nobody_decided()
    {
        var forest = new Forest();
        var merged = (WorkersMerged)forest.Do(1, 0, false).Single();
        await host.Db(async db =>
        {
            await db.Learn(merged, default);
            db.OpenWorkItem(new()
            {
                Kind = "REVEALED", Key = Platform.Aliases.MergeKey(merged.MergeId) + "a:b", Country = "LA", Subjects = forest.Numbers, Facts = new Dictionary<string, string>(), Decisions = ["ONE_WRONG"], OpenedAt = DateTimeOffset.UnixEpoch,
            });
            await db.Commit(default);
            return 0;
        });

        await host.Db(async db =>
        {
            await db.Learn((WorkersUnmerged)forest.Do(1, 0, true).Single(), default);
            await db.Commit(default);
            return 0;
        });

        var item = await host.Db(db => db.WorkItems.SingleAsync(i => i.Kind == "REVEALED"));
        Assert.Equal((WorkItemState.Closed, "UNMERGED"), (item.State, item.Steps[^1].Decision));
    }

    [Fact]
    public async Task An_undone_merge_closes_what_a_later_one_had_revealed_between_those_that_it_parts_and_nothing_else()
    {
        var forest = new Forest();
        var (numbers, merges) = (forest.Numbers, new[] { forest.Do(0, 1, false).Single(), forest.Do(1, 2, false).Single() });
        await Tell(merges);
        var second = ((WorkersMerged)merges[1]).MergeId;
        await Open(second, "APART", numbers[0], numbers[2]);
        await Open(second, "STAYS", numbers[1], numbers[2]);

        await Tell([forest.Do(0, 1, true).Single()]);

        Assert.Equal([("APART", WorkItemState.Closed), ("STAYS", WorkItemState.Open)], await host.Db(async db =>
            (await db.WorkItems.Where(i => i.Key.StartsWith(second.ToString("N"))).OrderBy(i => i.Kind).ToListAsync()).Select(i => (i.Kind, i.State))));
    }

    [Theory]
    [InlineData("ONE_ENDED", 1)]
    [InlineData("BOTH_RIGHT", 0)]
    public async Task What_was_decided_against_one_of_two_because_they_were_one_person_is_put_before_an_officer_when_they_part(string decision, int asked)
    {
        var forest = new Forest();
        var merged = (WorkersMerged)forest.Do(1, 0, false).Single();
        await Tell([merged]);
        await Open(merged.MergeId, "DECIDED", forest.Numbers[0], forest.Numbers[1]);
        await host.Db(async db =>
        {
            await db.CloseWorkItems(Platform.Aliases.MergeKey(merged.MergeId), decision, "The first contract was ended.", DateTimeOffset.UnixEpoch, default);
            await db.Commit(default);
            return 0;
        });

        await Tell([forest.Do(1, 0, true).Single()]);

        var items = await host.Db(db => db.WorkItems.Where(i => i.Kind == "DECIDED_WHILE_MERGED" && i.Subjects.Contains(forest.Numbers[0])).ToListAsync());
        Assert.Equal(asked, items.Count);
        Assert.All(items, i => Assert.Equal((WorkItemState.Open, "c1", "DECIDED", decision), (i.State, i.Facts["contract_id"], i.Facts["decided_kind"], i.Facts["decision"])));
    }

    Task<int> Open(Guid merge, string kind, params string[] subjects) => host.Db(async db =>
    {
        db.OpenWorkItem(new()
        {
            Kind = kind, Key = $"{Platform.Aliases.MergeKey(merge)}{kind}", Country = "LA", Subjects = subjects, Facts = new Dictionary<string, string> { ["contract_id"] = "c1" },
            Decisions = ["BOTH_RIGHT", "ONE_ENDED"], OpenedAt = DateTimeOffset.UnixEpoch,
        });
        await db.Commit(default);
        return 0;
    });

    [Fact]
    public async Task A_worker_reaches_the_own_records_under_either_number()
    {
        var forest = new Forest();
        var (own, other) = (forest.Numbers[1], forest.Numbers[0]);
        var caller = new Caller { Account = "worker", Worker = own, Roles = new HashSet<string> { Role.Worker } };
        Assert.False(caller.Reaches(new() { Worker = other }));

        await host.Db(db => db.Learn((WorkersMerged)forest.Do(1, 0, false).Single(), default));

        Assert.True((caller with { WorkerNumbers = await host.Db(db => db.NumbersOf(own, default)) }).Reaches(new() { Worker = other }));
        Assert.False((caller with { WorkerNumbers = await host.Db(db => db.NumbersOf(own, default)) }).Reaches(new()));
    }

    async Task<bool> Agrees(Forest forest, IReadOnlyList<Events.IEvent> told)
    {
        await Tell(told);
        foreach (var number in forest.Numbers)
            if (!(await host.Db(db => db.NumbersOf(number, default))).Order(StringComparer.Ordinal).SequenceEqual(forest.Of(number).Order(StringComparer.Ordinal))
                || await host.Db(db => db.SurvivorOf(number, default)) != forest.Root(number))
                return false;
        return true;
    }

    async Task<bool> Resolves(Forest forest, IReadOnlyList<Events.IEvent> told)
    {
        await Tell(told);
        foreach (var number in forest.Numbers)
        {
            var numbers = await host.Db(db => db.NumbersOf(number, default));
            if (!numbers.Contains(number) || !numbers.Contains(await host.Db(db => db.SurvivorOf(number, default))))
                return false;
        }
        return true;
    }

    async Task Tell(IReadOnlyList<Events.IEvent> told)
    {
        foreach (var happened in told)
            await host.Db(async db =>
            {
                if (happened is WorkersMerged merged)
                    await db.Learn(merged, default);
                else
                    await db.Learn((WorkersUnmerged)happened, default);
                await db.Commit(default);
                return 0;
            });
    }

    static IEnumerable<string> Ordered(params string[] numbers) => numbers.Order(StringComparer.Ordinal);

    /// <summary>What the Registry would have decided, in the plainest way: who absorbed whom.</summary>
    sealed class Forest
    {
        readonly Dictionary<string, WorkersMerged> _absorbed = [];
        readonly Dictionary<string, int> _turns = [];

        public string[] Numbers { get; } = [.. Enumerable.Range(0, People).Select(_ => WorkerNumber.New("LA"))];

        public string Root(string number) => _absorbed.TryGetValue(number, out var merge) ? Root(merge.WorkerNumber) : number;

        public IEnumerable<string> Of(string number) => Numbers.Where(n => Root(n) == Root(number));

        public IEnumerable<Events.IEvent> Do(int one, int other, bool part)
        {
            var (number, into) = (Numbers[one], Root(Numbers[other]));
            if (part && _absorbed.Remove(number, out var undone))
                yield return Undone(undone);
            else if (!part && !_absorbed.ContainsKey(number) && into != number)
                yield return _absorbed[number] = Merged(number, into);
        }

        WorkersMerged Merged(string number, string into)
        {
            var (id, turn) = (Guid.CreateVersion7(), _turns[number] = _turns.GetValueOrDefault(number) + 1);
            return new()
            {
                EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UnixEpoch, SubjectId = id.ToString(), SubjectVersion = 1, WorkerNumber = into, Country = "LA",
                MergeId = id, AbsorbedNumber = number, AbsorbedCountry = "LA", Turn = turn, MergedAt = DateTimeOffset.UnixEpoch,
            };
        }

        static WorkersUnmerged Undone(WorkersMerged merge) => new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UnixEpoch.AddDays(1), SubjectId = merge.SubjectId, SubjectVersion = 2, WorkerNumber = merge.WorkerNumber, Country = "LA",
            MergeId = merge.MergeId, AbsorbedNumber = merge.AbsorbedNumber, AbsorbedCountry = "LA", Turn = merge.Turn, MergedAt = merge.MergedAt,
        };
    }
}
