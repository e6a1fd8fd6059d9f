using Gms.Type.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Rounds over rows that a day makes due: page after page, each in a transaction and a scope of its own, in the service's own name. A process that ends in
/// the middle leaves whole pages, and what it had not come to is still due.
/// </summary>
/// <param name="database">The service's.</param>
/// <param name="key">The lock's number: eight letters that no other rounds of a service have.</param>
/// <param name="name">The name of the work, for the audit: kebab case, past tense.</param>
/// <param name="purpose">What it is done for.</param>
/// <param name="work">Begins it.</param>
/// <param name="clock">Says which day has come everywhere.</param>
/// <param name="log">Where a round that failed is told.</param>
/// <param name="every">How long after a round begins the next one does; unset: five seconds.</param>
public abstract class DueRounds<TDb>(NpgsqlDataSource database, long key, string name, Purpose purpose, OwnWork work, TimeProvider clock, ILogger log, TimeSpan? every = null)
    : TimedRounds(database, key, every ?? TimeSpan.FromSeconds(5), log) where TDb : ServiceDb
{
    protected TimeProvider Clock { get; } = clock;

    /// <summary>How many rows <see cref="TakeSome"/> takes at most: fewer than that, and the round is over.</summary>
    protected virtual int Page => 50;

    /// <summary>
    /// Takes what is due, a page at most, locked (<c>FOR UPDATE SKIP LOCKED</c>: what a call holds waits for the next round), and changes it so that it is due
    /// no more. It is committed after.
    /// </summary>
    /// <param name="today">The day that has come in all six countries: what was due before it is late everywhere.</param>
    /// <returns>How many it took.</returns>
    protected abstract Task<int> TakeSome(TDb db, IServiceProvider services, DateOnly today, CancellationToken cancel);

    protected sealed override async Task Round(CancellationToken cancel)
    {
        while (await TakeAndCommit(cancel) == Page)
        {
        }
    }

    async Task<int> TakeAndCommit(CancellationToken cancel)
    {
        await using var scope = work.Begin(name, purpose);
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Begin(cancel);
        var taken = await TakeSome(db, scope.ServiceProvider, Clock.TodayEverywhere(), cancel);
        if (taken > 0)
            await db.Commit(cancel);
        return taken;
    }
}
