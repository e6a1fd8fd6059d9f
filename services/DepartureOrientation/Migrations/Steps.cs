using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.DepartureOrientation.Migrations;

[DbContext(typeof(DepartureOrientationDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0000_platform_imports")]
sealed class PlatformImports : PlatformStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0001_orientation")]
sealed class Orientation : SqlStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0002_cascade")]
sealed class Cascade : SqlStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0003_withdrawals")]
sealed class Withdrawals : SqlStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0006_action_plans")]
sealed class ActionPlans : SqlStep;
[DbContext(typeof(DepartureOrientationDb)), Migration("0004_sessions_proven")]
sealed class SessionsProven : SqlStep;

[DbContext(typeof(DepartureOrientationDb)), Migration("0005_certificates_arrivals")]
sealed class CertificatesArrivals : SqlStep;
