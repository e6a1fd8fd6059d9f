using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tokens;

partial class TokensService
{
    public override async Task<Proto.ListKeysResponse> ListKeys(Proto.ListKeysRequest request, ServerCallContext context)
    {
        var now = clock.Now;
        var answer = new Proto.ListKeysResponse();
        answer.Keys.AddRange((await ring.Known(db, now, context.CancellationToken)).Select(k => new Proto.Key
        {
            KeyId = k.KeyId,
            Version = k.Version,
            SignsSince = k.SignsSince.ToTimestamp(),
            RetiredAt = k.RetiredAt?.ToTimestamp(),
            Published = k.IsToldAt(now),
        }));
        return answer;
    }
}
