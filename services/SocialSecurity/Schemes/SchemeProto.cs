using Gms.Platform;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Schemes;

/// <summary>How schemes are shown.</summary>
static class SchemeProto
{
    public static Proto.Scheme ToProto(this Scheme scheme) => new()
    {
        SchemeId = scheme.Id,
        Country = scheme.Country,
        Name = scheme.Name,
        Law = scheme.Law,
        Administrator = scheme.Administrator,
        Covered = { scheme.Covered },
        InOperation = scheme.InOperation,
        Rates = { scheme.Rates.Select(r => r.ToProto(scheme.Currency)) },
        Branches = { scheme.Branches.Select(ToProto) },
        OnExit = { scheme.OnExit },
        Note = scheme.Note,
        Source = scheme.Evidence.ToProto(),
        Rounding = scheme.Rounding.Rule,
        Members = scheme.Members,
    };

    public static Proto.Agreement ToProto(this Agreement agreement) => new()
    {
        AgreementId = agreement.Id,
        Parties = { agreement.Parties },
        Totalisation = agreement.Totalisation,
        Note = agreement.Note,
        Source = agreement.Evidence.ToProto(),
    };

    static Proto.Rate ToProto(this Rate rate, string currency) => new()
    {
        EffectiveFrom = rate.From?.ToProto(),
        EffectiveTo = rate.To?.ToProto(),
        EmployeePpm = rate.EmployeePpm,
        EmployerPpm = rate.EmployerPpm,
        EmployerMostPpm = rate.EmployerMostPpm ?? 0,
        GovernmentPpm = rate.GovernmentPpm,
        BaseLeast = Amount(rate.BaseLeast, currency),
        BaseMost = Amount(rate.BaseMost, currency),
        BaseFixed = Amount(rate.BaseFixed, currency),
        Flat = Amount(rate.Flat, currency),
        Options = { rate.Options.Select(o => new Proto.RateOption { Amount = Amount(o.Amount, currency), Months = o.Months }) },
        BaseRule = rate.BaseRule,
        Note = rate.Yearly ? $"Counted by the year; {rate.Note}" : rate.Note,
        Source = rate.Evidence.ToProto(),
    };

    static Proto.BranchRule ToProto(BranchRule branch)
    {
        var shown = new Proto.BranchRule
        {
            Branch = (Proto.Branch)branch.Branch,
            WithinMonths = branch.Qualifying?.WithinMonths ?? 0,
            Consecutive = branch.Qualifying?.Consecutive ?? false,
            Age = AgeOf(branch.Qualifying),
            Benefit = branch.Benefit,
            LumpSumIfShort = branch.LumpSumIfShort,
            PracticalBarrier = branch.PracticalBarrier,
            Source = branch.Evidence.ToProto(),
        };
        if (branch.Qualifying is { } qualifying)
            shown.MonthsNeeded = qualifying.Months;
        return shown;
    }

    static string AgeOf(Qualifying? asked) => asked switch
    {
        { Age: { } age, AgeOfWomen: { } women } => $"{age}, women {women}",
        { Age: { } age } => $"{age}",
        { AgeInWords: var words } => words,
        null => "",
    };

    static TypeProto.Money? Amount(long? minor, string currency) => minor is { } m ? new() { Minor = m, Currency = currency } : null;
}
