using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Employers;

sealed class EmployerMapping : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> employer)
    {
        employer.ToTable("employers");
        employer.Property(e => e.Id).ValueGeneratedNever();
        employer.Property<uint>("xmin").IsRowVersion();
    }
}
