using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Registry.Migrations;

[DbContext(typeof(RegistryDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0000_platform_imports")]
sealed class PlatformImports : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(RegistryDb)), Migration("0001_workers")]
sealed class Workers : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0002_departures")]
sealed class Departures : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0003_crossings")]
sealed class Crossings : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0004_journeys")]
sealed class Journeys : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0005_identity")]
sealed class Identity : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0006_duplicates")]
sealed class Duplicates : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0007_merges")]
sealed class Merges : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0008_imports")]
sealed class Imports : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0009_consents")]
sealed class Consents : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0010_retention")]
sealed class Retention : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0011_corrections")]
sealed class Corrections : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0012_peak")]
sealed class Peak : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0013_passes")]
sealed class Passes : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0014_border_days")]
sealed class BorderDays : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0015_flows")]
sealed class Flows : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0016_drafts_and_reminders")]
sealed class DraftsAndReminders : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0017_reminders_of_earlier_stays")]
sealed class RemindersOfEarlierStays : SqlStep;

[DbContext(typeof(RegistryDb)), Migration("0018_employers_of_own_contracts")]
sealed class EmployersOfOwnContracts : SqlStep;
