using Gms.Platform;
using Gms.Registry.Corridors;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

/// <summary>The calls of protos/gms/registry/v1/returns.proto, one file each in this folder.</summary>
sealed partial class ReturnsService(RegistryDb db, Call call, CodeLists codes, ReturnIntake intake, DuesOf dues, ImportRunner imports, TimeProvider clock) : Proto.Returns.ReturnsBase;
