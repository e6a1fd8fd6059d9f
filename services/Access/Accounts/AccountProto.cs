using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

/// <summary>How an account is shown.</summary>
static class AccountProto
{
    public static Proto.Account ToProto(this Account account, DateTimeOffset now, bool hasSecondFactor)
    {
        var state = account.StateAt(now);
        var shown = new Proto.Account
        {
            AccountId = account.Id.ToString(),
            Name = account.UserName,
            OrganisationId = account.OrganisationId?.ToString() ?? "",
            OrganisationName = account.Organisation?.Name ?? "",
            WorkerNumber = account.WorkerNumber ?? "",
            State = state.ToProto(),
            LockedUntil = state == AccountState.Paused ? account.LockoutEnd!.Value.ToTimestamp() : null,
            CreatedAt = account.CreatedAt.ToTimestamp(),
            HasSecondFactor = hasSecondFactor,
        };
        shown.Roles.AddRange(account.Roles);
        return shown;
    }

    public static Proto.AccountState ToProto(this AccountState state) => System.Enum.Parse<Proto.AccountState>(state.ToString());
}
