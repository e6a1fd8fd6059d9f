using Gms.Access.Messages;
using Gms.Access.Reminders;
using Gms.Access.Tests.SignInCodes;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.Reminders;

/// <summary>Workers are reminded, with a gateway and a mail server that are there.</summary>
public abstract class ReminderTests(CodeHost host) : IClassFixture<CodeHost>
{
    protected CodeHost Host { get; } = host;

    internal const string SignIn = "http://127.0.0.1:9/sign-in/worker";

    /// <summary>Lets time pass until it is so late in Thailand.</summary>
    protected DateOnly Becomes(int hour)
    {
        var now = Host.Time.GetUtcNow();
        var then = now.DayIn("TH").StartIn("TH").AddHours(hour);
        Host.Time.Pass((then > now ? then : then.AddDays(1)) - now);
        return Host.Time.GetUtcNow().DayIn("TH");
    }

    internal Task<Reminder> Of(string worker) => Host.Db(db => db.Reminders.AsNoTracking().SingleAsync(r => r.WorkerNumber == worker));

    internal async Task<MessageOutcome?> Outcome(string worker) => (await Eventually.Becomes(() => Of(worker), r => r.DoneAt is not null)).Outcome;

    protected IReadOnlyList<string> At(string phone) => [.. Host.Sms.Taken.Select(m => m.Body).Where(b => b.Contains(phone, StringComparison.Ordinal))];
}
