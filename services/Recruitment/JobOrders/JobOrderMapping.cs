using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.JobOrders;

sealed class JobOrderMapping : IEntityTypeConfiguration<JobOrder>
{
    public void Configure(EntityTypeBuilder<JobOrder> order)
    {
        order.ToTable("job_orders");
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Property(o => o.WagePeriod).HasConversion<string>();
        order.Property(o => o.Housing).HasConversion<string>();
        order.Property(o => o.Status).HasConversion<string>();
        order.Property(o => o.PlacesLeft).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        order.ComplexProperty(o => o.Wage, wage =>
        {
            wage.Property(w => w.Minor).HasColumnName("wage_minor");
            wage.Property(w => w.Currency).HasColumnName("wage_currency");
        });
        order.Ignore(o => o.Reach);
        order.HasOne(o => o.Employer).WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        order.HasOne(o => o.Agency).WithMany().HasForeignKey(o => o.AgencyId).OnDelete(DeleteBehavior.Restrict);
        order.Property<uint>("xmin").IsRowVersion();
    }
}
