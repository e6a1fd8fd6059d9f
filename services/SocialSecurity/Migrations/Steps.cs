using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.SocialSecurity.Migrations;

[DbContext(typeof(SocialSecurityDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0000_platform_imports")]
sealed class PlatformImports : PlatformStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0001_memberships")]
sealed class Memberships : SqlStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0002_spells")]
sealed class Spells : SqlStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0004_filings")]
sealed class Filings : SqlStep;

[DbContext(typeof(SocialSecurityDb)), Migration("0005_portability")]
sealed class PortabilityTables : SqlStep;
