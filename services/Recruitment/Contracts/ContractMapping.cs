using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Contracts;

sealed class ContractMapping : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> contract)
    {
        contract.ToTable("contracts");
        contract.Property(c => c.Id).ValueGeneratedNever();
        contract.Property(c => c.WorkerBorn).HasConversion(date => date.ToString(), text => text == null ? null : PartialDate.Parse(text));
        contract.Property(c => c.Status).HasConversion<string>();
        contract.Property(c => c.EndReason).HasConversion<string>();
        contract.Ignore(c => c.Reach);
        contract.HasOne(c => c.Agency).WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne(c => c.Employer).WithMany().HasForeignKey(c => c.EmployerId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne(c => c.JobOrder).WithMany().HasForeignKey(c => c.JobOrderId).OnDelete(DeleteBehavior.Restrict);
        contract.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.ContractId).OnDelete(DeleteBehavior.Restrict);
        contract.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class ContractVersionMapping : IEntityTypeConfiguration<ContractVersion>
{
    public void Configure(EntityTypeBuilder<ContractVersion> version)
    {
        version.ToTable("contract_versions");
        version.HasKey(v => new { v.ContractId, v.Number });
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Cause).HasConversion<string>();
        version.Property(v => v.Documents).IsJson();
        version.HasMany(v => v.Signatures).WithOne().HasForeignKey(s => new { s.ContractId, s.Number }).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ContractSignatureMapping : IEntityTypeConfiguration<ContractSignature>
{
    public void Configure(EntityTypeBuilder<ContractSignature> signature)
    {
        signature.ToTable("contract_signatures");
        signature.HasKey(s => new { s.ContractId, s.Number, s.Party });
        signature.Property(s => s.Number).ValueGeneratedNever();
        signature.Property(s => s.Party).HasConversion<string>();
        signature.Property(s => s.Method).HasConversion<string>();
    }
}
