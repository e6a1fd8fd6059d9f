using System.Net;
using Gms.Access.Messages;
using Gms.Access.Reminders;
using Gms.Access.Tests.SignInCodes;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.Reminders;

/// <summary>A worker is reminded that a stay ends.</summary>
public sealed class StayEndReminderTests(CodeHost host) : ReminderTests(host)
{
    StayEndNeared Neared(string worker, DateOnly until, Guid? crossing = null) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = Host.Time.GetUtcNow(),
        SubjectId = Guid.NewGuid().ToString(),
        SubjectVersion = 1,
        WorkerNumber = worker,
        Country = "TH",
        CrossingId = crossing ?? Guid.NewGuid(),
        Until = until,
    };

    Task Deliver(StayEndNeared happened) => Host.Deliver<StayEndNeared, OnStayEndNeared>(happened);

    [Fact]
    public async Task It_comes_once_in_the_worker_s_language_and_says_nothing_of_the_worker()
    {
        var today = Becomes(hour: 9);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone, language: "km-KH");
        var neared = Neared(worker, today.AddDays(30));

        await Deliver(neared);
        await Deliver(neared);
        await Deliver(Neared(worker, neared.Until, neared.CrossingId));

        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        var said = Assert.Single(At(phone));
        Assert.Contains("\"language\":\"km\"", said, StringComparison.Ordinal);
        Assert.Contains("មានការរំលឹកមួយ", said, StringComparison.Ordinal);
        Assert.Contains(SignIn, said, StringComparison.Ordinal);
        Assert.DoesNotContain(worker, said, StringComparison.Ordinal);
        Assert.DoesNotContain(neared.Until.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), said, StringComparison.Ordinal);
        Assert.NotEmpty(await Host.Audit("reminder-sent"));
        Assert.DoesNotContain(phone, await Rows(), StringComparison.Ordinal);
        Assert.DoesNotContain(Host.Log.Lines, l => l.Contains(phone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extension_brings_another_one()
    {
        var today = Becomes(hour: 9);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);
        var neared = Neared(worker, today.AddDays(20));

        await Deliver(neared);
        await Outcome(worker);
        await Deliver(Neared(worker, neared.Until.AddDays(90), neared.CrossingId));

        Assert.Equal(2, (await Eventually.Becomes(() => Task.FromResult(At(phone)), said => said.Count > 1)).Count);
    }

    [Fact]
    public async Task At_night_it_waits_for_the_morning_of_the_country()
    {
        var day = Becomes(hour: 22);
        var phone = CodeHost.Phone();
        var worker = Host.Worker(phone);

        await Deliver(Neared(worker, day.AddDays(10)));

        var waits = await Eventually.Becomes(() => Of(worker), r => r.NextAttemptAt > r.MadeAt);
        Assert.Equal((day.AddDays(1).StartIn("TH").AddHours(8), 0), (waits.NextAttemptAt, waits.Attempts));
        Assert.Empty(At(phone));

        Becomes(hour: 9);
        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(phone));
    }

    [Fact]
    public async Task What_cannot_be_sent_now_is_sent_later_by_e_mail_where_the_telephone_is_refused()
    {
        var today = Becomes(hour: 9);
        var phone = CodeHost.Phone();
        Host.Sms.Answers = body => body.Contains(phone, StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        var worker = Host.Worker(phone, $"w{phone[1..]}@example.org", "vi");
        Host.StopRegistry();

        await Deliver(Neared(worker, today.AddDays(10)));
        await Eventually.Becomes(() => Of(worker), r => r.Attempts > 0);
        Host.StartRegistry();
        Host.Time.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Contains("Content-Language: vi", Assert.Single(Host.Mail.Taken, m => m.To == $"w{phone[1..]}@example.org").Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_perhaps_came_goes_again_after_a_day_only()
    {
        var today = Becomes(hour: 9);
        var phone = CodeHost.Phone();
        Host.Sms.Answers = body => body.Contains(phone, StringComparison.Ordinal) ? HttpStatusCode.GatewayTimeout : HttpStatusCode.Accepted;
        var worker = Host.Worker(phone);

        await Deliver(Neared(worker, today.AddDays(10)));

        var waits = await Eventually.Becomes(() => Of(worker), r => r.NextAttemptAt > r.MadeAt.AddHours(20));
        Assert.Equal((1, null), (waits.Attempts, waits.DoneAt));
        Host.Sms.Answers = _ => HttpStatusCode.Accepted;
        Becomes(hour: 10);
        Becomes(hour: 9);
        Assert.Equal(MessageOutcome.Sent, await Outcome(worker));
        Assert.Single(At(phone));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_day_that_is_over_nor_under_a_number_that_nobody_has()
    {
        var today = Becomes(hour: 9);
        var phone = CodeHost.Phone();
        var (late, nobody, unreachable) = (Host.Worker(phone), WorkerNumber.New("LA"), Host.Worker());

        await Deliver(Neared(late, today.AddDays(-1)));
        await Deliver(Neared(nobody, today.AddDays(10)));
        await Deliver(Neared(unreachable, today.AddDays(10)));

        Assert.Equal((MessageOutcome.Expired, MessageOutcome.NoSuchWorker, MessageOutcome.NoAddress), (await Outcome(late), await Outcome(nobody), await Outcome(unreachable)));
        Assert.Empty(At(phone));
    }

    /// <summary>Everything that the database holds of reminders and audit, as text.</summary>
    Task<string> Rows() => Host.Db(db => db.Database.SqlQuery<string>(
        $"SELECT (SELECT coalesce(string_agg(r::text, ' '), '') FROM reminders r) || (SELECT coalesce(string_agg(a::text, ' '), '') FROM audit a) AS \"Value\"").SingleAsync());
}
