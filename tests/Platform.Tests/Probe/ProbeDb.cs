using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Platform.Tests.Probe;

/// <summary>A service's database with a table to change and one in which consumers note what they were told, as often as they were.</summary>
public sealed class ProbeDb(DbContextOptions<ProbeDb> options, Call call, ServiceSignals signals) : ServiceDb(options, call, signals)
{
    public DbSet<ProbeRow> Probes => Set<ProbeRow>();

    public DbSet<Telling> Tellings => Set<Telling>();

    protected override Problem? BrokenConstraint(string name) => name == "probes_name_once" ? new Problem("PROBE_NAME_TAKEN", "There is one already.", "name") : null;
}

public sealed class ProbeRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string Country { get; init; }
    public required string WorkerNumber { get; init; }
}

public sealed class Telling
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Consumer { get; init; }
    public required Guid EventId { get; init; }
    public required string Subject { get; init; }
}

[DbContext(typeof(ProbeDb)), Migration("0000_platform")]
sealed class PlatformTables : PlatformStep;

[DbContext(typeof(ProbeDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(ProbeDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(ProbeDb)), Migration("0001_probes")]
sealed class ProbeTables : SqlStep;

[DbContext(typeof(ProbeDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(ProbeDb)), Migration("0000_platform_imports")]
sealed class ImportTables : PlatformStep;
