using Gms.Platform;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Queues;

/// <summary>The calls of protos/gms/registry/v1/queues.proto, one file each in this folder.</summary>
public sealed partial class QueuesService(RegistryDb db, Call call, TimeProvider clock) : Proto.Queues.QueuesBase;
