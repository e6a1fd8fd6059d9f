using Gms.Platform;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry;

/// <summary>The Registry's database.</summary>
public sealed class RegistryDb(DbContextOptions<RegistryDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<Worker> Workers => Set<Worker>();

    protected override Problem? BrokenConstraint(string name) => name switch
    {
        "documents_number_once" => Problems.WorkerDocumentEnrolled(),
        _ => null,
    };
}
