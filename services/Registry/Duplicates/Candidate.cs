using System.Text.Json;

namespace Gms.Registry.Duplicates;

/// <summary>What follows from a score.</summary>
enum Verdict
{
    /// <summary>Below both thresholds.</summary>
    Another,

    /// <summary>An officer looks.</summary>
    Possible,

    /// <summary>That record is used, or it is said why not.</summary>
    Probable,
}

/// <summary>What agrees or contradicts between two records.</summary>
public enum ReasonCode
{
    SameDocument,
    SameWeakDocument,
    OtherNumberOfOnePerPerson,
    SameContact,
    NameEqual,
    NameClose,
    NamePartly,
    NameDifferent,
    BirthDateEqual,
    FirstOfJanuaryEqual,
    BirthMonthEqual,
    BirthYearEqual,
    BirthDayMonthSwapped,
    BirthYearNext,
    BirthDayDiffers,
    BirthYearNear,
    BirthDateDifferent,
    SexEqual,
    SexDifferent,
    NationalityEqual,
    NationalityDifferent,
    ProvinceEqual,
    ProvinceDifferent,
    ParentEqual,
    ParentDifferent,
}

/// <summary>One reason and its weight in bits; below zero it speaks against.</summary>
sealed record Reason(ReasonCode Code, double Bits)
{
    /// <summary>SAME_DOCUMENT, as contracts spell it.</summary>
    public string Name => JsonNamingPolicy.SnakeCaseUpper.ConvertName(Code.ToString());
}

/// <summary>The sum of the reasons, and what follows.</summary>
sealed record Scored(double Score, Verdict Verdict, IReadOnlyList<Reason> Reasons);

/// <summary>Somebody who may be the person: a worker on record, or another one of the same batch.</summary>
/// <param name="WorkerNumber">Null for one of the batch.</param>
/// <param name="BatchIndex">Null for a worker on record.</param>
/// <param name="Country">The holder.</param>
sealed record Candidate(string? WorkerNumber, int? BatchIndex, string Country, double Score, Verdict Verdict, IReadOnlyList<Reason> Reasons);
