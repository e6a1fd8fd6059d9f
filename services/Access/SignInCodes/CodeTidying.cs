using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Access.SignInCodes;

/// <summary>Takes away codes, and with them their messages, and reminders that are of use to nobody any more; the audit tells the rest.</summary>
sealed class CodeTidying(NpgsqlDataSource database, IServiceScopeFactory scopes, RealTime clock, ILogger<CodeTidying> log) : TimedRounds(database, Lock, TimeSpan.FromMinutes(10), log)
{
    const long Lock = 0x474D535F54494459;    // "GMS_TIDY"

    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    protected override async Task Round(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.Now - Kept;
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        await db.SignInCodes.Where(c => c.MadeAt < before).ExecuteDeleteAsync(cancel);
        await db.Reminders.Where(r => r.ExpiresAt < before).ExecuteDeleteAsync(cancel);
    }
}
