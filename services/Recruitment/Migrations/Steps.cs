using Gms.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Recruitment.Migrations;

[DbContext(typeof(RecruitmentDb)), Migration("0000_platform")]
sealed class Platform : PlatformStep;

[DbContext(typeof(RecruitmentDb)), Migration("0000_platform_work_items")]
sealed class PlatformWorkItems : PlatformStep;

[DbContext(typeof(RecruitmentDb)), Migration("0000_platform_aliases")]
sealed class PlatformAliases : PlatformStep;

[DbContext(typeof(RecruitmentDb)), Migration("0000_platform_imports")]
sealed class PlatformImports : PlatformStep;

[DbContext(typeof(RecruitmentDb)), Migration("0000_platform_audit_accounts")]
sealed class PlatformAuditAccounts : PlatformStep;

[DbContext(typeof(RecruitmentDb)), Migration("0001_recruitment")]
sealed class Recruitment : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0002_complaints")]
sealed class Complaints : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0003_licensing")]
sealed class Licensing : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0004_contract_versions")]
sealed class ContractVersions : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0005_costs_and_verdicts")]
sealed class CostsAndVerdicts : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0006_facts_as_known")]
sealed class FactsAsKnown : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0007_complaints_that_move")]
sealed class ComplaintsThatMove : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0008_inspections")]
sealed class Inspections : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0009_facts_of_complaints")]
sealed class FactsOfComplaints : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0012_forgotten_and_recorded")]
sealed class ForgottenAndRecorded : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0013_concerns")]
sealed class Concerns : SqlStep;

[DbContext(typeof(RecruitmentDb)), Migration("0014_no_hash_of_statements")]
sealed class NoHashOfStatements : SqlStep;
