using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Access;

/// <summary>Who may call what. How far a caller reaches is decided by organisation: an agency's administrator only reaches the own agency.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["organisations.register"] = [Role.Administrator],
        ["organisations.read"] = [Role.Administrator, Role.Auditor],
        ["organisations.name"] = [Grant.ToService("registry", Purpose.Unspecified)],
        ["accounts.create"] = [Role.Administrator],
        // Who works in queues beside others: the names of colleagues.
        ["accounts.name"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor],
        ["accounts.read"] = [Role.Administrator, Role.Auditor],
        ["accounts.set-roles"] = [Role.Administrator],
        ["accounts.lock"] = [Role.Administrator],
        ["accounts.reset-password"] = [Role.Administrator],
        ["accounts.reset-second-factor"] = [Role.Administrator],
        ["accounts.change-password"] = [.. Role.All.Select(role => new Grant(role))],
        ["sign-in-codes.print"] = [Role.MinistryOfficer],
        ["clients.register"] = [Role.Administrator],
        ["clients.read"] = [Role.Administrator, Role.Auditor],
        ["tokens.rotate-keys"] = [Role.Administrator],
        ["tokens.list-keys"] = [Role.Administrator, Role.Auditor],
        ["work-items.read"] = [Role.Administrator],
        ["work-items.decide"] = [Role.Administrator],
        ["exports.read"] = [Role.Administrator, Role.Worker],
    };
}
