using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.ErrorQueues.V1;

namespace Gms.Platform;

partial class ErrorQueuesService
{
    const int MostListed = 100, UsuallyListed = 20;

    public override async Task<Proto.ListErrorsResponse> ListErrors(Proto.ListErrorsRequest request, ServerCallContext context)
    {
        MustAdministerTheWhole();
        var most = request.PageSize == 0 ? UsuallyListed : Read.Number(request.PageSize, "page_size", 1, MostListed);

        var found = await Ask(() => queues.List(most, context.CancellationToken));

        return new() { Queues = { found.Select(ToProto) } };
    }

    static Proto.ErrorQueue ToProto(ErrorQueue queue) => new()
    {
        Queue = queue.WorkQueue,
        Messages = queue.Messages,
        First = { queue.First.Select(ToProto) },
    };

    static Proto.GivenUp ToProto(GivenUp givenUp) => new()
    {
        EventId = givenUp.EventId?.ToString() ?? "",
        Event = givenUp.Name,
        FailedAt = givenUp.FailedAt?.ToTimestamp(),
        Failure = givenUp.Failure,
        Where = givenUp.Where,
    };
}
