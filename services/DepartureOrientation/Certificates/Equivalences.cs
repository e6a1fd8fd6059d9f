using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>What equivalence.json says: whose certificates count for leaving another country.</summary>
public sealed class Equivalences(IReadOnlyList<Equivalence> rows)
{
    public static Equivalences Load() => new(DataFile.Read<File>("equivalence").Rows);

    /// <summary>The surest row by which the country left takes this certificate on the day; null when there is none.</summary>
    public Equivalence? Of(Certificate certificate, string origin, DateOnly day) => rows
        .Where(r => r.AcceptedBy == origin && r.IssuedBy == certificate.Country && (r.Programme is null || r.Programme == certificate.Programme) && r.InForce(day))
        .MinBy(r => r.Confidence);    // a higher number is less sure

    /// <summary>By what a certificate counts for leaving that country though another issued it; null when the country itself did, or when there is no row.</summary>
    public Equivalence? For(Certificate certificate, string origin, DateOnly day) => certificate.Country == origin ? null : Of(certificate, origin, day);

    sealed record File(IReadOnlyList<Equivalence> Rows);
}

/// <summary>A country takes another's certificates.</summary>
/// <param name="AcceptedBy">The country left.</param>
/// <param name="IssuedBy">The country whose key signs.</param>
/// <param name="Programme">Only certificates of this programme; null for any.</param>
public sealed record Equivalence(string AcceptedBy, string IssuedBy, string? Programme, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, string Source, Types.Confidence Confidence)
{
    public bool InForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveTo is not { } to || day <= to);
}
