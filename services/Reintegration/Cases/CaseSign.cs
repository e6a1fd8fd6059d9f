using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Cases;

/// <summary>Who said that a sign is there.</summary>
public enum SaidBy
{
    Worker,
    Family,
    Counsellor,
    Partner,
    Authority,
}

/// <summary>A sign that a worker needs help sooner, with its reason and who said so. Lifted, never deleted.</summary>
public sealed class CaseSign
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A code of Data/casework.json.</summary>
    public required string Code { get; init; }

    /// <summary>The day on which it was seen or told.</summary>
    public required DateOnly SeenOn { get; init; }

    public required SaidBy SaidBy { get; init; }

    /// <summary>Why it is thought to be there, in plain words.</summary>
    public required byte[] ReasonEncrypted { get; init; }

    /// <summary>The last day on which it counts by itself: the day before a birthday, a birth. Null where it counts until it is lifted.</summary>
    public DateOnly? CountsUntil { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The day from which it no longer counts.</summary>
    public DateOnly? LiftedOn { get; private set; }

    public string? LiftedBy { get; private set; }

    public byte[]? LiftedBecauseEncrypted { get; private set; }

    public bool Counts(DateOnly day) => LiftedOn is null && (CountsUntil is not { } last || day <= last);

    public void Lift(DateOnly today, string account, byte[] because) => (LiftedOn, LiftedBy, LiftedBecauseEncrypted) = (today, account, because);

    /// <summary>In one line, with what was told.</summary>
    public string In(Words words) =>
        $"{Code} {SeenOn:yyyy-MM-dd} {SaidBy}: {words.Read(ReasonEncrypted, Id)}" + (CountsUntil is { } last ? $" (until {last:yyyy-MM-dd})" : "")
        + (LiftedOn is { } lifted ? $" (lifted {lifted:yyyy-MM-dd}: {words.Read(LiftedBecauseEncrypted, Id)})" : "");
}

sealed class CaseSignMapping : IEntityTypeConfiguration<CaseSign>
{
    public void Configure(EntityTypeBuilder<CaseSign> sign)
    {
        sign.ToTable("case_signs");
        sign.Property(s => s.Id).ValueGeneratedNever();
        sign.Property(s => s.SaidBy).HasConversion<string>();
    }
}
