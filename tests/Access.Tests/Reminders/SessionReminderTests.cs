using Gms.Access.Messages;
using Gms.Access.Reminders;
using Gms.Access.Tests.SignInCodes;
using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.Reminders;

/// <summary>Workers are told that there is something to read of a session in which they have a place.</summary>
public sealed class SessionReminderTests(CodeHost host) : ReminderTests(host)
{
    [Fact]
    public async Task Of_a_cancelled_session_each_who_had_a_place_is_told_once_and_nothing_is_said_of_it()
    {
        Becomes(hour: 9);
        var (one, other) = (CodeHost.Phone(), CodeHost.Phone());
        string[] workers = [Host.Worker(one, language: "km-KH"), Host.Worker(other)];
        var cancelled = Cancelled(workers);

        await Host.Deliver<SessionCancelled, OnSessionCancelled>(cancelled);
        await Host.Deliver<SessionCancelled, OnSessionCancelled>(cancelled);

        foreach (var worker in workers)
            Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(other));
        var said = Assert.Single(At(one));
        Assert.Contains(SignIn, said, StringComparison.Ordinal);
        Assert.DoesNotContain(cancelled.SessionId.ToString(), said, StringComparison.Ordinal);
        Assert.DoesNotContain(cancelled.SessionId.ToString("N"), said, StringComparison.Ordinal);
        Assert.DoesNotContain(workers[0], said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_change_of_a_session_is_told_and_none_when_it_has_begun()
    {
        Becomes(hour: 9);
        var (phone, late) = (CodeHost.Phone(), CodeHost.Phone());
        var (worker, tooLate) = (Host.Worker(phone), Host.Worker(late));
        var session = Guid.NewGuid();

        await Host.Deliver<SessionChanged, OnSessionChanged>(Changed(session, 2, worker, TimeSpan.FromDays(3)));
        await Outcome(worker);
        await Host.Deliver<SessionChanged, OnSessionChanged>(Changed(session, 3, worker, TimeSpan.FromDays(4)));
        await Host.Deliver<SessionChanged, OnSessionChanged>(Changed(Guid.NewGuid(), 2, tooLate, TimeSpan.FromHours(-1)));

        Assert.Equal(2, (await Eventually.Becomes(() => Task.FromResult(At(phone)), said => said.Count > 1)).Count);
        Assert.Equal(MessageOutcome.Expired, await Outcome(tooLate));
        Assert.Empty(At(late));
    }

    [Fact]
    public async Task Who_waited_is_told_of_the_place_in_the_morning_of_the_session_s_country()
    {
        var day = Becomes(hour: 22);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);
        await Host.Deliver<PlaceGiven, OnPlaceGiven>(Given(worker, startsIn: TimeSpan.FromDays(2)));

        var waits = await Eventually.Becomes(() => Of(worker), r => r.NextAttemptAt > r.MadeAt);
        Assert.Equal(day.AddDays(1).StartIn("TH").AddHours(8), waits.NextAttemptAt);
        Becomes(hour: 9);
        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(phone));
    }

    [Fact]
    public async Task That_a_session_takes_more_people_is_no_news_for_who_has_a_place()
    {
        Becomes(hour: 9);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);

        await Host.Deliver<SessionChanged, OnSessionChanged>(Changed(Guid.NewGuid(), 2, worker, TimeSpan.FromDays(3)) with { Moved = false });

        Assert.False(await Host.Db(db => db.Reminders.AnyAsync(r => r.WorkerNumber == worker)));
    }

    [Fact]
    public async Task What_begins_before_anybody_would_hear_of_it_in_the_morning_is_told_at_night()
    {
        var day = Becomes(hour: 22);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);

        await Host.Deliver<SessionCancelled, OnSessionCancelled>(Cancelled(worker) with { StartsAt = day.AddDays(1).StartIn("TH").AddHours(9) });

        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(phone));
    }

    [Fact]
    public async Task A_place_in_a_session_that_runs_is_told_and_what_waited_for_the_morning_together_comes_as_one()
    {
        Becomes(hour: 22);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);
        await Host.Deliver<PlaceGiven, OnPlaceGiven>(Given(worker, startsIn: TimeSpan.FromDays(-1)));
        await Host.Deliver<SessionChanged, OnSessionChanged>(Changed(Guid.NewGuid(), 2, worker, TimeSpan.FromDays(3)));
        await Eventually.Becomes(() => Host.Db(db => db.Reminders.CountAsync(r => r.WorkerNumber == worker && r.NextAttemptAt > r.MadeAt)), waiting => waiting == 2);

        Becomes(hour: 9);

        await Eventually.Becomes(() => Host.Db(db => db.Reminders.CountAsync(r => r.WorkerNumber == worker && r.Outcome == MessageOutcome.Sent)), sent => sent == 2);
        Assert.Single(At(phone));
    }

    PlaceGiven Given(string worker, TimeSpan startsIn) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = Host.Time.GetUtcNow(),
        SubjectId = Guid.NewGuid().ToString(),
        SubjectVersion = 1,
        WorkerNumber = worker,
        Country = "TH",
        SessionId = Guid.NewGuid(),
        StartsAt = Host.Time.GetUtcNow() + startsIn,
        EndsAt = Host.Time.GetUtcNow() + startsIn + TimeSpan.FromDays(5),
    };

    SessionCancelled Cancelled(params string[] workers)
    {
        var session = Guid.NewGuid();
        return new()
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = Host.Time.GetUtcNow(),
            SubjectId = session.ToString(),
            SubjectVersion = 2,
            WorkerNumbers = workers,
            Country = "TH",
            SessionId = session,
            Reason = "RoomUnavailable",
        };
    }

    SessionChanged Changed(Guid session, long version, string worker, TimeSpan startsIn) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = Host.Time.GetUtcNow(),
        SubjectId = session.ToString(),
        SubjectVersion = version,
        WorkerNumbers = [worker],
        Country = "TH",
        SessionId = session,
        StartsAt = Host.Time.GetUtcNow() + startsIn,
        EndsAt = Host.Time.GetUtcNow() + startsIn + TimeSpan.FromHours(6),
        Places = 20,
    };
}
