using System.Text;
using Gms.Platform;
using Gms.Registry.Drafts;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Drafts;

public sealed class DraftsTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    static readonly Who Officer = Who.Is(Role.MinistryOfficer, "LA") with { Account = "officer-of-drafts" };

    Proto.Drafts.DraftsClient As(Who? who = null, DateTimeOffset? at = null) => new(host.As(who ?? Officer, "departure-clearance", at ?? Now));

    static Proto.SaveDraftRequest Begun(string id = "", string destination = "TH", int revision = 0) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        DraftId = id,
        Revision = revision,
        Departure = new() { WorkerNumber = "LA-7KQ2-M9XD-R", Destination = destination, PlannedOn = new() { Year = 2026, Month = 12, Day = 20 } },
    };

    Task<Proto.DiscardDraftResponse> Discard(string id, Who? who = null) => As(who).DiscardDraftAsync(new() { RequestId = Guid.NewGuid().ToString(), DraftId = id }).ResponseAsync;

    [Fact]
    public async Task What_was_entered_is_there_again_changed_and_gone_when_it_is_discarded()
    {
        var id = (await As().SaveDraftAsync(Begun())).DraftId;
        var again = await As().SaveDraftAsync(Begun(id, "CN", revision: 1));
        Assert.Equal((id, 2), (again.DraftId, again.Revision));

        var draft = (await As().GetDraftAsync(new() { DraftId = id })).Draft;
        Assert.Equal(("LA-7KQ2-M9XD-R", "CN", 20, Now.AddDays(14)), (draft.Departure.WorkerNumber, draft.Departure.Destination, draft.Departure.PlannedOn.Day, draft.GoneAt.ToDateTimeOffset()));
        Assert.Contains((await As().ListDraftsAsync(new())).Drafts, d => d.DraftId == id);

        await Discard(id);
        await Discard(id);
        Assert.Equal(["DRAFT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => As().GetDraftAsync(new() { DraftId = id }).ResponseAsync));
    }

    [Fact]
    public async Task What_was_saved_meanwhile_in_another_window_is_not_overwritten_and_a_repeat_is_one_save()
    {
        var first = Begun();
        var id = (await As().SaveDraftAsync(first)).DraftId;
        Assert.Equal(id, (await As().SaveDraftAsync(first)).DraftId);
        await As().SaveDraftAsync(Begun(id, "CN", revision: 1));

        Assert.Equal(["DRAFT_SAVED_MEANWHILE"], await Refused.StreamCodes(StatusCode.Aborted, () => As().SaveDraftAsync(Begun(id, "VN", revision: 1)).ResponseAsync));
        var draft = (await As().GetDraftAsync(new() { DraftId = id })).Draft;
        Assert.Equal(("CN", 2), (draft.Departure.Destination, draft.Revision));

        // At the very same moment one of two is saved.
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await As().SaveDraftAsync(Begun(id, "KH", revision: 2));
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));
        Assert.Equal([StatusCode.OK, StatusCode.Aborted, StatusCode.Aborted, StatusCode.Aborted], ends.Order());
    }

    [Fact]
    public async Task A_colleague_another_office_and_whoever_registers_nothing_see_none_of_it()
    {
        var id = (await As().SaveDraftAsync(Begun())).DraftId;

        foreach (var other in new[] { Officer with { Account = "a-colleague" }, Who.Is(Role.MinistryOfficer, "TH") })
        {
            Assert.Equal(["DRAFT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => As(other).GetDraftAsync(new() { DraftId = id }).ResponseAsync));
            Assert.Equal(["DRAFT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => As(other).SaveDraftAsync(Begun(id)).ResponseAsync));
            Assert.Equal(["DRAFT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => Discard(id, other)));
            Assert.DoesNotContain((await As(other).ListDraftsAsync(new())).Drafts, d => d.DraftId == id);
        }
        foreach (var other in new[] { Who.Is(Role.BorderOfficer, "LA"), Who.AgencyOfficer(Guid.NewGuid(), "LA") })
            Assert.Equal(["PERMISSION_MISSING"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => As(other).GetDraftAsync(new() { DraftId = id }).ResponseAsync));
        Assert.Equal(id, (await As().GetDraftAsync(new() { DraftId = id })).Draft.DraftId);
    }

    [Fact]
    public async Task It_is_encrypted_and_goes_fourteen_days_after_it_was_saved_last()
    {
        var id = (await As().SaveDraftAsync(Begun())).DraftId;
        Assert.DoesNotContain("7KQ2", Encoding.UTF8.GetString(await host.Db(db => db.Drafts.Where(d => d.Id == Guid.Parse(id)).Select(d => d.Content).SingleAsync())), StringComparison.Ordinal);
        var work = host.Services.GetRequiredService<OwnWork>();

        await OldDrafts.ThrowAway(work, Now.AddDays(13), TestContext.Current.CancellationToken);
        Assert.True(await host.Db(db => db.Drafts.AnyAsync(d => d.Id == Guid.Parse(id))));
        Assert.Equal(["DRAFT_NOT_FOUND"], await Refused.StreamCodes(StatusCode.NotFound, () => As(at: Now.AddDays(14)).GetDraftAsync(new() { DraftId = id }).ResponseAsync));
        await OldDrafts.ThrowAway(work, Now.AddDays(14), TestContext.Current.CancellationToken);
        Assert.False(await host.Db(db => db.Drafts.AnyAsync(d => d.Id == Guid.Parse(id))));
        Assert.NotEmpty(await host.Db(db => db.Database.SqlQuery<string>($"SELECT account AS \"Value\" FROM audit WHERE call = 'departure-drafts-thrown-away' OR event = 'departure-drafts-thrown-away'").ToListAsync()));
    }

    [Fact]
    public async Task Nobody_keeps_more_than_fifty_and_what_is_no_draft_is_refused()
    {
        var collector = Officer with { Account = "a-collector" };
        for (var i = 0; i < Draft.Most; i++)
            await As(collector).SaveDraftAsync(Begun());

        Assert.Equal(["DRAFT_TOO_MANY"], await Refused.StreamCodes(StatusCode.FailedPrecondition, () => As(collector).SaveDraftAsync(Begun()).ResponseAsync));
        Assert.Equal(Draft.Most, (await As(collector).ListDraftsAsync(new())).Drafts.Count);
        Assert.Equal(["FIELD_REQUIRED"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => As().SaveDraftAsync(new() { RequestId = Guid.NewGuid().ToString() }).ResponseAsync));
        Assert.Equal(["TEXT_TOO_LONG"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => As().SaveDraftAsync(Begun(destination: new('x', 41))).ResponseAsync));
    }
}
