using Gms.Platform;
using Gms.Registry.Crossings;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Erasures;

/// <summary>The calls of protos/gms/registry/v1/erasures.proto, one file each in this folder.</summary>
sealed partial class ErasuresService(RegistryDb db, Call call, RetentionTable retention, BorderPractice practice, TimeProvider clock) : Proto.Erasures.ErasuresBase
{
    static Proto.Erasure ToProto(Erasure erasure) => new()
    {
        ErasureId = erasure.Id.ToString(),
        WorkerNumber = erasure.WorkerNumber,
        Ground = erasure.Ground switch
        {
            ErasureGround.WorkerAsked => Proto.ErasureGround.WorkerAsked,
            ErasureGround.RetentionEnded => Proto.ErasureGround.RetentionEnded,
            ErasureGround.EnrolledInError => Proto.ErasureGround.EnrolledInError,
            ErasureGround.Ordered => Proto.ErasureGround.Ordered,
        },
        Reference = erasure.Reference ?? "",
        State = ToProto(erasure.State),
        RequestedAt = erasure.RequestedAt.ToTimestamp(),
        DecidedAt = erasure.DecidedAt?.ToTimestamp(),
        Reason = erasure.Reason ?? "",
    };

    static Proto.ErasureState ToProto(ErasureState state) => state switch
    {
        ErasureState.Requested => Proto.ErasureState.Requested,
        ErasureState.Approved => Proto.ErasureState.Approved,
        ErasureState.Rejected => Proto.ErasureState.Rejected,
    };
}
