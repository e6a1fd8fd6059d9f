using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class DueRoundsTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    [Fact]
    public async Task All_that_is_due_is_taken_page_by_page_and_audited_as_the_services_own_work()
    {
        await Add("paged", 11);

        await Run(new Rounds(host, "paged"), () => Left("paged"));

        Assert.Equal(11, await host.Db(db => db.WorkItems.CountAsync(w => w.Kind == "PAGED")));
        Assert.Equal(3, await host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE event = 'paged-looked-at' AND account = 'service:probe'""").SingleAsync()));
    }

    [Fact]
    public async Task A_page_that_fails_is_as_it_was_and_taken_by_a_later_round()
    {
        await Add("failing", 11);
        var rounds = new Rounds(host, "failing") { FailsOnPage = 2 };

        await Run(rounds, () => Left("failing"));

        Assert.Equal([4, 4, 4, 3], rounds.Taken);    // the second was rolled back: its four are the third's
        Assert.Equal(11, await host.Db(db => db.WorkItems.CountAsync(w => w.Kind == "FAILING")));
    }

    [Fact]
    public async Task What_a_call_holds_is_left_to_the_next_round()
    {
        await Add("held", 3);
        await using var held = new NpgsqlConnection(host.Database.AppConnection);
        await held.OpenAsync(TestContext.Current.CancellationToken);
        var call = await held.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("SELECT 1 FROM probes WHERE name = 'held 1' FOR UPDATE", held))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await Run(new Rounds(host, "held"), async () => await Left("held") - 1);
        Assert.Equal(1, await Left("held"));
        await call.RollbackAsync(TestContext.Current.CancellationToken);
        await Run(new Rounds(host, "held"), () => Left("held"));
    }

    Task<int> Add(string what, int count) => host.Db(async db =>
    {
        for (var i = 0; i < count; i++)
            db.Probes.Add(new() { Name = $"{what} {i}", Country = "LA", WorkerNumber = "LA-7KQ2-M9XD-R" });
        await db.SaveChangesAsync();
        return count;
    });

    Task<int> Left(string what) => host.Db(db => db.Probes.CountAsync(p => p.Name.StartsWith(what)));

    static async Task Run(Rounds rounds, Func<Task<int>> left)
    {
        await rounds.StartAsync(TestContext.Current.CancellationToken);
        await Until.True("all that is due has been taken", async () =>
        {
            if (rounds.ExecuteTask is { IsFaulted: true } ended)
                await ended;
            return await left() == 0;
        });
        await rounds.StopAsync(TestContext.Current.CancellationToken);
    }

    sealed class Rounds(ProbeAlone host, string what) : DueRounds<ProbeDb>(host.Services.GetRequiredService<NpgsqlDataSource>(), 0x474D535F44554552, what + "-looked-at", Purpose.Enrolment,
        host.Services.GetRequiredService<OwnWork>(), TimeProvider.System, NullLogger.Instance, TimeSpan.FromMilliseconds(20))
    {
        public int FailsOnPage { get; init; }

        public List<int> Taken { get; } = [];

        protected override int Page => 4;

        protected override async Task<int> TakeSome(ProbeDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
        {
            var pattern = what + "%";
            var due = await db.Probes.FromSql($"SELECT *, xmin FROM probes WHERE name LIKE {pattern} ORDER BY id LIMIT {Page} FOR UPDATE SKIP LOCKED").OrderBy(p => p.Id).ToListAsync(cancel);
            if (due.Count > 0)
                Taken.Add(due.Count);
            foreach (var probe in due)
            {
                db.Remove(probe);
                db.OpenWorkItem(new() { Kind = what.ToUpperInvariant(), Key = probe.Name, Country = probe.Country, Subjects = [], Facts = new Dictionary<string, string>(), Decisions = ["DONE"], OpenedAt = DateTimeOffset.UtcNow, DueOn = today });
            }
            if (Taken.Count == FailsOnPage && due.Count > 0)
                await db.Database.ExecuteSqlAsync($"SELECT 1/0", cancel);
            return due.Count;
        }
    }
}
