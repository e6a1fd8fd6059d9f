using Gms.Platform;
using Gms.Registry.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.SignInCodes;

partial class SignInCodesService
{
    public override async Task<Proto.PrintSignInCodeResponse> PrintSignInCode(Proto.PrintSignInCodeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        call.MustReach(Reach.Country(WorkerNumber.CountryOf(number)), Problems.SignInCodeWorkerNotFound());
        var worker = await new Workers.WorkersClient(peers.To("Registry", Purpose.OwnRecord)).ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        if (!worker.Exists)
            throw Refuse.NotFound(Problems.SignInCodeWorkerNotFound());

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (code, digits) = await codes.Print(number, call.Caller.Account, cancel);
        call.Disclose(number, "account");

        // The code goes into the answer only now: what is kept for a repeat does not hold it.
        var kept = new Proto.PrintSignInCodeResponse { SignInCodeId = code.Id.ToString(), ExpiresAt = code.ExpiresAt.ToTimestamp() };
        var answer = await db.Commit(kept, cancel);
        await transaction.CommitAsync(cancel);
        if (ReferenceEquals(answer, kept))
            answer.Code = digits;
        return answer;
    }
}
