using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Gms.WorkItems.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.WorkItems;

using WorkItemState = Gms.WorkItems.V1.WorkItemState;
using WorkItemStepKind = Gms.WorkItems.V1.WorkItemStepKind;

public sealed class WorkItemTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    static readonly Who Mine = Who.Is(Role.MinistryOfficer, "LA"), Colleague = Mine with { Account = "another" };

    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _officer = new(host.As(Mine, "enrolment"));
    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _colleague = new(host.As(Colleague, "enrolment"));

    [Fact]
    public async Task What_was_found_twice_is_opened_once_and_stays_as_it_was()
    {
        var first = Found("TWICE");
        await Open(first);

        await Open(Found("TWICE"), Found("TWICE"));

        var item = Assert.Single(await All("TWICE"));
        Assert.Equal(first.Id.ToString(), item.WorkItemId);
    }

    [Fact]
    public async Task The_same_found_by_twenty_at_once_is_opened_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Open(Found("AT_ONCE"))));

        Assert.Single(await All("AT_ONCE"));
    }

    [Fact]
    public async Task A_work_item_of_a_change_that_fails_is_not_there()
    {
        await Assert.ThrowsAsync<RefusedException>(() => host.Db(async db =>
        {
            foreach (var _ in Enumerable.Range(0, 2))
                db.Probes.Add(new() { Name = "not twice", Country = "LA", WorkerNumber = "LA-7KQ2-M9XD-R" });
            db.OpenWorkItem(Found("FAILED"));
            await db.Commit(CancellationToken.None);
            return 0;
        }));

        Assert.Empty(await All("FAILED"));
    }

    [Fact]
    public async Task It_tells_what_was_found_of_whom_and_every_step_to_its_decision()
    {
        var id = await Open(Found("STEPS"));

        Assert.Equal(WorkItemState.Taken, (await _officer.TakeWorkItemAsync(Take(id))).State);
        Assert.Equal(WorkItemState.Closed, (await _officer.CloseWorkItemAsync(Close(id))).State);

        var told = await _officer.GetWorkItemAsync(new() { WorkItemId = id });
        Assert.Equal(["LA-7KQ2-M9XD-R"], told.WorkItem.WorkerNumbers);
        Assert.Equal([("days", "31"), ("scheme", "LA_SSO")], told.WorkItem.Facts.Select(f => (f.Name, f.Value)));
        Assert.Equal((Mine.Account, Mine.Organisation, new Gms.Type.V1.Date { Year = 2026, Month = 12, Day = 24 }), (told.WorkItem.Owner, told.WorkItem.OwnerOrganisation, told.WorkItem.DueOn));
        Assert.Equal(
            [(WorkItemStepKind.Opened, "", ""), (WorkItemStepKind.Taken, "", ""), (WorkItemStepKind.Closed, "BOTH_RIGHT", "two employers")],
            told.History.Select(s => (s.What, s.Decision, s.Reason)));
    }

    [Fact]
    public async Task Whoever_reads_or_decides_it_is_disclosed_to_the_workers_it_is_about()
    {
        var number = WorkerNumber.New("LA");
        var id = await Open(Found("DISCLOSED", subject: number));

        await _officer.GetWorkItemAsync(new() { WorkItemId = id });
        await _officer.ListWorkItemsAsync(new() { Country = "LA", Kind = "DISCLOSED" });
        await _officer.TakeWorkItemAsync(Take(id));
        await _officer.CloseWorkItemAsync(Close(id));

        Assert.Equal(["work-item-closed", "work-item-read", "work-item-taken", "work-items-listed"],
            await host.Db(db => db.Database.SqlQuery<string>($"""SELECT event AS "Value" FROM audit WHERE subject = {number} AND fields = 'work_item' ORDER BY event""").ToListAsync()));
    }

    [Fact]
    public async Task Only_its_owner_decides_it_and_a_colleague_may_take_it_over()
    {
        var id = await Open(Found("OWNED"));
        Assert.Equal(["WORK_ITEM_NOT_YOURS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CloseWorkItemAsync(Close(id))));
        await _officer.TakeWorkItemAsync(Take(id));
        Assert.Equal(["WORK_ITEM_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.TakeWorkItemAsync(Take(id))));
        Assert.Equal(["WORK_ITEM_NOT_YOURS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _colleague.CloseWorkItemAsync(Close(id))));

        await _colleague.TakeWorkItemAsync(Take(id));
        await _colleague.CloseWorkItemAsync(Close(id));

        Assert.Equal(["WORK_ITEM_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.TakeWorkItemAsync(Take(id))));
        Assert.Equal(["WORK_ITEM_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _colleague.CloseWorkItemAsync(Close(id))));
    }

    [Fact]
    public async Task A_decision_is_one_of_those_that_it_has()
    {
        var id = await Open(Found("CHOICE"));
        await _officer.TakeWorkItemAsync(Take(id));

        Assert.Equal(["WORK_ITEM_DECISION_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CloseWorkItemAsync(Close(id, "SOMETHING"))));
    }

    [Fact]
    public async Task What_another_call_decides_is_not_closed_here()
    {
        var id = await Open(Found("ELSEWHERE", decidedByCall: "gms.probe.v1.Probes/AddProbe"));
        await _officer.TakeWorkItemAsync(Take(id));

        Assert.Equal(["WORK_ITEM_DECIDED_ELSEWHERE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.CloseWorkItemAsync(Close(id))));
    }

    [Fact]
    public async Task Officers_of_another_country_do_not_learn_that_it_exists()
    {
        var id = await Open(Found("HIDDEN"));
        var khmer = new Gms.WorkItems.V1.WorkItems.WorkItemsClient(host.As(Who.Is(Role.MinistryOfficer, "KH"), "enrolment"));

        await Refused.With(StatusCode.NotFound, () => khmer.GetWorkItemAsync(new() { WorkItemId = id }));
        await Refused.With(StatusCode.NotFound, () => khmer.TakeWorkItemAsync(Take(id)));
        await Refused.With(StatusCode.NotFound, () => khmer.CloseWorkItemAsync(Close(id)));
        await Refused.With(StatusCode.PermissionDenied, () => khmer.ListWorkItemsAsync(new() { Country = "LA" }));
        Assert.Empty((await khmer.ListWorkItemsAsync(new() { Country = "KH", Kind = "HIDDEN" })).WorkItems);
    }

    [Fact]
    public async Task A_list_goes_on_page_by_page_from_the_oldest_and_may_be_of_one_state()
    {
        var ids = new List<string>();
        foreach (var n in Enumerable.Range(0, 5))
            ids.Add(await Open(Found("PAGED", key: n.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        await _officer.TakeWorkItemAsync(Take(ids[2]));

        var listed = new List<string>();
        var token = "";
        do
        {
            var page = await _officer.ListWorkItemsAsync(new() { Country = "LA", Kind = "PAGED", PageSize = 2, PageToken = token });
            listed.AddRange(page.WorkItems.Select(i => i.WorkItemId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(ids, listed);

        Assert.Equal([ids[2]], (await _officer.ListWorkItemsAsync(new() { Country = "LA", Kind = "PAGED", State = WorkItemState.Taken })).WorkItems.Select(i => i.WorkItemId));
    }

    [Fact]
    public async Task What_became_of_a_work_item_cannot_be_rewritten_by_the_service()
    {
        foreach (var act in new[] { "UPDATE work_item_steps SET reason = 'x'", "DELETE FROM work_item_steps", "DELETE FROM work_items" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlRawAsync(act)))).SqlState);
    }

    static Platform.WorkItem Found(string kind, string key = "1", string subject = "LA-7KQ2-M9XD-R", string? decidedByCall = null) => new()
    {
        Kind = kind,
        Key = key,
        Country = "LA",
        Subjects = [subject],
        Facts = new Dictionary<string, string> { ["scheme"] = "LA_SSO", ["days"] = "31" },
        Decisions = decidedByCall is null ? ["BOTH_RIGHT", "ONE_WRONG"] : [],
        DecidedByCall = decidedByCall,
        OpenedAt = DateTimeOffset.UnixEpoch,
        DueOn = new(2026, 12, 24),
    };

    async Task<string> Open(params Platform.WorkItem[] found) => await host.Db(async db =>
    {
        foreach (var item in found)
            db.OpenWorkItem(item);
        await db.Commit(CancellationToken.None);
        return found[0].Id.ToString();
    });

    async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> All(string kind) => (await _officer.ListWorkItemsAsync(new() { Country = "LA", Kind = kind })).WorkItems;

    static TakeWorkItemRequest Take(string id) => new() { RequestId = Guid.NewGuid().ToString(), WorkItemId = id };

    static CloseWorkItemRequest Close(string id, string decision = "BOTH_RIGHT") => new() { RequestId = Guid.NewGuid().ToString(), WorkItemId = id, Decision = decision, Reason = "two employers" };
}
