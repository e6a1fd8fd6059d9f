using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Partners;

/// <summary>Who gives help: an organisation at Access and the services it takes referrals for.</summary>
public sealed class Partner
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required string Name { get; init; }

    /// <summary>The organisation at Access whose accounts answer its referrals.</summary>
    public required string Organisation { get; init; }

    /// <summary>S01 to S14.</summary>
    public required string[] Services { get; init; }

    public required DateOnly RegisteredOn { get; init; }

    public DateOnly? EndedOn { get; set; }

    public Reach Reach => new() { Countries = [Country], Organisations = [Organisation] };
}

sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("partners");
        partner.Property(p => p.Id).ValueGeneratedNever();
        partner.Ignore(p => p.Reach);
    }
}
