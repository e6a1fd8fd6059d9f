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
        var id = Guid.NewGuid();
        await Host.Deliver<PlaceGiven, OnPlaceGiven>(new()
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = Host.Time.GetUtcNow(),
            SubjectId = id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = worker,
            Country = "TH",
            SessionId = Guid.NewGuid(),
            StartsAt = Host.Time.GetUtcNow().AddDays(2),
            EndsAt = Host.Time.GetUtcNow().AddDays(2).AddHours(6),
        });

        var waits = await Eventually.Becomes(() => Of(worker), r => r.NextAttemptAt > r.MadeAt);
        Assert.Equal(day.AddDays(1).StartIn("TH").AddHours(8), waits.NextAttemptAt);
        Becomes(hour: 9);
        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(phone));
    }

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
