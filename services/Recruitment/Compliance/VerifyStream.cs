using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

partial class ComplianceService
{
    public override async Task VerifyStream(IAsyncStreamReader<Proto.VerifyStreamRequest> requestStream, IServerStreamWriter<Proto.VerifyStreamResponse> responseStream, ServerCallContext context)
    {
        // The next piece is read when the one before has been taken: whoever reads slowly is asked slowly.
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var piece = await VerifyBatch(new() { Items = { requestStream.Current.Recruitments.Select(r => new Proto.VerifyBatchItem { Recruitment = r }) } }, context);
            await responseStream.WriteAsync(new() { Answers = { piece.Answers } }, context.CancellationToken);
        }
    }
}
