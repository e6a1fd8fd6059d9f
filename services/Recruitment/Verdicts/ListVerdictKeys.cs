using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Verdicts;

partial class VerdictsService
{
    public override async Task<Proto.ListVerdictKeysResponse> ListVerdictKeys(Proto.ListVerdictKeysRequest request, ServerCallContext context) => new()
    {
        Keys =
        {
            (await signer.Keys(context.CancellationToken)).Select(k => new Proto.VerdictKey
            {
                Country = k.Country,
                KeyId = ByteString.CopyFrom(k.Public.Id),
                X = ByteString.CopyFrom(k.Public.X),
                Y = ByteString.CopyFrom(k.Public.Y),
                FirstUsed = k.FirstUsed.ToTimestamp(),
            }),
        },
    };
}
