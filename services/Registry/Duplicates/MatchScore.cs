using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>
/// Whether two records are one person: a sum of log-likelihood weights (Fellegi and Sunter), each with its reason. What one side does not say weighs nothing.
/// </summary>
sealed class MatchScore(MatchingData data)
{
    readonly Weights _weights = data.Weights;
    readonly NameLikeness _names = new(data.Weights);

    public Scored Of(MatchFeatures one, MatchFeatures other)
    {
        var reasons = Reasons(one, other).Where(r => r is not null).Select(r => r!).ToList();
        var score = Math.Round(reasons.Sum(r => r.Bits), 2);
        return new(score, score >= data.Thresholds.Upper ? Verdict.Probable : score >= data.Thresholds.Lower ? Verdict.Possible : Verdict.Another, reasons);
    }

    IEnumerable<Reason?> Reasons(MatchFeatures one, MatchFeatures other)
    {
        yield return Documents(one.Documents, other.Documents);
        yield return one.Contacts.Intersect(other.Contacts).Any() ? new(ReasonCode.SameContact, _weights.SameContact) : null;
        yield return _names.Best(one.Names, other.Names) is { } names ? new(names.Code, names.Bits) : null;
        yield return BirthDates(one, other);
        yield return one.Sex is Sex.Other || other.Sex is Sex.Other ? null
            : one.Sex == other.Sex ? new(ReasonCode.SexEqual, _weights.SexEqual) : new(ReasonCode.SexDifferent, _weights.SexDifferent);
        yield return Same(one.Nationality, other.Nationality, new(ReasonCode.NationalityEqual, _weights.NationalityEqual), new(ReasonCode.NationalityDifferent, _weights.NationalityDifferent));
        yield return Same(one.Province, other.Province, new(ReasonCode.ProvinceEqual, _weights.ProvinceEqual), new(ReasonCode.ProvinceDifferent, _weights.ProvinceDifferent));
        yield return Parent(one.Father, other.Father);
        yield return Parent(one.Mother, other.Mother);
    }

    Reason? Documents(IReadOnlyList<DocumentMark> ones, IReadOnlyList<DocumentMark> others)
    {
        var pairs = from a in ones from b in others select (a, b);
        var shared = pairs.Where(p => p.a.Number == p.b.Number).ToList();
        if (shared.Exists(p => !p.a.IsWeak && !p.b.IsWeak))
            return new(ReasonCode.SameDocument, _weights.SameDocument);
        if (shared.Count > 0)
            return new(ReasonCode.SameWeakDocument, _weights.SameWeakDocument);
        return pairs.Any(p => p.a.IsOnePerPerson && p.b.IsOnePerPerson && p.a.IsSameKindAs(p.b))
            ? new(ReasonCode.OtherNumberOfOnePerPerson, _weights.OtherNumberOfOnePerPerson)
            : null;
    }

    Reason BirthDates(MatchFeatures one, MatchFeatures other)
    {
        var (a, b) = (one.BirthDate, other.BirthDate);
        var years = Math.Abs(a.Year - b.Year);
        if (one.HasWholeDate && other.HasWholeDate)
        {
            if (a == b)
                return new(ReasonCode.BirthDateEqual, _weights.BirthDateEqual);
            if (years == 0 && a.Month == b.Day && a.Day == b.Month)
                return new(ReasonCode.BirthDayMonthSwapped, _weights.BirthDayMonthSwapped);
            if (years == 1 && a.Month == b.Month && a.Day == b.Day)
                return new(ReasonCode.BirthYearNext, _weights.BirthYearNext);
            if (years == 0 && (a.Month == b.Month || a.Day == b.Day))
                return new(ReasonCode.BirthDayDiffers, _weights.BirthDayDiffers);
            return new(ReasonCode.BirthDateDifferent, _weights.BirthDateDifferent);
        }

        if (years == 1)
            return new(ReasonCode.BirthYearNear, _weights.BirthYearNear);
        if (years > 1)
            return new(ReasonCode.BirthDateDifferent, _weights.BirthDateDifferent);
        if (a == b && a.Day == 1)
            return new(ReasonCode.FirstOfJanuaryEqual, _weights.FirstOfJanuaryEqual);
        if (IsFirstOfJanuary(a) || IsFirstOfJanuary(b) || a.Month == 0 || b.Month == 0)
            return new(ReasonCode.BirthYearEqual, _weights.BirthYearEqual);
        return a.Month == b.Month ? new(ReasonCode.BirthMonthEqual, _weights.BirthMonthEqual) : new(ReasonCode.BirthDateDifferent, _weights.BirthDateDifferent);
    }

    static bool IsFirstOfJanuary(PartialDate date) => date is { Month: 1, Day: 1 };

    static Reason? Same(string? one, string? other, Reason same, Reason different) => one is null || other is null ? null : one == other ? same : different;

    Reason? Parent(IReadOnlyList<long> one, IReadOnlyList<long> other)
    {
        var least = Math.Min(one.Count, other.Count);
        var agree = one.Intersect(other).Count();
        return least == 0 ? null
            : agree == least ? new(ReasonCode.ParentEqual, _weights.ParentEqual)
            : agree == 0 ? new(ReasonCode.ParentDifferent, _weights.ParentDifferent)
            : null;
    }
}
