using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Employers;

sealed class EmployerMapping : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> employer)
    {
        employer.ToTable("employers");
        employer.Property(e => e.Id).ValueGeneratedNever();
        employer.HasMany(e => e.Standings).WithOne().HasForeignKey(s => s.EmployerId).OnDelete(DeleteBehavior.Restrict);
        employer.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class StandingChangeMapping : IEntityTypeConfiguration<StandingChange>
{
    public void Configure(EntityTypeBuilder<StandingChange> change)
    {
        change.ToTable("employer_standings");
        change.HasKey(s => new { s.EmployerId, s.Number });
        change.Property(s => s.Number).ValueGeneratedNever();
        change.Property(s => s.Standing).HasConversion<string>();
        change.Property(s => s.From).HasColumnName("from_day");
    }
}
