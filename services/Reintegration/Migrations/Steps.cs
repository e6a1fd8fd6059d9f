using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Reintegration.Migrations;

[DbContext(typeof(ReintegrationDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(ReintegrationDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(ReintegrationDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(ReintegrationDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(ReintegrationDb)), Migration("0001_cases")]
sealed class Cases : SqlStep;

[DbContext(typeof(ReintegrationDb)), Migration("0002_casework")]
sealed class Casework : SqlStep;

[DbContext(typeof(ReintegrationDb)), Migration("0003_help")]
sealed class Help : SqlStep;

[DbContext(typeof(ReintegrationDb)), Migration("0004_words")]
sealed class Words : SqlStep;

[DbContext(typeof(ReintegrationDb)), Migration("0005_order")]
sealed class Order : SqlStep;
