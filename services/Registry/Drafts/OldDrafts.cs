using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Drafts;

/// <summary>Throws away drafts that nobody went on with.</summary>
sealed class OldDrafts(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OldDrafts> log) : TimedRounds(database, Key, Every, log)
{
    const long Key = 0x474D534452414654;    // "GMSDRAFT"

    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override Task Round(CancellationToken cancel) => ThrowAway(work, clock.GetUtcNow(), cancel);

    internal static async Task<int> ThrowAway(OwnWork work, DateTimeOffset now, CancellationToken cancel)
    {
        var oldest = now.AddDays(-Draft.KeptDays);
        await using var scope = work.Begin("departure-drafts-thrown-away", Purpose.DepartureClearance);
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        await db.Begin(cancel);
        var gone = await db.Drafts.Where(d => d.SavedAt <= oldest).ExecuteDeleteAsync(cancel);
        if (gone > 0)
            await db.Commit(cancel);    // with its audit row
        return gone;
    }
}
