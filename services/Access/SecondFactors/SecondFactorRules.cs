using Gms.Access.Sessions;
using Gms.Platform;
using Microsoft.Extensions.Configuration;

namespace Gms.Access.SecondFactors;

/// <summary>What a person has still to do before anything opens.</summary>
enum SecondFactorStep
{
    Nothing,

    /// <summary>Type a code.</summary>
    Enter,

    /// <summary>Set it up: a role of the account demands one.</summary>
    SetUp,
}

/// <summary>Who needs a second factor. Pure.</summary>
static class SecondFactorRules
{
    /// <summary>Roles that reach many people's records, or open doors for others.</summary>
    public static readonly IReadOnlyList<string> Usual =
        [Role.Administrator, Role.Auditor, Role.MinistryOfficer, Role.BorderOfficer, Role.LicensingOfficer, Role.SocialSecurityOfficer];

    public static SecondFactorStep Next(bool isSet, IReadOnlyCollection<string> methods, IReadOnlyCollection<string> roles, IReadOnlyCollection<string> demandedOf) =>
        methods.Contains(Method.OneTimeCode) ? SecondFactorStep.Nothing
        : isSet ? SecondFactorStep.Enter
        : roles.Any(demandedOf.Contains) ? SecondFactorStep.SetUp
        : SecondFactorStep.Nothing;

    /// <summary>The roles of whom it is demanded: as set (none: of nobody), else the usual ones; in Development of nobody.</summary>
    public static IReadOnlyList<string> DemandedOf(IConfiguration values, bool development, List<string> faults)
    {
        if (values["Access:SecondFactorRoles"] is not { Length: > 0 } text)
            return development ? [] : Usual;
        if (text == "none")
            return [];
        var roles = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        faults.AddRange(roles.Except(Role.All).Select(unknown => $"Access__SecondFactorRoles holds roles separated by commas, or none; this is no role: {unknown}"));
        return roles;
    }
}
