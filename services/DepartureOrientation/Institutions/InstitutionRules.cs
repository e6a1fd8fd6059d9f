using Gms.Platform;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>What must hold for an institution to be registered and accredited. Pure.</summary>
static class InstitutionRules
{
    public static IEnumerable<Problem> ToRegister(Institution institution)
    {
        if (institution.Province is { } province && !(province.StartsWith(institution.Country + "-", StringComparison.Ordinal) && province.Length is >= 4 and <= 6))
            yield return Problems.InstitutionProvinceOtherCountry();
    }

    public static IEnumerable<Problem> ToAccredit(Institution institution, DateOnly startsOn, DateOnly endsOn)
    {
        if (endsOn < startsOn)
            yield return Problems.AccreditationEndsBeforeStart();
        else if (institution.Accreditations.Any(a => a.StartsOn <= endsOn && startsOn <= a.EndsOn))
            yield return Problems.AccreditationOverlaps();
    }
}
