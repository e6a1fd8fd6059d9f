using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Accounts;

sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.WorkerNumber).HasMaxLength(14);
        account.HasOne(a => a.Organisation).WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);

        // Identity's own row version: it changes the stamp with each update.
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();

        // Of no use here: nobody is reached by e-mail or telephone through this table, and second factors have a table of their own.
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
        account.Ignore(a => a.Country).Ignore(a => a.IsLocked);
    }
}
