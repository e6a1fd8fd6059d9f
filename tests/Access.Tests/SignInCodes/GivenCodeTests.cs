using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Gms.Access.Messages;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.SignInCodes;

/// <summary>A code opens from when it was handed to a sender on, whatever is heard of it.</summary>
public sealed class GivenCodeTests(CodeHost host) : IClassFixture<CodeHost>
{
    [Fact]
    public async Task A_code_that_came_opens_though_the_sender_s_answer_did_not_come()
    {
        var (phone, came) = (CodeHost.Phone(), new TaskCompletionSource<string>());
        host.Sms.Answers = body =>
        {
            if (!body.Contains(phone, StringComparison.Ordinal))
                return HttpStatusCode.Accepted;
            came.TrySetResult(Regex.Match(body[body.IndexOf("text", StringComparison.Ordinal)..], "[0-9]{6}").Value);
            return HttpStatusCode.ServiceUnavailable;
        };
        var number = host.Worker(phone);
        using var browser = new Browser(host);

        var form = await CodeHost.Ask(browser, number);
        var code = await came.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.NotNull((await CodeHost.Enter(browser, form, code))["code"]);
        host.Sms.Answers = _ => HttpStatusCode.Accepted;
    }

    [Fact]
    public async Task For_whom_nothing_can_be_sent_no_code_opens()
    {
        var number = host.Worker();
        using var browser = new Browser(host);

        await CodeHost.Ask(browser, number);

        Assert.Equal(MessageOutcome.NoAddress, await Eventually.Becomes(() => host.Db(db => db.Messages.Where(m => m.WorkerNumber == number).Select(m => m.Outcome).SingleAsync()), o => o is not null));
        Assert.Null(await host.Db(db => db.SignInCodes.Where(c => c.WorkerNumber == number).Select(c => c.GivenAt).SingleAsync()));
    }

    [Fact]
    public async Task A_code_that_perhaps_came_goes_again_after_minutes_only_and_not_once_it_was_used()
    {
        var (phone, came) = (CodeHost.Phone(), new ConcurrentQueue<string>());
        host.Sms.Answers = body =>
        {
            if (!body.Contains(phone, StringComparison.Ordinal))
                return HttpStatusCode.Accepted;
            came.Enqueue(Regex.Match(body[body.IndexOf("text", StringComparison.Ordinal)..], "[0-9]{6}").Value);
            return HttpStatusCode.GatewayTimeout;
        };
        var number = host.Worker(phone);
        using var browser = new Browser(host);

        var form = await CodeHost.Ask(browser, number);
        Task<Message> Waits() => host.Db(db => db.Messages.AsNoTracking().SingleAsync(m => m.WorkerNumber == number));
        var waits = await Eventually.Becomes(Waits, m => m.NextAttemptAt > m.MadeAt.AddMinutes(2), TimeSpan.FromSeconds(15));
        Assert.Equal(1, waits.Attempts);
        Assert.NotNull((await CodeHost.Enter(browser, form, came.First()))["code"]);

        var before = came.Count;
        host.Time.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(MessageOutcome.Sent, (await Eventually.Becomes(Waits, m => m.DoneAt is not null)).Outcome);
        Assert.Equal(before, came.Count);
        host.Sms.Answers = _ => HttpStatusCode.Accepted;
    }
}
