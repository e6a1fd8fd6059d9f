using Gms.Access.Organisations;
using Gms.Platform;

namespace Gms.Access.Accounts;

/// <summary>What must hold for an account. Pure.</summary>
static class AccountRules
{
    /// <param name="name">The account's name.</param>
    /// <param name="kind">The kind of its organisation; null for a worker's own account.</param>
    /// <param name="roles">Its roles.</param>
    /// <param name="worker">The worker whose own account it is; null for everybody else's.</param>
    /// <param name="workerHasOne">Whether the worker has an account under another worker number.</param>
    public static IEnumerable<Problem> ToCreate(string name, OrganisationKind? kind, IReadOnlyCollection<string> roles, string? worker, bool workerHasOne)
    {
        if (!IsName(name))
            yield return Problems.AccountNameMalformed();
        else if (WorkerNumber.Parse(name) is { } number && number != worker)
            yield return Problems.AccountNameTaken();    // whether or not anybody has it: the first sign-in by code makes an account of this name
        foreach (var problem in OrganisationRules.ToGive(roles, RolesOf(kind)))
            yield return problem;
        if (workerHasOne)
            yield return Problems.AccountWorkerHasOne();
    }

    public static IEnumerable<Problem> ToSetRoles(OrganisationKind? kind, IReadOnlyCollection<string> roles, bool own)
    {
        if (own)
            yield return Problems.AccountOwnRoles();
        foreach (var problem in OrganisationRules.ToGive(roles, RolesOf(kind)))
            yield return problem;
    }

    public static IEnumerable<Problem> ToResetSecondFactor(bool own, bool isSet)
    {
        if (own)
            yield return Problems.AccountOwnSecondFactor();
        if (!isSet)
            yield return Problems.AccountSecondFactorNone();
    }

    /// <summary>A worker's account, which has no organisation, has the one role worker.</summary>
    static IReadOnlyList<string> RolesOf(OrganisationKind? kind) => kind is { } known ? OrganisationRules.RolesOf(known) : [Role.Worker];

    static bool IsName(string name) => name.Length is >= 3 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@');
}
