using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Costs;

sealed class CostMapping : IEntityTypeConfiguration<CostLine>
{
    public void Configure(EntityTypeBuilder<CostLine> cost)
    {
        cost.ToTable("costs");
        cost.Property(c => c.Id).ValueGeneratedNever();
        cost.Property(c => c.Payer).HasConversion<string>();
        cost.Property(c => c.Payee).HasConversion<string>();
        cost.Property(c => c.StatedBy).HasConversion<string>();
        cost.ComplexProperty(c => c.Amount, amount =>
        {
            amount.Property(a => a.Minor).HasColumnName("amount_minor");
            amount.Property(a => a.Currency).HasColumnName("amount_currency");
        });
        cost.ComplexProperty(c => c.Equivalent, equivalent =>
        {
            equivalent.Property(e => e.Minor).HasColumnName("equivalent_minor");
            equivalent.Property(e => e.Currency).HasColumnName("equivalent_currency");
        });
        cost.Ignore(c => c.BorneByWorker);
        cost.HasOne<CostLine>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        cost.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
