using Gms.Platform.Tests.Messaging;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Client = Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient;

namespace Gms.Platform.Tests.ErrorQueues;

public sealed class RedriveTests(BrokenHandler broken) : IClassFixture<BrokenHandler>
{
    readonly Client _administrator = broken.As(BrokenHandler.Administrator);

    [Fact]
    public async Task Once_the_handler_is_mended_all_are_driven_again_and_each_has_its_effect_once()
    {
        await broken.GivenUp("LA-ALL", 7);
        broken.Break(null);

        var answer = await _administrator.RedriveAsync(BrokenHandler.Again());

        Assert.Equal((7, 0), (answer.Moved, answer.Left));
        await Until.True("handled", async () => await broken.Handled("LA-ALL") == 7);
        Assert.Equal(0, await broken.Messages());
        Assert.Equal(7, await broken.Host.Db(db => db.Tellings.Where(t => t.Consumer == nameof(OnWorkerEnrolled) && t.Subject.StartsWith("LA-ALL")).Select(t => t.EventId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task One_event_is_driven_again_and_the_others_stay()
    {
        var ids = await broken.GivenUp("LA-ONE", 3);
        broken.Break(null);

        var answer = await _administrator.RedriveAsync(BrokenHandler.Again(ids[1]));

        Assert.Equal((1, 2), (answer.Moved, answer.Left));
        await Until.True("handled", async () => await broken.Handled("LA-ONE") == 1);
        await Until.True("the others are there", async () => await broken.Found() is { Messages: 2, First.Count: 2 } queue && queue.First.All(e => e.EventId != ids[1]));
        Assert.Equal(["ERROR_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _administrator.RedriveAsync(BrokenHandler.Again(ids[1]))));
        await broken.Empty();
    }

    [Fact]
    public async Task What_still_fails_comes_back_and_is_not_moved_twice()
    {
        var ids = await broken.GivenUp("LA-POISON", 2);

        Assert.Equal(2, (await _administrator.RedriveAsync(BrokenHandler.Again())).Moved);

        await Until.True("back", async () => await broken.Found() is { Messages: 2 } queue && queue.First.Select(e => e.EventId).Order().SequenceEqual(ids.Order()));
        Assert.Equal(0, await broken.Handled("LA-POISON"));
        await broken.Empty();
        Assert.Equal(2, await broken.Handled("LA-POISON"));
    }

    /// <summary>Somebody sent the event again by another way before.</summary>
    [Fact]
    public async Task What_was_handled_after_all_is_passed_over()
    {
        await broken.GivenUp("LA-AFTER", 1);
        broken.Break(null);
        var received = Deliveries.To(broken.Host);
        await using (var owner = Npgsql.NpgsqlDataSource.Create(broken.Host.Database.OwnerConnection))
        await using (var again = owner.CreateCommand("UPDATE outbox SET published_at = NULL WHERE subject_id LIKE 'LA-AFTER-%'"))
            await again.ExecuteNonQueryAsync();
        await Until.True("handled", async () => await broken.Handled("LA-AFTER") == 1 && received.All == 2);

        Assert.Equal(1, (await _administrator.RedriveAsync(BrokenHandler.Again())).Moved);

        await Until.True("received", () => received.All == 3);
        Assert.Equal(1, await broken.Handled("LA-AFTER"));
    }

    [Fact]
    public async Task A_repeat_answers_the_same_and_moves_nothing()
    {
        await broken.GivenUp("LA-REPEAT", 2);
        var request = BrokenHandler.Again();
        var first = await _administrator.RedriveAsync(request);
        await Until.True("back", async () => await broken.Messages() == 2);

        Assert.Equal(first, await _administrator.RedriveAsync(request));

        broken.Break(null);
        Assert.Equal(2, await broken.Messages());
        await broken.Empty();
    }

    [Fact]
    public async Task It_stands_in_the_audit_who_drove_again()
    {
        await broken.GivenUp("LA-AUDIT", 1);
        await broken.Empty();

        Assert.Contains(BrokenHandler.Administrator.Account, await broken.Host.Db(db => db.Database
            .SqlQuery<string>($"""SELECT account AS "Value" FROM audit WHERE event = 'errors-redriven' AND kind = 'change'""").ToListAsync()));
    }

    [Fact]
    public async Task Only_who_administers_the_whole_may_drive_again()
    {
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => broken.As(A.Officer).RedriveAsync(BrokenHandler.Again())));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => broken.As(Who.Is(Role.Auditor, null)).RedriveAsync(BrokenHandler.Again())));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => broken.As(BrokenHandler.Administrator with { Agency = Guid.NewGuid() }).RedriveAsync(BrokenHandler.Again())));
    }

    [Theory]
    [InlineData("", "", StatusCode.InvalidArgument, "FIELD_REQUIRED")]
    [InlineData("gms.probe.on-nothing", "", StatusCode.NotFound, "ERROR_QUEUE_NOT_FOUND")]
    [InlineData("gms.probe.on-worker-enrolled_error", "", StatusCode.NotFound, "ERROR_QUEUE_NOT_FOUND")]
    [InlineData(BrokenHandler.Queue, "not an id", StatusCode.InvalidArgument, "ID_MALFORMED")]
    [InlineData(BrokenHandler.Queue, "0197a000-0000-7000-8000-000000000000", StatusCode.NotFound, "ERROR_NOT_FOUND")]
    public async Task What_is_not_there_is_refused(string queue, string eventId, StatusCode status, string code) =>
        Assert.Equal([code], await Refused.Codes(status, () => _administrator.RedriveAsync(new() { RequestId = Guid.NewGuid().ToString(), Queue = queue, EventId = eventId })));
}
