using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>What a month costs under a scheme's dated rate. Null where the data at hand does not tell it; the note then says why.</summary>
sealed record Due(Rate? Rate, long? Base, long? Employee, long? Employer, string Note)
{
    /// <summary>What the employer owes at the least, where the share lies in a range; null where it is told or nothing is.</summary>
    public long? EmployerLeast { get; private init; }

    /// <summary>
    /// The rate is that of the month paid for. The wage is raised to the floor or cut at the ceiling, and each share is
    /// computed from that base and rounded for itself.
    /// </summary>
    public static Due For(Scheme scheme, DateOnly month, long? wage)
    {
        if (scheme.RateIn(month) is not { } rate)
            return new(null, null, null, null, "No rate of this month is in the data.");
        if (rate.Flat is { } flat)
            return new(rate, null, flat, 0, rate.Note);
        if (rate.Options.Count > 0)
            return new(rate, null, null, null, "The amount depends on the option or card chosen.");
        if (!rate.HasShares)
            return new(rate, null, null, null, "No amount is in the data.");
        if (rate.Yearly)
            return new(rate, null, rate.EmployeePpm == 0 ? 0 : null, null, "Paid by the year and by risk class.");
        if (rate is { BaseRule.Length: > 0, BaseMost: null })
            return new(rate, null, rate.EmployeePpm == 0 ? 0 : null, null, $"The base has no figure in the data: {rate.BaseRule}.");
        if ((rate.BaseFixed ?? wage) is not { } counted)
            return new(rate, null, null, null, "");

        // A wage above the last ceiling that the data knows: whether it is still cut there nobody has said.
        if (rate is { BaseMost: null, BaseFixed: null } && scheme.LastCeilingBefore(rate) is { } ceiling && counted > ceiling)
            return new(rate, null, rate.EmployeePpm == 0 ? 0 : null, rate is { EmployerPpm: 0, EmployerMostPpm: null } ? 0 : null, "The data gives no ceiling for this rate, and the wage is above the last one known.");

        var contributory = rate.BaseFixed ?? Math.Min(Math.Max(counted, rate.BaseLeast ?? 0), rate.BaseMost ?? long.MaxValue);
        return new(rate, contributory,
            scheme.Rounding.Share(contributory, rate.EmployeePpm),
            rate.EmployerMostPpm is null ? scheme.Rounding.Share(contributory, rate.EmployerPpm) : null,
            rate.EmployerMostPpm is null ? rate.BaseMost is null && rate.BaseFixed is null ? "The data gives no ceiling." : "" : "The employer's share depends on city or risk class.")
        {
            EmployerLeast = rate.EmployerMostPpm is null ? null : scheme.Rounding.Share(contributory, rate.EmployerPpm),
        };
    }

    /// <summary>Whether the amount depends on a wage that must be sent.</summary>
    public bool NeedsWage => Rate is { Flat: null, Options.Count: 0, HasShares: true, Yearly: false, BaseFixed: null } rate && !(rate.BaseRule.Length > 0 && rate.BaseMost is null);

    static bool IsSkipped(long? due, long? ppm, long paid) => due is null && ppm > 0 && paid == 0;

    public ContributionState Compare(long employeePaid, long employerPaid) => (employeePaid + employerPaid) switch
    {
        0 when Employee + Employer != 0 => ContributionState.Unpaid,
        _ when employeePaid < Employee || employerPaid < (Employer ?? EmployerLeast) => ContributionState.Short,
        // Nothing of a share that is due, however much it is: surely too little.
        _ when IsSkipped(Employee, Rate?.EmployeePpm, employeePaid) || IsSkipped(Employer, Rate?.EmployerPpm, employerPaid) => ContributionState.Short,
        _ when Employee is null || Employer is null => ContributionState.NotComputable,
        _ when employeePaid > Employee || employerPaid > Employer => ContributionState.Over,
        _ => ContributionState.Paid,
    };
}
