namespace Gms.Reintegration.Casework;

/// <summary>A step of a case that is due by a day.</summary>
public enum Step
{
    Assign,
    Assess,
    Plan,
    ReferralAnswer,
    ReferralDone,
    ClaimStep,
    FollowUp3,
    FollowUp6,
    FollowUp12,
}

/// <summary>Data/casework.json: signs and weights, days for each step, how many cases a counsellor takes. Own and unverified; read once at start.</summary>
public sealed record CaseworkRules(
    CaseworkMeta Meta, IReadOnlyList<SignRule> Signs, IReadOnlyList<ShownByReason> ShownByReason, IReadOnlyList<WaitRule> Waits, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<CaseloadLimit> Caseloads,
    FollowUpTimes FollowUps, SmallCellRule SmallCells)
{
    public static CaseworkRules Load() => DataFile.Read<CaseworkRules>("casework");

    /// <summary>The codes that may be recorded, those of ended rules among them.</summary>
    public IReadOnlyCollection<string> SignCodes { get; } = [.. Signs.Select(s => s.Code).Distinct()];

    /// <summary>The rule of a sign that holds on a day; null while none does.</summary>
    public SignRule? Sign(string code, DateOnly day) => Signs.FirstOrDefault(s => s.Code == code && s.Holds(day));

    /// <summary>The last day for a step that begins on a day; null where no rule holds.</summary>
    public DateOnly? DueOn(Step step, DateOnly begins, bool urgent) =>
        Deadlines.FirstOrDefault(d => d.Step == step && d.Holds(begins)) is { } rule ? begins.AddDays(urgent ? rule.UrgentDays : rule.Days) : null;

    /// <summary>How many open cases one counsellor of a country takes; null where no rule holds.</summary>
    public int? CaseloadLimit(string country, DateOnly day) =>
        Caseloads.Where(c => (c.Country == "*" || c.Country == country) && c.Holds(day)).OrderByDescending(c => c.Country != "*").FirstOrDefault()?.Limit;
}

/// <summary>Where the rules come from.</summary>
public sealed record CaseworkMeta(string Source, Gms.Type.V1.Confidence Confidence);

/// <summary>A sign that somebody needs help sooner.</summary>
public sealed record SignRule(string Code, int Weight, bool Urgent, DateOnly EffectiveFrom, DateOnly? EffectiveTo) : IDated;

/// <summary>A reason of return that is a sign by itself.</summary>
public sealed record ShownByReason(string Reason, string Sign);

/// <summary>What somebody's place gains by having come back so many days ago while no counsellor has the case; of several the longest counts.</summary>
public sealed record WaitRule(int Days, int Weight, DateOnly EffectiveFrom, DateOnly? EffectiveTo) : IDated;

public sealed record Deadline(Step Step, int Days, int UrgentDays, DateOnly EffectiveFrom, DateOnly? EffectiveTo) : IDated;

public sealed record CaseloadLimit(string Country, int Limit, DateOnly EffectiveFrom, DateOnly? EffectiveTo) : IDated;

/// <summary>How many months after return somebody asks how it goes, how early that may be, and from how late on an officer is told.</summary>
public sealed record FollowUpTimes(IReadOnlyList<int> Months, int OpensDaysBefore, int LateAfterDays);

public sealed record SmallCellRule(int Threshold);
