using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Accounts;

/// <summary>Accounts as they are taken out: no password, no stamp. A worker's own account is for the worker and the country that enrolled the worker.</summary>
static class AccountExport
{
    const string Secret = "Belongs to the password.";

    public static ExportTable<AccessDb> Accounts { get; } = new ExportTable<AccessDb, Account>
    {
        Name = "accounts",
        Holds = "People who sign in, and what they may do.",
        Permission = "accounts.read",
        Table = "accounts",
        LeavesOut = new Dictionary<string, string>
        {
            ["normalized_user_name"] = "The same as user_name in other letters.",
            ["password_hash"] = Secret,
            ["security_stamp"] = Secret,
            ["concurrency_stamp"] = "Only orders changes.",
        },
        Rows = db => db.Accounts,
        Key = new(a => a.Id),
        Worker = a => a.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(a => a.Organisation!.Country == country || EF.Functions.Like(a.WorkerNumber!, country + "-%")),
        OfAgency = (_, rows, agency) => rows.Where(a => a.Organisation!.AgencyId == agency),
        OfRegion = rows => rows.Where(a => a.WorkerNumber == null),
        Columns =
        [
            new("id", "The account's id.", a => a.Id),
            new("user_name", "The name with which the person signs in.", a => a.UserName),
            new("organisation_id", "The organisation; empty for a worker's own account.", a => a.OrganisationId),
            new("worker_number", "The worker whose own account it is.", a => a.WorkerNumber),
            new("roles", "What the account may do.", a => a.Roles, ExportTables.Roles),
            new("must_change_password", "Whether somebody else made the password.", a => a.MustChangePassword),
            new("lockout_enabled", "Whether wrong passwords pause it.", a => a.LockoutEnabled),
            new("lockout_end", "Until when it cannot sign in; the year 9999 when an administrator locked it.", a => a.LockoutEnd),
            new("access_failed_count", "Wrong passwords since the last right one.", a => a.AccessFailedCount),
            new("created_at", "When it was made.", a => a.CreatedAt),
            new("version", "Counts its changes.", a => a.Version),
        ],
    };
}
