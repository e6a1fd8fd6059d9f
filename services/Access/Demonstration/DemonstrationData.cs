using Gms.Access.Accounts;
using Gms.Access.Organisations;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gms.Access.Demonstration;

/// <summary>
/// The verb `demonstration`: organisations and one account for each role that the demonstration needs. Only in Development; a second run changes
/// nothing, but makes new passwords for accounts whose old ones are no longer in the file.
/// </summary>
static class DemonstrationData
{
    // 119 random bits need no slow hash, and there are many; the first sign-in replaces it by one of the usual strength.
    static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));

    public static async Task<int> Load(ServiceBuilder<AccessDb> service)
    {
        try
        {
            await using var app = service.Build([]);
            var settings = app.Services.GetRequiredService<Settings>();
            var values = app.Services.GetRequiredService<IConfiguration>();
            var file = values["Access:SignInsFile"];
            if (!settings.Development)
                throw new SettingsException(["The verb demonstration runs only with DOTNET_ENVIRONMENT=Development."]);
            if (file is null)
                throw new SettingsException(["Access__SignInsFile is not set: put the name of the file for the demonstration's sign-ins there."]);

            await using var scope = app.Services.CreateAsyncScope();
            await Load(scope.ServiceProvider, Agencies(values["Access:DemonstrationAgencies"]), new(file), CancellationToken.None);
            return 0;
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync($"The demonstration is not loaded. {fault.Message}");
            return 78;    // EX_CONFIG
        }
    }

    /// <param name="agencies">Which agency of Recruitment each country's demonstration agency is; made up here where it says nothing.</param>
    public static async Task Load(IServiceProvider services, IReadOnlyDictionary<string, Guid> agencies, SignInsFile file, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AccessDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var signIns = file.Read();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var office in DemonstrationOffice.All)
        {
            var organisation = await Organisation(db, office, agencies, now, cancel);
            foreach (var (name, role) in office.Accounts)
                await Account(accounts, db, organisation, name, role, signIns, now, cancel);
        }
        await db.SaveChangesAsync(cancel);
        file.Write(signIns.Values);
        await transaction.CommitAsync(cancel);
    }

    static async Task<Organisation> Organisation(AccessDb db, DemonstrationOffice office, IReadOnlyDictionary<string, Guid> agencies, DateTimeOffset now, CancellationToken cancel)
    {
        var agency = office.AgencyId is { } made ? agencies.GetValueOrDefault(office.Country!, made) : (Guid?)null;
        var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == office.Id, cancel);
        if (organisation is null)
        {
            organisation = new() { Id = office.Id, Kind = office.Kind, Name = office.Name, Country = office.Country, AgencyId = agency, RegisteredAt = now };
            db.Organisations.Add(organisation);
        }
        if (agency is { } known)
            organisation.IsAgency(known);
        return organisation;
    }

    static async Task Account(
        UserManager<Account> accounts, AccessDb db, Organisation organisation, string name, string role, Dictionary<string, DemonstrationSignIn> signIns, DateTimeOffset now, CancellationToken cancel)
    {
        var normalised = accounts.NormalizeName(name);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalised, cancel);
        var password = signIns.GetValueOrDefault(name)?.Password;
        if (account is null || password is null)
        {
            password = Passwords.New();
            var isNew = account is null;
            account ??= new() { Id = Guid.CreateVersion7(), UserName = name, OrganisationId = organisation.Id, Roles = [role], CreatedAt = now };
            account.PasswordHash = Hasher.HashPassword(account, password);
            if (await (isNew ? accounts.CreateAsync(account) : accounts.UpdateSecurityStampAsync(account)) is { Succeeded: false } refused)
                throw new InvalidOperationException($"{name} could not be made: {refused}");
        }
        signIns[name] = new(name, password, role, organisation.Name, organisation.Country, account.Id, organisation.Id, organisation.AgencyId);
    }

    /// <summary>LA=uuid,KH=uuid</summary>
    static Dictionary<string, Guid> Agencies(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2)).ToDictionary(
            pair => pair[0],
            pair => pair.Length == 2 && Guid.TryParse(pair[1], out var id) ? id : throw new SettingsException(["Access__DemonstrationAgencies is not of the form LA=<agency id>,KH=<agency id>."]));
}
