using Gms.Access.Organisations;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;

namespace Gms.Access.Accounts;

/// <summary>A person who signs in. Name, password, stamps and lockout are ASP.NET Core Identity's; organisation and roles are ours.</summary>
sealed class Account : IdentityUser<Guid>
{
    public Guid? OrganisationId { get; init; }

    /// <summary>Null for a worker's own account.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>The worker whose own account it is; null for everybody else.</summary>
    public string? WorkerNumber { get; init; }

    public required string[] Roles { get; set; }

    /// <summary>The password was made by somebody else: it opens nothing but the page on which to choose another.</summary>
    public bool MustChangePassword { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; } = 1;

    /// <summary>An administrator's lock has no end, so it cannot be taken for a pause after wrong passwords.</summary>
    public bool IsLocked => LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>The country whose records the account reaches; null only in a regional body.</summary>
    public string? Country => WorkerNumber is { } number ? Platform.WorkerNumber.CountryOf(number) : Organisation!.Country;

    public AccountState StateAt(DateTimeOffset now) => IsLocked ? AccountState.Locked : LockoutEnd > now ? AccountState.Paused : AccountState.Active;

    /// <summary>Whose administrators may touch it. A worker's account is looked after in the country that enrolled the worker.</summary>
    public Reach Reach() => WorkerNumber is null ? Organisation!.Reach() : Platform.Reach.Country(Country!);
}

/// <summary>Whether an account can be used.</summary>
enum AccountState
{
    Active,

    /// <summary>Too many wrong passwords: it can sign in again after a while.</summary>
    Paused,

    /// <summary>By an administrator, until unlocked.</summary>
    Locked,
}
