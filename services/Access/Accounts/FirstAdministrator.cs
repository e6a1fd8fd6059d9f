using Gms.Access.Organisations;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Access.Accounts;

/// <summary>
/// The verb `first-administrator --organisation &lt;name&gt; --email &lt;address&gt;`: the account with which a new registry begins, of a body of the region. Only
/// while there is no administrator: afterwards administrators make administrators. Its first password is printed once and must be changed at the first sign-in.
/// </summary>
static class FirstAdministrator
{
    const int Refused = 1, WrongUse = 64, WrongSetting = 78;    // EX_USAGE, EX_CONFIG

    public const string Verb = "first-administrator";

    public static async Task<int> Run(ServiceBuilder<AccessDb> service, string[] arguments, TextWriter output, TextWriter errors)
    {
        if (Read(arguments) is not { } asked)
        {
            await errors.WriteLineAsync($"Say for whom: {Verb} --organisation \"<name of the body that runs the registry>\" --email <address, which is the account's name>");
            return WrongUse;
        }
        try
        {
            await using var app = service.Build([]);
            await using var scope = app.Services.CreateAsyncScope();
            var (password, problems) = await Make(scope.ServiceProvider, asked.Organisation, asked.Email, CancellationToken.None);
            if (password is null)
            {
                await errors.WriteLineAsync($"No account was made. {string.Join(' ', problems.Select(p => $"{p.Message} {p.Remedy}"))}");
                return Refused;
            }
            await output.WriteLineAsync($"account:  {asked.Email}\npassword: {password}\nIt is shown only now, and must be changed at the first sign-in.");
            return 0;
        }
        catch (SettingsException fault)
        {
            await errors.WriteLineAsync($"No account was made. {fault.Message}");
            return WrongSetting;
        }
    }

    /// <summary>The first password; none, and why, when no account was made.</summary>
    public static async Task<(string? Password, IReadOnlyList<Problem> Problems)> Make(IServiceProvider services, string organisationName, string email, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AccessDb>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Verb}, 0))", cancel);    // of two at once the second finds the first one's
        var problems = AccountRules.ToCreate(email, OrganisationKind.RegionalBody, [Role.Administrator], worker: null, workerHasOne: false).ToList();
        if (await db.Accounts.AnyAsync(a => a.Roles.Contains(Role.Administrator), cancel))
            problems.Add(Problems.AdministratorThere());
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == accounts.NormalizeName(email), cancel))
            problems.Add(Problems.AccountNameTaken());
        if (problems.Count > 0)
            return (null, problems);

        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Kind == OrganisationKind.RegionalBody && o.Name == organisationName, cancel);
        if (organisation is null)
        {
            organisation = new() { Id = Guid.CreateVersion7(), Kind = OrganisationKind.RegionalBody, Name = organisationName, Country = null, AgencyId = null, RegisteredAt = now };
            db.Organisations.Add(organisation);
        }
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, OrganisationId = organisation.Id, Roles = [Role.Administrator], CreatedAt = now, MustChangePassword = true };
        var password = Passwords.New();
        if (await accounts.CreateAsync(account, password) is { Succeeded: false } refused)
            throw new InvalidOperationException($"The account could not be made: {refused}");

        db.Set<AuditRow>().Add(Audited(account, organisation));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (password, []);
    }

    static AuditRow Audited(Account account, Organisation organisation) => new()
    {
        At = TimeProvider.System.GetUtcNow(),
        Kind = "change",
        Event = "first-administrator-made",
        Call = Verb,
        Account = account.Id.ToString(),
        Organisation = organisation.Id.ToString(),
        Purpose = Gms.Type.V1.Purpose.Administration.Name(),
        CorrelationId = Guid.CreateVersion7().ToString(),
    };

    static (string Organisation, string Email)? Read(string[] arguments)
    {
        var said = arguments.Chunk(2).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1].Trim());
        return arguments.Length == 4 && said.GetValueOrDefault("--organisation") is { Length: > 0 and <= 200 } organisation
            && said.GetValueOrDefault("--email") is { } email && email.Contains('@', StringComparison.Ordinal) ? (organisation, email) : null;
    }
}
