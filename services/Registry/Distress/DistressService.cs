using Gms.Platform;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Distress;

/// <summary>The calls of protos/gms/registry/v1/distress.proto, one file each in this folder.</summary>
sealed partial class DistressService(RegistryDb db, Call call, DistressKinds kinds, PersonKeys keys, TimeProvider clock) : Proto.Distress.DistressBase
{
    /// <summary>The beginning of the key of the questions to the officers on both sides.</summary>
    static string Key(Guid id) => $"distress:{id:N}:";
}
