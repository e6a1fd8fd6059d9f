using Gms.Registry.Departures;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corridors;

/// <summary>The calls of protos/gms/registry/v1/corridors.proto, one file each in this folder.</summary>
sealed partial class CorridorsService(CorridorTable corridors, ClearanceRules rules, TimeProvider clock) : Proto.Corridors.CorridorsBase;
