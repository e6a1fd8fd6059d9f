using Gms.Platform;
using Gms.Recruitment.Reference;
using Npgsql;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Statistics;

/// <summary>The calls of protos/gms/recruitment/v1/statistics.proto, one file each in this folder.</summary>
public sealed partial class StatisticsService(RecruitmentDb db, NpgsqlDataSource database, MayLag figures, RecruitmentReference reference, TimeProvider clock) : Proto.Statistics.StatisticsBase;
