using Gms.Access.Accounts;
using Gms.Access.Clients;
using Gms.Access.Messages;
using Gms.Access.OpenId;
using Gms.Access.Organisations;
using Gms.Access.Reminders;
using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Gms.Access.SignInCodes;
using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access;

/// <summary>Organisations, accounts, programs, sign-ins and what is known of the token keys.</summary>
public sealed class AccessDb(DbContextOptions<AccessDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    internal DbSet<Organisation> Organisations => Set<Organisation>();

    internal DbSet<Account> Accounts => Set<Account>();

    internal DbSet<MachineClient> Clients => Set<MachineClient>();

    internal DbSet<Session> Sessions => Set<Session>();

    internal DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    internal DbSet<SignIn> SignIns => Set<SignIn>();

    internal DbSet<Code> Codes => Set<Code>();

    internal DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    internal DbSet<SignInCode> SignInCodes => Set<SignInCode>();

    internal DbSet<Message> Messages => Set<Message>();

    internal DbSet<Reminder> Reminders => Set<Reminder>();

    internal DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "organisations_agency_unique" => Problems.OrganisationAgencyTaken(),
        "organisations_name_unique" => Problems.OrganisationNameTaken(),
        "accounts_name_unique" => Problems.AccountNameTaken(),
        "accounts_worker_unique" => Problems.AccountWorkerHasOne(),
        _ => null,
    };
}
