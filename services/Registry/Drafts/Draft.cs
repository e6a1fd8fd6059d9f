using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

/// <summary>An application to depart that an account has begun and not sent: its own only.</summary>
public sealed class Draft
{
    /// <summary>A later release may have saved more than this one knows.</summary>
    static readonly JsonParser Reader = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Own choice: for so long an officer may be on leave.</summary>
    public const int KeptDays = 14;

    public const int Most = 50;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Account { get; init; }

    public required string Organisation { get; init; }

    /// <summary>What was entered, encrypted for this row.</summary>
    public byte[] Content { get; private set; } = [];

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>1, 2, 3 … each time it is saved: what was saved meanwhile in another window is not written over.</summary>
    public int Revision { get; private set; }

    /// <summary>Its office; the account is asked for beside it.</summary>
    public Reach Reach => new() { Organisations = [Organisation] };

    internal void Save(Proto.DraftedDeparture entered, ColumnCipher cipher, DateTimeOffset now) =>
        (Content, SavedAt, Revision) = (cipher.Encrypt(JsonFormatter.Default.Format(entered), Id), now, Revision + 1);

    internal Proto.Draft ToProto(ColumnCipher cipher) => new()
    {
        DraftId = Id.ToString(),
        Departure = Reader.Parse<Proto.DraftedDeparture>(cipher.Decrypt(Content, Id)),
        SavedAt = SavedAt.ToTimestamp(),
        GoneAt = SavedAt.AddDays(KeptDays).ToTimestamp(),
        Revision = Revision,
    };
}

sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("departure_drafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Ignore(d => d.Reach);

        // Two windows that save at the same moment: the second one fails instead of overwriting.
        draft.Property(d => d.Revision).IsConcurrencyToken();
    }
}
