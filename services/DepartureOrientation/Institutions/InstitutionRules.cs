using Gms.Platform;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>What must hold for an institution to be registered and accredited. Pure.</summary>
static class InstitutionRules
{
    public static IEnumerable<Problem> ToRegister(Institution institution)
    {
        if (institution.Province is { } province && !province.StartsWith(institution.Country + "-", StringComparison.Ordinal))
            yield return Problems.InstitutionProvinceOtherCountry();
        else if (institution.Province is { } unknown && !CodeList.Provinces.Codes.Contains(unknown))
            yield return Problems.InstitutionProvinceUnknown();
    }

    public static IEnumerable<Problem> ToAccredit(Institution institution, DateOnly startsOn, DateOnly endsOn)
    {
        if (endsOn < startsOn)
            yield return Problems.AccreditationEndsBeforeStart();
        else if (institution.Accreditations.Any(a => a.StartsOn <= a.LastDay && a.StartsOn <= endsOn && startsOn <= a.LastDay))
            yield return Problems.AccreditationOverlaps();
    }

    public static IEnumerable<Problem> ToExtend(Institution institution, Accreditation accreditation, DateOnly endsOn)
    {
        if (accreditation.WithdrawnFrom is not null)
            yield return Problems.AccreditationWithdrawn();
        if (endsOn <= accreditation.EndsOn)
            yield return Problems.AccreditationNotLater();
        else if (institution.Accreditations.Any(a => a != accreditation && a.StartsOn <= a.LastDay && accreditation.EndsOn < a.LastDay && a.StartsOn <= endsOn))
            yield return Problems.AccreditationOverlaps();
    }

    public static IEnumerable<Problem> ToWithdraw(Accreditation accreditation, DateOnly from)
    {
        if (accreditation.WithdrawnFrom is not null)
            yield return Problems.AccreditationWithdrawn();
        else if (accreditation.EndsOn < from)
            yield return Problems.AccreditationNothingToWithdraw();
    }
}
