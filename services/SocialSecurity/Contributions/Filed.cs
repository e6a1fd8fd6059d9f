using Gms.Platform;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>A row of a filing as it was read: what an employer says of one worker's month.</summary>
/// <param name="WorkerNumber">The worker.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Employer">In the spelling in which memberships keep it; empty for somebody insured without one.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Wage">The whole wage of the month; null when none was sent.</param>
/// <param name="EmployeePaid">Of the worker's share; null when nothing was.</param>
/// <param name="EmployerPaid">Of the employer's share; null when nothing was.</param>
/// <param name="Correction">Whether it supersedes what is on record.</param>
sealed record Filed(string WorkerNumber, Scheme Scheme, string Employer, DateOnly Month, Money? Wage, Money? EmployeePaid, Money? EmployerPaid, bool Correction)
{
    /// <summary>Whether a month on record says the same.</summary>
    public bool Says(Contribution standing) =>
        (standing.Wage, standing.EmployeePaid, standing.EmployerPaid) == (Wage?.Minor, EmployeePaid?.Minor ?? 0, EmployerPaid?.Minor ?? 0)
        && new[] { Wage, EmployeePaid, EmployerPaid }.All(m => m is null || m.Currency == standing.Currency);
}
