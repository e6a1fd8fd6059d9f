using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Access.Migrations;

[DbContext(typeof(AccessDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(AccessDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(AccessDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(AccessDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(AccessDb)), Migration("0001_access")]
sealed class Access : SqlStep;

[DbContext(typeof(AccessDb)), Migration("0002_sign_in_codes")]
sealed class SignInCodes : SqlStep;

[DbContext(typeof(AccessDb)), Migration("0003_sessions_and_second_factors")]
sealed class SessionsAndSecondFactors : SqlStep;

[DbContext(typeof(AccessDb)), Migration("0004_reminders")]
sealed class Reminders : SqlStep;
