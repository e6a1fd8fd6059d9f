using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Inspections;

sealed class InspectionMapping : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> inspection)
    {
        inspection.ToTable("inspections");
        inspection.Property(i => i.Id).ValueGeneratedNever();
        inspection.Property(i => i.State).HasConversion<string>();
        inspection.Ignore(i => i.Reach);
        inspection.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasMany(i => i.Findings).WithOne().HasForeignKey(f => f.InspectionId).OnDelete(DeleteBehavior.Restrict);
        inspection.HasMany(i => i.Actions).WithOne().HasForeignKey(a => a.InspectionId).OnDelete(DeleteBehavior.Restrict);
        ComplaintMapping.AsJson<RiskCount>(inspection.Property(i => i.Reasons));

        // Two officers who move one inspection at once: the second save fails instead of overwriting.
        inspection.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class InspectionFindingMapping : IEntityTypeConfiguration<InspectionFinding>
{
    public void Configure(EntityTypeBuilder<InspectionFinding> finding)
    {
        finding.ToTable("inspection_findings");
        finding.HasKey(f => new { f.InspectionId, f.Number });
        finding.Property(f => f.Outcome).HasConversion<string>();
    }
}

sealed class CorrectiveActionMapping : IEntityTypeConfiguration<CorrectiveAction>
{
    public void Configure(EntityTypeBuilder<CorrectiveAction> action)
    {
        action.ToTable("corrective_actions");
        action.Property(a => a.Id).ValueGeneratedNever();
    }
}
