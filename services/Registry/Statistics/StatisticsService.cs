using Gms.Platform;
using Npgsql;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

/// <summary>The calls of protos/gms/registry/v1/statistics.proto, one file each in this folder.</summary>
sealed partial class StatisticsService(RegistryDb db, Call call, NpgsqlDataSource database, WorkerCounts workers, FlowTables tables, FlowReader flows, SmallCells cells, TimeProvider clock) : Proto.Statistics.StatisticsBase;
