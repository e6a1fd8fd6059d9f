using System.Security.Cryptography;
using Gms.Access.OpenId;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.SecondFactors;

/// <summary>
/// Sets up second factors and checks their codes, inside the caller's transaction; the caller saves. What is tried for one account happens one after the
/// other, so that many at once are not one.
/// </summary>
sealed class OfficerCodes(AccessDb db, OpenIdSettings settings, ColumnCipher cipher, RealTime clock)
{
    public const int RecoveryCodes = 10;

    /// <summary>Fifty bits, without letters that are taken for one another.</summary>
    const string RecoveryLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const int RecoveryLength = 10;

    /// <summary>What the person of this session has still to do. A worker's account has none: a worker signs in by code.</summary>
    public async Task<SecondFactorStep> Next(Session session, CancellationToken cancel) => session.Account!.WorkerNumber is not null
        ? SecondFactorStep.Nothing
        : SecondFactorRules.Next(await IsSet(session.AccountId, cancel), session.Methods, session.Account.Roles, settings.SecondFactorRoles);

    public Task<bool> IsSet(Guid account, CancellationToken cancel) => db.SecondFactors.AnyAsync(f => f.AccountId == account && f.ConfirmedAt != null, cancel);

    /// <summary>The secret to put into an app; the same one while it is not proven, so that a page shown again fits what was read from it before.</summary>
    public async Task<byte[]> Show(Guid account, CancellationToken cancel)
    {
        await OneAfterTheOther(account, cancel);
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account, cancel);
        if (Pending(factor) is { } shown)
            return shown;

        if (factor is null)
        {
            factor = new() { AccountId = account };
            db.SecondFactors.Add(factor);
        }
        var secret = TimeCodes.NewSecret();
        factor.Show(cipher.Encrypt(TimeCodes.Text(secret), account), clock.Now);
        return secret;
    }

    /// <summary>Takes the secret that was shown when the code proves that an app holds it.</summary>
    /// <returns>New recovery codes, told once; null when the code does not fit.</returns>
    public async Task<IReadOnlyList<string>?> Confirm(Guid account, string typed, CancellationToken cancel)
    {
        await OneAfterTheOther(account, cancel);
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account, cancel);
        if (Pending(factor) is not { } secret || TimeCodes.StepOf(secret, Plain(typed), clock.Now) is not { } step)
            return null;

        factor!.Confirm(step, clock.Now);
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account).ToListAsync(cancel));
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(RecoveryLetters, RecoveryLength))];
        foreach (var code in codes)
        {
            var hash = cipher.SearchHash(Hashed(account, code));
            db.RecoveryCodes.Add(new() { Id = Guid.CreateVersion7(), AccountId = account, Hash = hash.Bytes, HashVersion = hash.Version, MadeAt = clock.Now });
        }
        return codes;
    }

    /// <summary>Null when the code, or a recovery code, is right; else why it is not.</summary>
    public async Task<string?> Check(Guid account, string typed, CancellationToken cancel)
    {
        await OneAfterTheOther(account, cancel);
        var (factor, now) = (await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account && f.ConfirmedAt != null, cancel), clock.Now);
        if (factor is null)
            return "SECOND_FACTOR_NONE";
        if (!factor.HearsAt(now))
            return factor.IsBlocked ? "SECOND_FACTOR_BLOCKED" : "SECOND_FACTOR_PAUSED";

        var refused = await Check(factor, Plain(typed), now, cancel);
        if (refused is not null)
            factor.Miss(now);
        return refused;
    }

    async Task<string?> Check(SecondFactor factor, string code, DateTimeOffset now, CancellationToken cancel)
    {
        if (code.Length == RecoveryLength)
            return await CheckRecovery(factor, code, now, cancel);
        if (TimeCodes.StepOf(Secret(factor.SecretEncrypted!, factor.AccountId), code, now) is not { } step)
            return "SECOND_FACTOR_WRONG";
        if (step <= factor.LastStep)
            return "SECOND_FACTOR_USED";
        factor.Take(step);
        return null;
    }

    async Task<string?> CheckRecovery(SecondFactor factor, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var hashes = cipher.SearchHashes(Hashed(factor.AccountId, code));
        var left = await db.RecoveryCodes.Where(c => c.AccountId == factor.AccountId && c.UsedAt == null).ToListAsync(cancel);
        if (left.Find(c => hashes.Any(h => h.Version == c.HashVersion && CryptographicOperations.FixedTimeEquals(h.Bytes, c.Hash))) is not { } right)
            return "RECOVERY_CODE_WRONG";
        right.Use(now);
        factor.Forgive();
        return null;
    }

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> RecoveryLeft(Guid account, CancellationToken cancel) => db.RecoveryCodes.CountAsync(c => c.AccountId == account && c.UsedAt == null, cancel);

    byte[]? Pending(SecondFactor? factor) =>
        factor?.PendingEncrypted is { } pending && clock.Now < factor.PendingSince + SecondFactor.PendingFor ? Secret(pending, factor.AccountId) : null;

    byte[] Secret(byte[] encrypted, Guid account) => TimeCodes.Bytes(cipher.Decrypt(encrypted, account));

    async Task OneAfterTheOther(Guid account, CancellationToken cancel)
    {
        var name = $"second-factor:{account}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }

    static string Hashed(Guid account, string code) => $"recovery:{account}:{code}";

    /// <summary>People type codes in groups, and letters as they come.</summary>
    static string Plain(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
}
