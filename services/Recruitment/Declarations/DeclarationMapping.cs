using System.Text.Json;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Recruitment.Declarations;

sealed class DeclarationMapping : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.ToTable("declarations");
        declaration.Property(d => d.Id).ValueGeneratedNever();
        declaration.Property(d => d.TakenBy).HasConversion<string>();
        AsJson(declaration.Property(d => d.Answers));
        declaration.HasOne<Contract>().WithMany().HasForeignKey(d => d.ContractId).OnDelete(DeleteBehavior.Restrict);
    }

    internal static void AsJson(PropertyBuilder<IReadOnlyDictionary<string, StatementAnswer>> property) => property.HasColumnType("jsonb").HasConversion(
        answers => JsonSerializer.Serialize(answers.ToDictionary(a => a.Key, a => a.Value.ToString()), JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)!.ToDictionary(a => a.Key, a => Enum.Parse<StatementAnswer>(a.Value)),
        new ValueComparer<IReadOnlyDictionary<string, StatementAnswer>>((a, b) => ReferenceEquals(a, b), a => a.Count, a => a));
}

sealed class AnonymousStatementMapping : IEntityTypeConfiguration<AnonymousStatement>
{
    public void Configure(EntityTypeBuilder<AnonymousStatement> statement)
    {
        statement.ToTable("anonymous_statements");
        statement.Property(s => s.Id).ValueGeneratedNever();
        statement.Property(s => s.TakenBy).HasConversion<string>();
        DeclarationMapping.AsJson(statement.Property(s => s.Answers));
        statement.HasOne<Agency>().WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
